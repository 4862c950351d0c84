/** What a document is, in one hash: the same hash in the same browser prints the same pages. */
import { createHash } from 'node:crypto';
import type { PrintDocument } from '../model.ts';

/** Fonts and pictures are the same bytes in every document of an edition. */
const known = new WeakMap<Uint8Array, string>();

/**
 * @param browser name and version: another one may break lines elsewhere
 * @returns SHA-256 in hexadecimal of all that a document is printed from, page numbers aside
 */
export function digestDocument(doc: PrintDocument, browser: string): string {
  const assets = [...doc.assets].map(([path, { bytes }]) => [path, digestBytes(bytes)]);
  const all = JSON.stringify([browser, doc.pageSize, doc.pagination, assets, doc.compose()]);
  return digest(all);
}

function digestBytes(bytes: Uint8Array): string {
  const hash = known.get(bytes) ?? digest(bytes);
  known.set(bytes, hash);
  return hash;
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
