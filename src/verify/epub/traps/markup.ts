/** XHTML that Send to Kindle garbles or refuses (innocenat/kindle-epub-fix, README). */
import { strFromU8 } from 'fflate';
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { tellElement } from '../place.ts';
import type { EpubReading } from '../read.ts';
import { findAll } from '../xml.ts';

const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>/i;

/** Without the encoding in its first line, a file is taken for ISO-8859-1. */
export function findMissingDeclarations({ archive, pages }: EpubReading, file: string): readonly Message[] {
  return [...pages.keys()]
    .filter(
      (path) => !declaration.test(strFromU8((archive.texts.get(path) ?? new Uint8Array()).slice(0, 64))),
    )
    .map((path) => createMessage('proof-xml-declaration', { where: path }, { file }));
}

/** A link to the id of `body` counts as unresolved. */
export function findBodyIds({ pages }: EpubReading, file: string): readonly Message[] {
  return [...pages.values()].flatMap(({ path, tree }) =>
    [...findAll(tree, 'body')]
      .filter(({ attributes }) => attributes.id !== undefined)
      .map((body) => createMessage('proof-body-id', { where: tellElement(path, body) }, { file })),
  );
}

/** A book with an `img` without `src` is refused. */
export function findMissingSources({ pages }: EpubReading, file: string): readonly Message[] {
  return [...pages.values()].flatMap(({ path, tree }) =>
    [...findAll(tree, 'img')]
      .filter(({ attributes }) => !attributes.src)
      .map((image) => createMessage('proof-picture-source', { where: tellElement(path, image) }, { file })),
  );
}
