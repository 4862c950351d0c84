/** What the file says of itself (ISO 14289-1, 5, 6 and 7.1). */
import type { UaDocument } from '../document.ts';
import { expect, type Fault, type Rule, rule } from '../rule.ts';
import { dublinCore, type Property, pdfUa, type Xmp } from '../xmp.ts';

function propertiesOf({ xmp }: UaDocument): Xmp {
  return typeof xmp === 'string' ? [] : xmp;
}

function find(document: UaDocument, namespace: string, name: string): Property | undefined {
  return propertiesOf(document).find((it) => it.namespace === namespace && it.name === name);
}

/** `pdfuaid:part` is 1, and the schema has its own prefix (5; Matterhorn 06-002). */
function* findIdentification(document: UaDocument): Iterable<Fault> {
  const part = find(document, pdfUa, 'part');
  const problem = part ? `pdfuaid:part is ${part.value}` : 'pdfuaid:part is missing';
  yield* expect(part !== undefined && Number(part.value) === 1, problem, 'metadata');
  for (const { namespace, prefix, name } of propertiesOf(document))
    if (namespace === pdfUa && prefix !== 'pdfuaid')
      yield { problem: `${name} has the prefix ${prefix}`, where: 'metadata' };
}

/** `%PDF-1.n`, n from 0 to 7 (6.1). */
function findHeader({ file }: UaDocument): Iterable<Fault> {
  const problem = `the header is ${JSON.stringify(file.header.slice(0, 12))}`;
  return expect(/^%PDF-1\.[0-7]$/.test(file.header), problem, 'header');
}

/** The file says that it is tagged (6.2). */
function findMarked({ file, look }: UaDocument): Iterable<Fault> {
  const marked = look.flag(look.dict(file.catalog, 'MarkInfo'), 'Marked');
  return expect(marked === true, 'MarkInfo has no Marked that is true', 'catalog');
}

/** Nothing is suspected to be tagged in the wrong way (7.1; Matterhorn 01-007). */
function findSuspects({ file, look }: UaDocument): Iterable<Fault> {
  const suspects = look.flag(look.dict(file.catalog, 'MarkInfo'), 'Suspects');
  return expect(suspects !== true, 'Suspects is true', 'catalog');
}

/** The catalog has metadata in XMP (7.1; Matterhorn 06-001). */
function findMetadata({ file, look, xmp }: UaDocument): Iterable<Fault> {
  if (xmp === 'malformed') return [{ problem: 'the metadata is no well-formed XML', where: 'metadata' }];
  const stream = look.stream(file.catalog, 'Metadata');
  const typed = look.name(stream, 'Type') === 'Metadata' && look.name(stream, 'Subtype') === 'XML';
  return expect(typed, 'the catalog has no metadata stream of the type XML', 'catalog');
}

/** `dc:title` names the document, and Info names it alike (7.1; Matterhorn 06-003). */
function* findTitle(document: UaDocument): Iterable<Fault> {
  const { file, look } = document;
  const title = find(document, dublinCore, 'title')?.value;
  yield* expect(title !== undefined && title !== '', 'dc:title is missing', 'metadata');
  const info = look.text(file.info, 'Title')?.trim();
  if (!title || !info) return;
  const problem = `dc:title is “${title}”, and the title in Info is “${info}”`;
  yield* expect(title === info, problem, 'metadata');
}

/** The window shows the title, not the file's name (7.1; Matterhorn 07-001 and 07-002). */
function findTitleDisplay({ file, look }: UaDocument): Iterable<Fault> {
  const shown = look.flag(look.dict(file.catalog, 'ViewerPreferences'), 'DisplayDocTitle');
  return expect(shown === true, 'ViewerPreferences has no DisplayDocTitle that is true', 'catalog');
}

const finish = 'Let the finishing pass of the print run set it; the file must not be given out.';

export const identificationRules: readonly Rule[] = [
  rule('5', findIdentification, finish),
  rule('6.1', findHeader, finish),
  rule('6.2', findMarked, finish),
  rule('7.1', findSuspects, finish),
  rule('7.1', findMetadata, finish),
  rule('7.1', findTitle, finish),
  rule('7.1', findTitleDisplay, finish),
];
