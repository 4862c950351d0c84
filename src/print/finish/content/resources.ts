/** What the names in a content stream stand for (ISO 32000-1, 7.8.3). */
import type { PDFDict as Dict, PDFRef as Ref } from '@cantoo/pdf-lib';
import { PDFDict, PDFName, PDFRawStream, PDFRef } from '../../pdf-lib.ts';
import { decodeStream } from './streams.ts';
import type { ObjectKind } from './survey.ts';

/** An external object that is a form. */
export interface Form {
  readonly ref: Ref;
  readonly dict: Dict;
  readonly resources: Dict | undefined;
}

const Subtype = PDFName.of('Subtype');

export class Resources {
  readonly #objects: Dict | undefined;
  readonly #dict: Dict | undefined;
  readonly #kinds = new Map<string, ObjectKind>();
  /** Forms with tagged content of their own that were asked for. */
  readonly taggedForms: Form[] = [];

  constructor(dict: Dict | undefined) {
    this.#dict = dict;
    this.#objects = dict?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  }

  kindOf(name: string): ObjectKind {
    const known = this.#kinds.get(name);
    if (known) return known;
    const kind = this.#readKind(name);
    this.#kinds.set(name, kind);
    return kind;
  }

  #readKind(name: string): ObjectKind {
    const ref = this.#objects?.get(PDFName.of(name));
    const object = this.#objects?.lookup(PDFName.of(name));
    if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef)) return 'graphic';
    const { dict } = object;
    if (dict.lookup(Subtype) !== PDFName.of('Form')) return 'graphic';
    if (!Buffer.from(decodeStream(object)).includes('/MCID')) return 'form';
    const resources = dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? this.#dict;
    this.taggedForms.push({ ref, dict, resources });
    return 'tagged-form';
  }
}
