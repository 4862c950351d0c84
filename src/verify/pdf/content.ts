/** One pass over the content streams of a page, told to all who listen. */
import type { PdfDict, PdfStream } from '@libpdf/core';
import { asDict, asName, asStream, dataOf, numberOf } from './objects.ts';
import type { PdfFile, PdfPage } from './open.ts';
import { forEachOperation, isName, type Operand, type Operation } from './tokens.ts';

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
  open(stream: ContentStream): void;
  take(operation: Operation): void;
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
  walkStream(file, stream, file.contentOf(page), listeners, { depth: 0, forms: 0 });
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
  listeners: readonly ContentListener[],
  progress: Progress,
): void {
  for (const listener of listeners) listener.open(stream);
  forEachOperation(content, (operation) => {
    for (const listener of listeners) listener.take(operation);
    if (operation.operator !== 'Do' || progress.depth > deepestForm || progress.forms > mostForms) return;
    const form = findForm(file, operation.operands[0], stream);
    if (!form) return;
    progress.depth += 1;
    progress.forms += 1;
    walkStream(file, form.stream, form.content, listeners, progress);
    progress.depth -= 1;
  });
  for (const listener of listeners) listener.close();
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
