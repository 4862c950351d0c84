/**
 * A plain file: every program shows and prints the same pages of it. What opens something else, moves, hides or
 * covers, or gives colours and lengths another meaning, is refused wherever it stands: an edition needs none of it.
 */
import type { PdfDict } from '@libpdf/core';
import type { Kind, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import type { ContentListener, ContentStream } from './content.ts';
import { rectangleOf } from './links.ts';
import { asDict, asList, asName, asNumber, type Resolve } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import { tellPlace } from './place.ts';

/** Entries of the catalog (ISO 32000-1, 7.7.2) and what they do. */
const ofCatalog: Readonly<Record<string, string>> = {
  AA: 'something happens when it is opened, printed or closed',
  AcroForm: 'it has a form',
  Collection: 'it is opened as a collection of other files',
  OCProperties: 'it has layers that can be switched on and off',
  Requirements: 'it demands a program that can do more than show it',
};

/** Entries of the dictionary of names (7.7.4). */
const ofNames: Readonly<Record<string, string>> = {
  AlternatePresentations: 'it can be shown as something else',
  EmbeddedFiles: 'other files are in it',
  JavaScript: 'it runs a script',
};

/** Entries of a page (7.7.3.3). */
const ofPage: Readonly<Record<string, string>> = {
  AA: 'something happens when the page is opened or closed',
  Dur: 'the page is turned by itself',
  PresSteps: 'the page is shown in steps',
  Trans: 'the page comes with an effect',
};

const letter = [612, 792] as const;
const a4 = [595.28, 841.89] as const;
const sheets = [letter, a4];
/** Width and height in pt that pages have. */
const sizes: Readonly<Record<Exclude<Kind, 'ebook'>, readonly (readonly [number, number])[]>> = {
  book: [
    [419.53, 595.28],
    [432, 648],
  ],
  handout: sheets,
  'chapter-handout': sheets,
  'large-print': sheets,
  booklet: sheets.map(([width, height]) => [height, width] as const),
};
/** In pt: what programs round. */
const tolerance = 2;

/** A colour space by which another takes the place of grey, RGB or CMYK (8.6.5.6): black may be white. */
const standIns = ['DefaultGray', 'DefaultRGB', 'DefaultCMYK'];

interface Fault {
  readonly problem: string;
  readonly where: string;
}

/** Looks at the resources of each stream while the pages are read. */
export class StandInFinder implements ContentListener {
  readonly operators = new Set<string>();
  readonly faults: Fault[] = [];
  readonly #resolve: Resolve;
  readonly #seen = new Set<PdfDict>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  open({ resources, page }: ContentStream): void {
    if (!resources || this.#seen.has(resources)) return;
    this.#seen.add(resources);
    const spaces = asDict(this.#resolve(resources.get('ColorSpace')));
    for (const name of standIns)
      if (spaces?.has(name))
        this.faults.push({ problem: `${name} gives colours another meaning`, where: `page ${page.number}` });
  }

  take(): void {}

  close(): void {}
}

/** Proves that a file is plain. @param found by the finder, after every page was read */
export function checkPlainness(
  file: PdfFile,
  { faults }: StandInFinder,
  kind: Exclude<Kind, 'ebook'>,
  path: string,
): Findings {
  const all = [
    ...inspectCatalog(file),
    ...file.pages.flatMap((page) => [...inspectPage(page, kind, file.resolve)]),
    ...faults,
  ];
  const messages = all.map(
    ({ problem, where }): Message => createMessage('proof-plain', { problem, where }, { file: path }),
  );
  return judge('plain-file', `catalog and ${file.pages.length} pages`, messages);
}

function* inspectCatalog({ catalog, resolve }: PdfFile): Generator<Fault> {
  const names = asDict(resolve(catalog.get('Names')));
  for (const problem of [...listEntries(catalog, ofCatalog), ...(names ? listEntries(names, ofNames) : [])])
    yield { problem, where: 'the document' };
  const action = asName(resolve(asDict(resolve(catalog.get('OpenAction')))?.get('S')));
  if (action !== undefined && action !== 'GoTo')
    yield { problem: `opening it does something else: ${action}`, where: 'the document' };
  if (asName(resolve(catalog.get('PageMode'))) === 'FullScreen')
    yield { problem: 'it takes the whole screen', where: 'the document' };
}

function* inspectPage(page: PdfPage, kind: Exclude<Kind, 'ebook'>, resolve: Resolve): Generator<Fault> {
  const where = `page ${page.number}`;
  for (const problem of listEntries(page.dict, ofPage)) yield { problem, where };
  if ((asNumber(resolve(page.dict.get('UserUnit'))) ?? 1) !== 1)
    yield { problem: 'its unit of length is none of 1/72 in', where };
  const { left, bottom, right, top } = page.sheet;
  const size = [right - left, top - bottom];
  const isKnown = sizes[kind].some((sides) =>
    sides.every((side, index) => Math.abs(side - (size[index] ?? 0)) <= tolerance),
  );
  if (!isKnown)
    yield {
      problem: `the page measures ${size.map(Math.round).join(' × ')} pt, no size of a ${kind}`,
      where,
    };
  for (const reference of asList(resolve(page.dict.get('Annots')))) {
    const annotation = asDict(resolve(reference));
    const problem = annotation && findPaint(annotation, resolve);
    if (problem) yield { problem, where: tellPlace(page, rectangleOf(annotation, { resolve })) };
  }
}

function listEntries(dict: PdfDict, known: Readonly<Record<string, string>>): string[] {
  return Object.entries(known).flatMap(([name, problem]) => (dict.has(name) ? [problem] : []));
}

/** A link that draws nothing is the only annotation that may lie on a page (12.5.2, 12.5.4, 12.5.6.5). */
function findPaint(annotation: PdfDict, resolve: Resolve): string | undefined {
  const type = asName(resolve(annotation.get('Subtype'))) ?? 'without a type';
  if (type !== 'Link') return `an annotation (${type}) lies on the page`;
  if (annotation.has('AP')) return 'a link draws something of its own';
  const style = asDict(resolve(annotation.get('BS')));
  const [, , ofBorder] = asList(resolve(annotation.get('Border'))).map((it) => asNumber(resolve(it)));
  const width = style ? (asNumber(resolve(style.get('W'))) ?? 1) : (ofBorder ?? 1);
  return width > 0 ? 'a link has a border' : undefined;
}
