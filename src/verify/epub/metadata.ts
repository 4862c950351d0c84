/** What an e-book says of itself, which shops and reading systems show before anyone has opened it. */
import type { Message, Metadata } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { namesSegment } from '../checks/stretch.ts';
import { type Findings, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import type { SourceEdition } from '../source.ts';
import type { Places } from './chapters.ts';
import type { XhtmlPage } from './page.ts';
import { tellElement } from './place.ts';
import type { EpubReading } from './read.ts';
import { findAll, findFirst, textOf, type XmlElement } from './xml.ts';

/** What the package and the titles of its files must say. */
export function checkMetadata(
  reading: EpubReading,
  places: Places,
  edition: SourceEdition,
  file: string,
): Findings {
  const { path } = reading.package;
  const fields = listFields(edition.metadata);
  const messages = [
    ...checkFields(reading, fields, file),
    ...checkTitles(reading, places, edition, file),
    ...checkNcx(reading, edition.metadata, file),
  ];
  return judge('metadata', `${path}: ${fields.length} fields, and ${reading.pages.size} titles`, messages);
}

/** An element of Dublin Core and the texts that it may have; the first is needed. */
interface Field {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isNeeded: boolean;
}

function listFields({ title, subtitle, author, editor, reviewer, ...more }: Metadata): Field[] {
  const { id, published, description, subjects, source, rights, isbn } = more;
  const people = [editor, ...(reviewer === 'none' ? [] : [reviewer])].map(({ name }) => name);
  const needed = (name: string, ...texts: (string | undefined)[]): Field => {
    const [first = ''] = texts;
    return { name, texts: texts.filter((text) => text !== undefined), isNeeded: first.trim() !== '' };
  };
  const possible = (name: string, ...texts: string[]): Field => ({ name, texts, isNeeded: false });
  return [
    needed('title', title, subtitle),
    needed('creator', author.name),
    needed('identifier', id, isbn && `urn:isbn:${isbn}`),
    needed('description', description),
    possible('contributor', author.name, ...people),
    possible('date', published),
    possible('subject', ...subjects),
    possible('rights', rights),
    possible('source', source.url ?? '', source.title),
  ];
}

/** The identifier of the printed book is proved with its pages. */
const ofBook = /^urn:uuid:/;

function checkFields(
  { parse, package: { path } }: EpubReading,
  fields: readonly Field[],
  file: string,
): Message[] {
  const metadata = findFirst(parse(path), 'metadata');
  const elements = metadata ? metadata.children.filter((child) => typeof child !== 'string') : [];
  const tell = (what: string, found: string, where: string, expected: string) =>
    createMessage('proof-metadata', { what, found, where, expected }, { file });
  const wrong = elements.flatMap((element) => {
    const field = fields.find(({ name }) => name === element.name);
    const text = textOf(element);
    if (!field || field.texts.some((it) => fold(it) === fold(text))) return [];
    if (field.name === 'source' && ofBook.test(text)) return [];
    const expected = field.texts.map((it) => `“${excerpt(it)}”`).join(' or ') || 'none';
    return [tell(field.name, excerpt(text), tellElement(path, element), expected)];
  });
  const missing = fields.filter(({ name, texts: [text = ''], isNeeded }) => {
    const isThere = (element: XmlElement) => element.name === name && fold(textOf(element)) === fold(text);
    return isNeeded && !wrong.length && !elements.some(isThere);
  });
  return [
    ...wrong,
    ...missing.map(({ name, texts: [text = ''] }) => tell(name, '', path, `“${excerpt(text)}”`)),
  ];
}

/** A segment's file is called by its title, others by words of the edition. */
function checkTitles(reading: EpubReading, places: Places, edition: SourceEdition, file: string): Message[] {
  const segments = new Map(
    edition.segments.map((segment) => [places.get(segment.name)?.page, segment.title] as const),
  );
  const furniture = openFurniture(edition);
  return [...reading.pages.values()].flatMap((page) => {
    const title = segments.get(page);
    const found = fold(page.title);
    if (title === undefined ? furniture.explains(found, 'numbers') : namesSegment(found, title)) return [];
    const expected = title === undefined ? 'words of the edition' : `“${title}”`;
    return [tellTitle(page, expected, file)];
  });
}

function tellTitle({ path, title }: XhtmlPage, expected: string, file: string): Message {
  const values = { what: 'title', found: excerpt(title), where: path, expected };
  return createMessage('proof-metadata', values, { file });
}

/** The contents of EPUB 2 have title and author once more. */
function checkNcx({ parse, package: book }: EpubReading, metadata: Metadata, file: string): Message[] {
  const expected = { docTitle: metadata.title, docAuthor: metadata.author.name };
  return book.items
    .filter(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
    .flatMap(({ path }) =>
      Object.entries(expected).flatMap(([what, text]) =>
        findAll(parse(path), what)
          .filter((element) => fold(textOf(element)) !== fold(text))
          .map((element) => {
            const where = tellElement(path, element);
            const values = { what, found: excerpt(textOf(element)), where, expected: `“${text}”` };
            return createMessage('proof-metadata', values, { file });
          }),
      ),
    );
}
