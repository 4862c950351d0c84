/** XHTML that Send to Kindle garbles or refuses (innocenat/kindle-epub-fix, README). */
import { strFromU8 } from 'fflate';
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { tellElement } from '../place.ts';
import type { EpubFrame, InspectPage } from '../read.ts';
import { findAll } from '../xml.ts';

const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>/i;

/** Without the encoding in its first line, a file is taken for ISO-8859-1. */
export function seekMissingDeclarations(file: string, { archive }: EpubFrame): InspectPage {
  return ({ page: { path } }) => {
    const start = archive.texts.get(path)?.subarray(0, 64) ?? new Uint8Array();
    if (declaration.test(strFromU8(start))) return [];
    return [createMessage('proof-xml-declaration', { where: path }, { file })];
  };
}

/** A link to the id of `body` counts as unresolved. */
export function seekBodyIds(file: string): InspectPage {
  return ({ page: { path }, tree }) =>
    findAll(tree, 'body')
      .filter(({ attributes }) => attributes.id !== undefined)
      .map((body): Message => createMessage('proof-body-id', { where: tellElement(path, body) }, { file }));
}

/** A book with an `img` without `src` is refused. */
export function seekMissingSources(file: string): InspectPage {
  return ({ page: { path }, tree }) =>
    findAll(tree, 'img')
      .filter(({ attributes }) => !attributes.src)
      .map((image) => createMessage('proof-picture-source', { where: tellElement(path, image) }, { file }));
}
