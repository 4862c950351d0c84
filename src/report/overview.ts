/** All files at a glance. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Edition, Sheets } from '../model.ts';
import type { ReportedFile } from './input.ts';
import { formatBytes, nameFile, namePaper } from './words.ts';

const heads = ['File', 'Pages', 'Sheets', 'Paper', 'Size', 'Disclaimers', 'Checks'];

/** A row for each file, with a link to its part of the report. */
export function overview(edition: Edition, files: readonly ReportedFile[]): Element {
  return h('table', [
    h(
      'thead',
      h(
        'tr',
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      files.map((file, index) => row(edition, file, index)),
    ),
  ]);
}

function row(edition: Edition, { artifact, sheets }: ReportedFile, index: number): Element {
  const { pages, pageSize, bytes, proof } = artifact;
  const disclaimers = proof.filter(({ check }) => /^disclaimer-(full|chapter)$/.test(check)).length;
  const cells = [
    pages === undefined ? '' : String(pages),
    sheets ? formatSheets(sheets) : '',
    pageSize ? namePaper(pageSize) : '',
    formatBytes(bytes.byteLength),
    String(disclaimers),
    `${proof.length} hold`,
  ];
  const name = h('a', { href: `#${idOf(index)}` }, nameFile(artifact, edition));
  return h('tr', [
    h('th', { scope: 'row' }, h('bdi', { lang: langOf(artifact.chapter, edition) }, name)),
    ...cells.map((cell, at) => h('td', { dataHead: heads[at + 1] }, cell)),
  ]);
}

/** A chapter's title is in the edition's language, other names are in that of the report. */
export function langOf(chapter: string | undefined, { metadata }: Edition): string | undefined {
  return chapter === undefined ? undefined : metadata.language;
}

/** Id of the part of the report that is about a file. */
export function idOf(index: number): string {
  return `file-${index + 1}`;
}

/** `2`, or `2 + 1` when the last one is to be torn off. */
export function formatSheets({ all, tearOff }: Sheets): string {
  return tearOff === 0 ? `${all}` : `${all - tearOff} + ${tearOff}`;
}
