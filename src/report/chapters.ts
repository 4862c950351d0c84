/** Every segment: words, reading level, paper. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Edition, ReadingLevel, Segment } from '../model.ts';
import { askedGrade, chartGrade, highestGrade } from './chart.ts';
import type { ReportedFile, ReportInput } from './input.ts';
import { formatSheets } from './overview.ts';
import { count } from './words.ts';

/** An item for each segment, in reading order. */
export function describeChapters({ edition, files, levels }: ReportInput): Element[] {
  const byName = new Map(levels.map((level) => [level.segment, level]));
  const items = edition.segments.map((segment) =>
    describe(edition, segment, byName.get(segment.name), files),
  );
  const graded = levels.some(({ grade }) => grade !== undefined);
  const note = graded
    ? `The reading level is the Flesch-Kincaid grade, the years of school that a reader needs. The dashed line is at ${askedGrade}, as health writing should be; the solid one at ${highestGrade}, where an edition is refused.`
    : 'Reading levels are judged in English only.';
  return [h('p', note), h('ol.chapters', items)];
}

function describe(
  { metadata }: Edition,
  { name, title, number }: Segment,
  level: ReadingLevel | undefined,
  files: readonly ReportedFile[],
): Element {
  const handout = files.find(({ artifact }) => artifact.chapter === name);
  const facts = [
    ['Words', level ? count(level.words, 'word') : ''],
    ['Handout', handout?.sheets ? showSheets(handout.sheets.all, formatSheets(handout.sheets)) : ''],
  ].filter(([, value]) => value);
  return h('li', [
    h('h3', [
      ...(number === undefined ? [] : [h('span.number', `${number}`), ' ']),
      h('span', { lang: metadata.language, dir: 'auto' }, title),
    ]),
    h(
      'dl',
      facts.map(([term, value]) => h('div', [h('dt', term), h('dd', value)])),
    ),
    level?.grade === undefined ? h('p.grade', 'no grade') : chartGrade(level.grade),
  ]);
}

function showSheets(all: number, sheets: string): string {
  return `${sheets} ${all === 1 ? 'sheet' : 'sheets'}`;
}
