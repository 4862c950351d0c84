/** The resources of two pages as those of one side. */
import type { PDFObject } from '@cantoo/pdf-lib';
import { PDFArray, PDFDict } from '../pdf-lib.ts';

/**
 * Puts resources together; fonts and pictures are shared, not copied. Chromium names a resource after the number of
 * its object, so that a name means the same on every page.
 *
 * @throws TypeError when a name means one thing here and another there
 */
export function mergeResources(all: readonly PDFDict[]): PDFDict {
  const [first] = all;
  if (!first) throw new TypeError('A side has two pages');
  const merged = PDFDict.withContext(first.context);
  for (const resources of all)
    for (const [name] of resources.entries()) add(merged, name, resources.lookup(name));
  return merged;
}

type Name = Parameters<PDFDict['set']>[0];

function add(merged: PDFDict, name: Name, value: PDFObject | undefined): void {
  if (value instanceof PDFArray) return void merged.set(name, unite(merged.lookup(name), value));
  if (!(value instanceof PDFDict)) throw new TypeError(`Unexpected resources ${name}`);
  const known = merged.lookup(name) ?? PDFDict.withContext(merged.context);
  for (const [key, entry] of value.entries()) addEntry(known as PDFDict, key, entry);
  merged.set(name, known);
}

function addEntry(known: PDFDict, key: Name, entry: PDFObject): void {
  const before = known.get(key);
  if (before !== undefined && before.toString() !== entry.toString())
    throw new TypeError(`Two pages mean different things by ${key}`);
  known.set(key, entry);
}

/** `/ProcSet`, the only array among resources: a set of names (14.2). */
function unite(before: PDFObject | undefined, value: PDFArray): PDFArray {
  if (!(before instanceof PDFArray)) return value.clone();
  const names = before.asArray();
  for (const name of value.asArray()) if (!names.includes(name)) before.push(name);
  return before;
}
