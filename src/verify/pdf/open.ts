/** Opening a PDF with LibPDF, which shares no code with the libraries that write it. */
import { PDF, type PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core';
import { asArray, asDict, asNumber, asStream, dataOf, deepest, type Resolve } from './objects.ts';

/** A page with what it inherits (ISO 32000-1, 7.7.3.4). */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** Number of its indirect object: what the structure tree and destinations name. */
  readonly object: number;
  readonly dict: PdfDict;
  readonly resources: PdfDict | undefined;
  /** What is seen of the page. */
  readonly box: Box;
  /** The sheet that it is meant for: its media box. */
  readonly sheet: Box;
}

/** A rectangle in pt. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A PDF that was opened. */
export interface PdfFile {
  /** The first line: `%PDF-1.7`. */
  readonly header: string;
  readonly catalog: PdfDict;
  /** The document information dictionary (14.3.3). */
  readonly info: PdfDict | undefined;
  /** The encryption dictionary (7.6), of a file that was opened although it has one. */
  readonly encryption: PdfDict | undefined;
  readonly pages: readonly PdfPage[];
  readonly resolve: Resolve;
  /** Bytes of a page's content, its parts joined; empty when it has none. */
  contentOf(page: PdfPage): Uint8Array;
}

/** A document, or in words why it was not opened. */
export type Opened = { readonly document: PdfFile } | { readonly problem: string };

/** Opens a PDF; an encrypted one only on demand, and only if it needs no password. */
export async function openPdf(bytes: Uint8Array, { encrypted = false } = {}): Promise<Opened> {
  try {
    const pdf = await PDF.load(bytes);
    if (pdf.isEncrypted && !encrypted) return { problem: 'it is encrypted' };
    if (pdf.recoveredViaBruteForce) return { problem: 'its table of objects is missing or wrong' };
    return { document: createFile(pdf, readHeader(bytes)) };
  } catch (error) {
    return { problem: explain(error) };
  }
}

/** The library's words about a broken file. */
export function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Up to the first line end (7.5.2). */
function readHeader(bytes: Uint8Array): string {
  const line = new TextDecoder('latin1').decode(bytes.subarray(0, 20));
  return /^[^\r\n]*/.exec(line)?.[0] ?? '';
}

function createFile(pdf: PDF, header: string): PdfFile {
  const resolve: Resolve = (object) => {
    let found = object;
    for (let steps = 0; found instanceof PdfRef; steps += 1) {
      if (steps > deepest) return undefined;
      found = pdf.getObject(found) ?? undefined;
    }
    return found;
  };
  const pages = pdf.getPages().map(({ ref, dict }, index) => ({
    number: index + 1,
    object: ref.objectNumber,
    dict,
    resources: asDict(inherited(dict, 'Resources', resolve)),
    box: readBox(dict, resolve),
    sheet: toBox(inherited(dict, 'MediaBox', resolve), resolve),
  }));
  if (pages.length === 0) throw new Error('it has no pages');
  const { trailer } = pdf.context.info;
  return {
    header,
    catalog: pdf.getCatalog(),
    info: asDict(resolve(trailer.get('Info'))),
    encryption: asDict(resolve(trailer.get('Encrypt'))),
    pages,
    resolve,
    contentOf: (page) => readContent(page, resolve),
  };
}

/** The crop box, as far as it lies in the media box, which it is unless it is set (14.11.2). */
function readBox(page: PdfDict, resolve: Resolve): Box {
  const media = toBox(inherited(page, 'MediaBox', resolve), resolve);
  const set = inherited(page, 'CropBox', resolve);
  if (!set) return media;
  const crop = toBox(set, resolve);
  return {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
}

/** Opposite corners in any order (7.9.5). */
function toBox(rectangle: PdfObject | undefined, resolve: Resolve): Box {
  const sides = asArray(rectangle)?.toArray() ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = sides.map((side) => asNumber(resolve(side)) ?? 0);
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

function inherited(page: PdfDict, key: string, resolve: Resolve): PdfObject | undefined {
  let node: PdfDict | undefined = page;
  for (let steps = 0; node && steps < deepest; steps += 1) {
    const value = resolve(node.get(key));
    if (value !== undefined) return value;
    node = asDict(resolve(node.get('Parent')));
  }
  return undefined;
}

/** Parts are joined with a line end between them: a token does not run on (ISO 32000-1, 7.8.2). */
function readContent({ dict }: PdfPage, resolve: Resolve): Uint8Array {
  const contents = resolve(dict.get('Contents'));
  const parts = contents instanceof PdfStream ? [contents] : (asArray(contents)?.toArray() ?? []);
  const decoded = parts.map((part) => {
    const stream = asStream(resolve(part));
    return stream ? dataOf(stream) : new Uint8Array();
  });
  const joined = new Uint8Array(decoded.reduce((sum, part) => sum + part.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const part of decoded) {
    joined.set(part, at);
    at += part.length + 1;
  }
  return joined;
}
