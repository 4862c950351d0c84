/** Entries of dictionaries by type, with references followed. */
import { PdfBool, type PdfDict, type PdfObject, type PdfStream } from '@libpdf/core';
import {
  asArray,
  asDict,
  asList,
  asName,
  asNumber,
  asStream,
  asText,
  dataOf,
  entryOf,
  type Resolve,
} from '../objects.ts';

type Holder = PdfDict | undefined;

/** Typed look-ups: an entry that is absent or of another type is undefined. */
export class Look {
  readonly resolve: Resolve;

  constructor(resolve: Resolve) {
    this.resolve = resolve;
  }

  at(dict: Holder, key: string): PdfObject | undefined {
    const found = this.resolve(entryOf(dict, key));
    return found?.type === 'null' ? undefined : found;
  }

  dict(dict: Holder, key: string): PdfDict | undefined {
    return asDict(this.at(dict, key));
  }

  stream(dict: Holder, key: string): PdfStream | undefined {
    return asStream(this.at(dict, key));
  }

  name(dict: Holder, key: string): string | undefined {
    return asName(this.at(dict, key));
  }

  number(dict: Holder, key: string): number | undefined {
    return asNumber(this.at(dict, key));
  }

  text(dict: Holder, key: string): string | undefined {
    return asText(this.at(dict, key));
  }

  flag(dict: Holder, key: string): boolean | undefined {
    const found = this.at(dict, key);
    return found instanceof PdfBool ? found.value : undefined;
  }

  /** Items of an array, resolved; empty when it is none. */
  array(dict: Holder, key: string): readonly (PdfObject | undefined)[] {
    return (asArray(this.at(dict, key))?.toArray() ?? []).map((item) => this.resolve(item));
  }

  /** Items of an array or the single object, not resolved: references tell which object is meant. */
  list(dict: Holder, key: string): readonly PdfObject[] {
    return asList(this.at(dict, key));
  }
}

/** Bytes of a stream; undefined when its filters do not fit its data. */
export function decodeStream(stream: PdfStream | undefined): Uint8Array | undefined {
  try {
    return stream && dataOf(stream);
  } catch {
    return undefined;
  }
}
