/** Opening a PDF with pdf.js, which shares no code with the libraries that write it. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A document that was opened, or in words why it was not. */
export type Opened = { readonly document: PDFDocumentProxy } | { readonly problem: string };

const resolve = createRequire(import.meta.url).resolve;
let loading: Promise<typeof Pdfjs> | undefined;

/**
 * Loads pdf.js, once. Node itself takes 0.2 s; under tsx, which passes every module through its own thread, it
 * is 1.1 s (1.8 s for the builds that are not minified). So commands that read no PDF do not load it, and a
 * command that will read one does well to call this early and go on with other work.
 */
export function loadPdfReader(): Promise<typeof Pdfjs> {
  loading ??= importReader();
  return loading;
}

async function importReader(): Promise<typeof Pdfjs> {
  const workerUrl = pathToFileURL(resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs')).href;
  const apiUrl = pathToFileURL(resolve('pdfjs-dist/legacy/build/pdf.min.mjs')).href;
  const restore = rememberBuiltIns(Array.prototype);
  const [api] = await Promise.all([import(apiUrl) as Promise<typeof Pdfjs>, import(workerUrl)]);
  restore();
  api.GlobalWorkerOptions.workerSrc = workerUrl;
  return api;
}

/**
 * The legacy build brings core-js, which puts a slow `push` in the place of Node 20's own for the whole process
 * (it minds arrays of more than 2^32 items); it cost a third of the reading time. What it adds is kept; what
 * it replaced is put back.
 */
function rememberBuiltIns(prototype: object): () => void {
  const before = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor.configurable === true) Object.defineProperty(prototype, name, descriptor);
    }
  };
}

/** Opens a PDF. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const { getDocument } = await loadPdfReader();
  const folder = dirname(resolve('pdfjs-dist/package.json'));
  // pdf.js takes the buffer away from its owner, and refuses Node's Buffer, of which slice() is no copy.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    disableFontFace: true,
    verbosity: 0,
    cMapUrl: join(folder, 'cmaps') + sep,
    // No substitutes, or a standard font that is not embedded would look as if it were.
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    if (!('EncryptFilterName' in info) || info.EncryptFilterName === null) return { document };
    await document.destroy();
    return { problem: 'it is encrypted' };
  } catch (error) {
    await task.destroy();
    return { problem: explain(error) };
  }
}

/** The library's words about a broken file. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'PasswordException' ? 'it is encrypted' : error.message;
}
