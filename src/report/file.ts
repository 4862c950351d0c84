/** One file: its proof, pages and contents. */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, Proof, Verified } from '../model.ts';
import { nameCheck } from './checks.ts';
import { contactSheet } from './contact-sheet.ts';
import { listContents } from './contents.ts';
import type { ReportedFile } from './input.ts';
import { formatSheets, idOf, langOf } from './overview.ts';
import { count, formatBytes, hrefOf, isolateQuotes, nameFile, nameKind, namePaper } from './words.ts';

/** A section; what is long stands folded in it. */
export function describeFile(edition: Edition, file: ReportedFile, index: number): Element {
  const { artifact, pictures } = file;
  const { proof, contents } = artifact;
  const id = idOf(index);
  const name = nameFile(artifact, edition);
  return h('article.file', { id, ariaLabelledBy: `${id}-name` }, [
    h('h3', { id: `${id}-name` }, h('bdi', { lang: langOf(artifact.chapter, edition) }, name)),
    h('p.facts', listFacts(file)),
    h('p.hash', ['SHA-256 ', h('code', hash(artifact.bytes))]),
    fold(`Proof: ${count(proof.length, 'check')}, all hold`, name, listProof(artifact), false),
    ...(pictures.length === 0
      ? []
      : [fold(`Pages: ${count(pictures.length, 'picture')}`, name, contactSheet(file), index === 0)]),
    fold(
      `Contents: ${count(contents.headings.length, 'heading')}`,
      name,
      listContents(artifact, edition),
      false,
    ),
  ]);
}

function listFacts({ artifact, sheets }: ReportedFile): ElementContent[] {
  const { kind, path, pages, pageSize, bytes, chapter } = artifact;
  const facts = [
    ...(chapter === undefined ? [] : [nameKind(kind)]),
    ...(pages === undefined ? [] : [count(pages, kind === 'booklet' ? 'side' : 'page')]),
    ...(sheets ? [`${formatSheets(sheets)} ${sheets.all === 1 ? 'sheet' : 'sheets'}`] : []),
    ...(pageSize ? [namePaper(pageSize)] : []),
    formatBytes(bytes.byteLength),
  ];
  return [h('a', { href: hrefOf(path) }, path), ...facts.map((fact) => h('span', fact))];
}

function fold(title: string, of: string, content: Element, open: boolean): Element {
  return h('details', { open }, [h('summary', [title, h('span.of', ` (${of})`)]), content]);
}

function listProof({ proof, path }: Verified): Element {
  const rows = proof.map((line) =>
    h('tr', [
      h('th', { scope: 'row' }, [nameCheck(line.check), ' ', h('code', line.check)]),
      h('td.result', 'holds'),
      h('td', place(line, path)),
    ]),
  );
  const heads = ['Check', 'Result', 'Where'];
  return h('table.proof', [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h('tbody', rows),
  ]);
}

/** A place on a page is a link to it. */
function place({ where, boxes }: Proof, path: string): (Element | string)[] {
  const page = boxes?.[0]?.page;
  const words = isolateQuotes(where);
  return page === undefined ? words : [h('a', { href: hrefOf(path, page) }, words)];
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
