/** The head of the report: which edition, and what came of it. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../model.ts';
import type { ReportedFile } from './input.ts';
import { count } from './words.ts';

/** The title in its own language and direction. */
export function titleOf({ metadata }: Edition): Element {
  return h('span', { lang: metadata.language, dir: 'auto' }, metadata.title);
}

/** Version, days, persons. */
export function describeEdition({ metadata }: Edition): Element[] {
  const { version, published, reviewed, reviewBy, author, reviewer } = metadata;
  const checkedBy =
    reviewer === 'none' ? 'not yet reviewed by a clinician' : `${reviewer.name}, ${reviewer.date}`;
  const facts: readonly (readonly [string, ElementContent | string])[] = [
    ['By', h('span', { lang: metadata.language, dir: 'auto' }, author.name)],
    ['Version', version],
    ['Published', h('time', published)],
    ['Facts checked', h('time', reviewed)],
    ['To be checked again by', h('time', reviewBy)],
    ['Clinical review', checkedBy],
  ];
  return facts.map(([name, value]) => h('div', [h('dt', name), h('dd', [value])]));
}

/** One sentence, and the figures behind it. A report is written only when every check holds. */
export function concludeProof(files: readonly ReportedFile[]): Element[] {
  const proofs = files.flatMap(({ artifact }) => artifact.proof);
  const places = proofs.filter(({ check }) => check === 'disclaimer-full' || check === 'disclaimer-chapter');
  const all = proofs.every(({ result }) => result === 'pass');
  if (!all) throw new TypeError('A report is made of proved files only');
  return [
    h('p.holds', [
      h('strong', `All ${count(proofs.length, 'check')} hold`),
      ` in ${count(files.length, 'finished file')}. `,
      `The disclaimer was found ${count(places.length, 'time')}: in the front matter and at the opening of every part.`,
    ]),
  ];
}
