/** Opening a PDF with pdf.js, which shares no code with the libraries that write it. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A document that was opened, or in words why it was not. */
export type Opened = { readonly document: PDFDocumentProxy } | { readonly problem: string };

/**
 * Opens a PDF. The library (about 0.1 s to load) is loaded on first use, so that commands which read no PDF
 * do not pay for it.
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  // pdf.js takes the buffer away from its owner, hence the copy.
  const task = getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    useWorkerFetch: false,
    disableFontFace: true,
    verbosity: 0,
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
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
