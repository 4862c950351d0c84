/** The objects of a PDF, with references followed. */
import { inflateSync } from 'node:zlib';
import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';

/** Looks an object up; absent when the file has no such object. */
export type Resolve = (object: PdfObject | undefined) => PdfObject | undefined;

/** Nested deeper than this, a structure is an attack or a loop. */
export const deepest = 200;

export function asDict(object: PdfObject | undefined): PdfDict | undefined {
  return object instanceof PdfDict ? object : undefined;
}

export function asStream(object: PdfObject | undefined): PdfStream | undefined {
  return object instanceof PdfStream ? object : undefined;
}

export function asArray(object: PdfObject | undefined): PdfArray | undefined {
  return object instanceof PdfArray ? object : undefined;
}

export function asName(object: PdfObject | undefined): string | undefined {
  return object instanceof PdfName ? object.value : undefined;
}

export function asNumber(object: PdfObject | undefined): number | undefined {
  return object instanceof PdfNumber ? object.value : undefined;
}

/** A text string, decoded (ISO 32000-1, 7.9.2.2). */
export function asText(object: PdfObject | undefined): string | undefined {
  return object instanceof PdfString ? object.asString() : undefined;
}

const names = new Map<string, PdfName>();
/** We ask for fewer; a file may hold any number of its own. */
const mostNames = 500;

/**
 * An entry of a dictionary, as it stands there. The library forgets the names that it was asked for, and makes a name
 * anew, with a weak reference to it, for each look-up of an entry that few dictionaries have; here they are kept.
 */
export function entryOf(dict: PdfDict | undefined, key: string): PdfObject | undefined {
  if (!dict) return undefined;
  const known = names.get(key);
  const name = known ?? PdfName.of(key);
  if (!known && names.size < mostNames) names.set(key, name);
  return dict.get(name);
}

/**
 * Data of a stream without its filters (7.4). Node's zlib takes the usual filter off in a seventh of the time that the
 * library needs, which is left to do the rest: other filters, predictors, damaged data.
 */
export function dataOf(stream: PdfStream): Uint8Array {
  const isDeflated = asName(stream.get('Filter')) === 'FlateDecode' && !stream.has('DecodeParms');
  try {
    if (isDeflated) return inflateSync(stream.data);
  } catch {}
  return stream.getDecodedData();
}

/** Number of an indirect object; absent for a direct one. */
export function numberOf(object: PdfObject | undefined): number | undefined {
  return object instanceof PdfRef ? object.objectNumber : undefined;
}

/** An array's items, or the single object itself. */
export function asList(object: PdfObject | undefined): readonly PdfObject[] {
  if (object === undefined) return [];
  return object instanceof PdfArray ? object.toArray() : [object];
}
