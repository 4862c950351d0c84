/** Every dictionary that is reached from the catalog, but for the structure tree. */
import { PdfArray, PdfDict, type PdfObject } from '@libpdf/core';
import type { Resolve } from '../objects.ts';

/** Visits each once, without recursion: depth does no harm. What the rules seek is not in the structure tree. */
export function listDictionaries(catalog: PdfDict, resolve: Resolve): readonly PdfDict[] {
  const found: PdfDict[] = [];
  const seen = new Set<PdfObject>([catalog]);
  const waiting: PdfObject[] = [catalog];
  const take = (item: PdfObject): void => {
    const object = resolve(item);
    if (!(object instanceof PdfDict || object instanceof PdfArray) || seen.has(object)) return;
    seen.add(object);
    waiting.push(object);
  };
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PdfDict) {
      found.push(object);
      for (const [key, value] of object) if (key.value !== 'StructTreeRoot') take(value);
    } else if (object instanceof PdfArray) for (const item of object.toArray()) take(item);
  }
  return found;
}
