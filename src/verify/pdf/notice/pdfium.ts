/** PDFium, as WebAssembly: what a page looks like, with all of its objects or with some of them. */
import { createRequire } from 'node:module';
import type * as Library from '@hyzyla/pdfium';
import type { Box } from '../open.ts';

type Pointer = number;

/**
 * What is used of PDFium's own interface (`fpdfview.h`, `fpdf_edit.h`): the functions of the WebAssembly itself. The
 * library's own wrappers put a sentence together at every call, and there are some for each letter of a page.
 */
interface Functions {
  malloc(bytes: number): Pointer;
  free(at: Pointer): void;
  FPDF_LoadMemDocument(at: Pointer, bytes: number, password: Pointer): Pointer;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_LoadPage(document: Pointer, index: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFPageObj_GetMarkedContentID(object: Pointer): number;
  FPDFPageObj_SetIsActive(object: Pointer, active: number): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, at: Pointer, stride: number): Pointer;
  FPDFBitmap_FillRect(
    bitmap: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    argb: number,
  ): void;
  FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  FPDFBitmap_Destroy(bitmap: Pointer): void;
  FPDF_RenderPageBitmapWithMatrix(
    bitmap: Pointer,
    page: Pointer,
    matrix: Pointer,
    clip: Pointer,
    flags: number,
  ): void;
}

/** `FPDF_PAGEOBJ_TEXT`, `FPDFBitmap_BGRx`, `FPDF_ANNOT`: annotations may lie on text. */
const textObject = 1;
const bgrx = 3;
const withAnnotations = 1;

/** Rows from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** As numbers 0xRRGGBB, but for their highest byte, which has no meaning. */
  readonly pixels: Uint32Array;
}

/** A part of a page as pixels. */
export interface View {
  /** In pt on the page; its left upper corner is that of the first pixel. */
  readonly box: Box;
  /** Pixels in a pt. */
  readonly scale: number;
}

type Corner = Pick<Box, 'left' | 'top'>;

interface Pdfium {
  readonly wasmExports: Functions;
  /** Its memory; another array when it has grown. */
  readonly HEAPU8: Uint8Array;
}

let loading: Promise<Pdfium> | undefined;

/** Loads the library, once. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= (createRequire(import.meta.url)('@hyzyla/pdfium') as typeof Library).PDFiumLibrary.init().then(
    (library) => (library as unknown as { readonly module: Pdfium }).module,
  );
  return loading;
}

/** Lets the library go, with all that is open in it: the next document gets another. */
export function unloadPdfium(): void {
  loading = undefined;
}

/** A document that is open in PDFium; undefined when it does not open it. */
export async function openDrawing(bytes: Uint8Array): Promise<Drawing | undefined> {
  const pdfium = await loadPdfium();
  const { malloc, free, FPDF_LoadMemDocument } = pdfium.wasmExports;
  const at = malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document === 0) free(at);
  return document === 0 ? undefined : new Drawing(pdfium, document, at);
}

/** Must be closed: its memory is not the garbage collector's. */
export class Drawing {
  readonly #pdfium: Pdfium;
  readonly #document: Pointer;
  readonly #bytes: Pointer;

  constructor(pdfium: Pdfium, document: Pointer, bytes: Pointer) {
    this.#pdfium = pdfium;
    this.#document = document;
    this.#bytes = bytes;
  }

  /**
   * Opens a page, uses it, closes it. The result is undefined when PDFium does not read the page.
   * @param page from 1; @param corner left and upper side of its box, in pt
   */
  usePage<Result>(page: number, corner: Corner, use: (page: DrawnPage) => Result): Result | undefined {
    const { FPDF_LoadPage, FPDF_ClosePage } = this.#pdfium.wasmExports;
    const pointer = FPDF_LoadPage(this.#document, page - 1);
    if (pointer === 0) return undefined;
    try {
      return use(new DrawnPage(this.#pdfium, pointer, corner));
    } finally {
      FPDF_ClosePage(pointer);
    }
  }

  close(): void {
    this.#pdfium.wasmExports.FPDF_CloseDocument(this.#document);
    this.#pdfium.wasmExports.free(this.#bytes);
  }
}

interface PageObject {
  readonly pointer: Pointer;
  /** Number of its marked content; -1 outside of any, and for what is no text. */
  readonly content: number;
  /** Whether it is drawn with the page. */
  isActive: boolean;
}

/** A page that is open. */
export class DrawnPage {
  readonly #pdfium: Pdfium;
  readonly #pointer: Pointer;
  readonly #corner: Corner;
  readonly #objects: readonly PageObject[];

  constructor(pdfium: Pdfium, pointer: Pointer, corner: Corner) {
    this.#pdfium = pdfium;
    this.#pointer = pointer;
    this.#corner = corner;
    this.#objects = listObjects(pdfium.wasmExports, pointer);
  }

  /** How many text objects have the number of some marked content. */
  countTexts(content: number): number {
    return this.#objects.filter((object) => object.content === content).length;
  }

  /**
   * Draws the same part of the page several times, each time with all or some of the objects on it.
   * @param choices for each drawing, whether an object is shown, by the number of its content
   * @param use is lent the drawings, which lie in PDFium's memory
   */
  useDrawings<Result>(
    view: View,
    choices: readonly ((content: number) => boolean)[],
    use: (drawings: readonly Bitmap[]) => Result,
  ): Result {
    const bitmaps: Pointer[] = [];
    try {
      for (const isShown of choices) {
        for (const object of this.#objects) this.#show(object, isShown(object.content));
        bitmaps.push(this.#draw(view));
      }
      return use(bitmaps.map((bitmap) => this.#read(bitmap, view)));
    } finally {
      for (const bitmap of bitmaps) this.#pdfium.wasmExports.FPDFBitmap_Destroy(bitmap);
    }
  }

  #draw(view: View): Pointer {
    const { wasmExports: pdfium } = this.#pdfium;
    const { width, height } = sizeOf(view);
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bgrx, 0, 0);
    if (bitmap === 0) throw new Error('PDFium has no room to draw it');
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const left = (view.box.left - this.#corner.left) * view.scale;
    const top = (this.#corner.top - view.box.top) * view.scale;
    const matrix = [view.scale, 0, 0, view.scale, -left, -top];
    const numbers = pdfium.malloc(40);
    new Float32Array(this.#pdfium.HEAPU8.buffer, numbers, 10).set([...matrix, 0, 0, width, height]);
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, this.#pointer, numbers, numbers + 24, withAnnotations);
    pdfium.free(numbers);
    return bitmap;
  }

  #read(bitmap: Pointer, view: View): Bitmap {
    const { width, height } = sizeOf(view);
    const at = this.#pdfium.wasmExports.FPDFBitmap_GetBuffer(bitmap);
    const { buffer } = this.#pdfium.HEAPU8; // little-endian on every machine, as are the numbers of most
    return { width, height, pixels: new Uint32Array(buffer, at, width * height) };
  }

  #show(object: PageObject, isActive: boolean): void {
    if (object.isActive === isActive) return;
    this.#pdfium.wasmExports.FPDFPageObj_SetIsActive(object.pointer, isActive ? 1 : 0);
    object.isActive = isActive;
  }
}

/** In pixels. */
function sizeOf({ box, scale }: View): Pick<Bitmap, 'width' | 'height'> {
  return {
    width: Math.ceil((box.right - box.left) * scale),
    height: Math.ceil((box.top - box.bottom) * scale),
  };
}

function listObjects(pdfium: Functions, page: Pointer): PageObject[] {
  return Array.from({ length: pdfium.FPDFPage_CountObjects(page) }, (_, index) => {
    const pointer = pdfium.FPDFPage_GetObject(page, index);
    const isText = pdfium.FPDFPageObj_GetType(pointer) === textObject;
    const content = isText ? pdfium.FPDFPageObj_GetMarkedContentID(pointer) : -1;
    return { pointer, content, isActive: true };
  });
}
