/** PDFium, as WebAssembly: what a page looks like, with all of its objects or with some of them. */
import { createRequire } from 'node:module';
import type * as Library from '@hyzyla/pdfium';
import type { Box, PdfPage } from '../open.ts';

type Pointer = number;

/** What is used of PDFium's own interface (`fpdfview.h`, `fpdf_edit.h`). */
interface Functions {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): Pointer;
  _free(at: Pointer): void;
  _FPDF_LoadMemDocument(at: Pointer, bytes: number, password: Pointer): Pointer;
  _FPDF_CloseDocument(document: Pointer): void;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(object: Pointer): number;
  _FPDFPageObj_GetMarkedContentID(object: Pointer): number;
  _FPDFPageObj_SetIsActive(object: Pointer, active: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, at: Pointer, stride: number): Pointer;
  _FPDFBitmap_FillRect(
    bitmap: Pointer,
    x: number,
    y: number,
    width: number,
    height: number,
    argb: number,
  ): void;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDF_RenderPageBitmapWithMatrix(
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

/** Pixels, four bytes each: blue, green, red and one without meaning. Rows from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A part of a page as pixels. */
export interface View {
  /** In pt on the page; its left upper corner is that of the first pixel. */
  readonly box: Box;
  /** Pixels in a pt. */
  readonly scale: number;
}

let loading: Promise<Functions> | undefined;

/** Loads the library, once. */
function loadPdfium(): Promise<Functions> {
  loading ??= (createRequire(import.meta.url)('@hyzyla/pdfium') as typeof Library).PDFiumLibrary.init().then(
    (library) => (library as unknown as { readonly module: Functions }).module,
  );
  return loading;
}

/** A document that is open in PDFium; undefined when it does not open it. */
export async function openDrawing(bytes: Uint8Array): Promise<Drawing | undefined> {
  const pdfium = await loadPdfium();
  const at = pdfium._malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  if (document === 0) pdfium._free(at);
  return document === 0 ? undefined : new Drawing(pdfium, document, at);
}

/** Must be closed: its memory is not the garbage collector's. */
export class Drawing {
  readonly #pdfium: Functions;
  readonly #document: Pointer;
  readonly #bytes: Pointer;

  constructor(pdfium: Functions, document: Pointer, bytes: Pointer) {
    this.#pdfium = pdfium;
    this.#document = document;
    this.#bytes = bytes;
  }

  /** Opens a page, uses it, closes it. The result is undefined when PDFium does not read the page. */
  usePage<Result>(page: PdfPage, use: (page: DrawnPage) => Result): Result | undefined {
    const pointer = this.#pdfium._FPDF_LoadPage(this.#document, page.number - 1);
    if (pointer === 0) return undefined;
    try {
      return use(new DrawnPage(this.#pdfium, pointer, page));
    } finally {
      this.#pdfium._FPDF_ClosePage(pointer);
    }
  }

  close(): void {
    this.#pdfium._FPDF_CloseDocument(this.#document);
    this.#pdfium._free(this.#bytes);
  }
}

interface PageObject {
  readonly pointer: Pointer;
  /** Number of its marked content; -1 outside of any, and for what is no text. */
  readonly content: number;
}

/** A page that is open. */
export class DrawnPage {
  readonly #pdfium: Functions;
  readonly #pointer: Pointer;
  readonly #page: PdfPage;
  readonly #objects: readonly PageObject[];

  constructor(pdfium: Functions, pointer: Pointer, page: PdfPage) {
    this.#pdfium = pdfium;
    this.#pointer = pointer;
    this.#page = page;
    this.#objects = Array.from({ length: pdfium._FPDFPage_CountObjects(pointer) }, (_, index) => {
      const object = pdfium._FPDFPage_GetObject(pointer, index);
      const isText = pdfium._FPDFPageObj_GetType(object) === textObject;
      return { pointer: object, content: isText ? pdfium._FPDFPageObj_GetMarkedContentID(object) : -1 };
    });
  }

  /** How many text objects have the number of some marked content. */
  countTexts(content: number): number {
    return this.#objects.filter((object) => object.content === content).length;
  }

  /** Draws all that is on the page, or only the objects that are chosen by the number of their content. */
  render({ box, scale }: View, isShown: (content: number) => boolean): Bitmap {
    for (const { pointer, content } of this.#objects)
      this.#pdfium._FPDFPageObj_SetIsActive(pointer, isShown(content) ? 1 : 0);
    const width = Math.ceil((box.right - box.left) * scale);
    const height = Math.ceil((box.top - box.bottom) * scale);
    const pdfium = this.#pdfium;
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, bgrx, 0, 0);
    const numbers = pdfium._malloc(40);
    try {
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      const left = (box.left - this.#page.box.left) * scale;
      const top = (this.#page.box.top - box.top) * scale;
      const values = [scale, 0, 0, scale, -left, -top, 0, 0, width, height];
      new Float32Array(pdfium.HEAPU8.buffer, numbers, 10).set(values);
      pdfium._FPDF_RenderPageBitmapWithMatrix(bitmap, this.#pointer, numbers, numbers + 24, withAnnotations);
      const at = pdfium._FPDFBitmap_GetBuffer(bitmap);
      return { width, height, data: pdfium.HEAPU8.slice(at, at + width * height * 4) };
    } finally {
      pdfium._FPDFBitmap_Destroy(bitmap);
      pdfium._free(numbers);
    }
  }
}
