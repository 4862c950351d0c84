/** One pass over the content streams of a page, told to all who listen. */
import type { PdfDict, PdfStream } from '@libpdf/core';
import type { GlyphReader } from './glyphs.ts';
import { asDict, asName, asStream, dataOf, numberOf } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import { forEachOperation, isName, type LetterRow, type Operand, type Operation } from './tokens.ts';

/** A content stream: a page's, or that of a form drawn on it. */
export interface ContentStream {
  /** The page that it is drawn on. */
  readonly page: PdfPage;
  /** Number of the page's or form's object: what marked content is named by. */
  readonly holder: number;
  /** The page's or form's own dictionary. */
  readonly dict: PdfDict;
  readonly resources: PdfDict | undefined;
}

/** Hears the operations in the order in which they are drawn; streams nest. */
export interface ContentListener {
  /** The only operators that it is told; absent for all. Most of a page are letters, which few listen to. */
  readonly operators?: Pick<ReadonlySet<string>, 'has'>;
  /** Is lent the runs of glyphs of a page while they are gathered: it hears each operation after them. */
  follow?(glyphs: readonly GlyphReader[]): void;
  open(stream: ContentStream): void;
  take(operation: Operation): void;
  /** Is lent letters in a row; without it, the listener is told their operations. */
  takeRow?(row: LetterRow): void;
  close(): void;
}

/** Names marked content by the object whose stream holds it, a page or a form, and its number there. */
export function contentId(object: number, number: number): string {
  return `${object}/${number}`;
}

/** Forms within forms: deeper is a loop. */
const deepestForm = 20;
/** A page that draws more forms than this is an attack: forms that draw forms multiply. */
const mostForms = 20_000;

/** Reads a page's content and, where they are drawn, its forms. */
export function walkPage(file: PdfFile, page: PdfPage, listeners: readonly ContentListener[]): void {
  const stream = { page, holder: page.object, dict: page.dict, resources: page.resources };
  walkStream(file, stream, file.contentOf(page), new Audience(listeners), { depth: 0, forms: 0 });
}

/** Who listens to what. */
class Audience {
  readonly all: readonly ContentListener[];
  readonly #byOperator = new Map<string, readonly ContentListener[]>();

  constructor(all: readonly ContentListener[]) {
    this.all = all;
  }

  tell(operation: Operation): void {
    const { operator } = operation;
    const listeners = this.#byOperator.get(operator) ?? this.#choose(operator);
    for (let at = 0; at < listeners.length; at += 1) listeners[at]?.take(operation);
  }

  tellRow(row: LetterRow): void {
    const listeners = this.#byOperator.get('Tj') ?? this.#choose('Tj');
    for (const listener of listeners)
      if (listener.takeRow) listener.takeRow(row);
      else spell(row, listener);
  }

  #choose(operator: string): readonly ContentListener[] {
    const chosen = this.all.filter(({ operators }) => operators?.has(operator) ?? true);
    this.#byOperator.set(operator, chosen);
    return chosen;
  }
}

function spell({ length, x, y, texts }: LetterRow, listener: ContentListener): void {
  for (let at = 0; at < length; at += 1) {
    const text = texts[at];
    listener.take({ operator: 'Td', operands: [x[at] ?? 0, y[at] ?? 0] });
    if (text) listener.take({ operator: 'Tj', operands: [text] });
  }
}

interface Progress {
  depth: number;
  forms: number;
}

/** Reads one stream that is drawn on a page. */
function walkStream(
  file: PdfFile,
  stream: ContentStream,
  content: Uint8Array,
  audience: Audience,
  progress: Progress,
): void {
  for (const listener of audience.all) listener.open(stream);
  const take = (operation: Operation) => {
    audience.tell(operation);
    if (operation.operator !== 'Do' || progress.depth > deepestForm || progress.forms > mostForms) return;
    const form = findForm(file, operation.operands[0], stream);
    if (!form) return;
    progress.depth += 1;
    progress.forms += 1;
    walkStream(file, form.stream, form.content, audience, progress);
    progress.depth -= 1;
  };
  forEachOperation(content, take, (row) => audience.tellRow(row));
  for (const listener of audience.all) listener.close();
}

interface Form {
  readonly stream: ContentStream;
  readonly content: Uint8Array;
}

function findForm(
  { resolve }: PdfFile,
  operand: Operand | undefined,
  around: ContentStream,
): Form | undefined {
  const objects = asDict(resolve(around.resources?.get('XObject')));
  const reference = isName(operand) ? objects?.get(operand.name) : undefined;
  const form = asStream(resolve(reference));
  if (!form || asName(resolve(form.get('Subtype'))) !== 'Form') return undefined;
  return { stream: openForm(form, numberOf(reference), around, resolve), content: dataOf(form) };
}

function openForm(
  form: PdfStream,
  number: number | undefined,
  around: ContentStream,
  resolve: PdfFile['resolve'],
): ContentStream {
  const resources = asDict(resolve(form.get('Resources'))) ?? around.resources;
  return { page: around.page, holder: number ?? -1, dict: form, resources };
}
