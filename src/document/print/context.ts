/** What all print documents are composed from. */
import type { Asset, Body, Edition, Templates } from '../../model.ts';
import type { Words } from '../words.ts';

export interface Context {
  readonly edition: Edition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
  readonly words: Words;
  /** Fonts and pictures, shared by all documents. */
  readonly assets: readonly (readonly [string, Asset])[];
}

/** @throws TypeError when there is no such template */
export function readTemplate(templates: Templates, name: string): string {
  const text = templates.print.get(name);
  if (text === undefined) throw new TypeError(`There is no template ${name}`);
  return text;
}
