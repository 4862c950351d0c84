/** What identifies the edition and what made it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReportInput } from './input.ts';

/** Figures of the content's hash that stand at the foot of every handout. */
const markLength = 8;

/** Terms and values. */
export function describeHashes({ edition, generator }: ReportInput): Element[] {
  const { metadata, sha256, disclaimer } = edition;
  const facts: readonly (readonly [string, string])[] = [
    ['Identifier', metadata.id],
    ['Version', metadata.version],
    ['Language', metadata.language],
    ['Mark on every handout', sha256.slice(0, markLength)],
    ['SHA-256 of the content', sha256],
    ['SHA-256 of disclaimer.md', disclaimer.sha256],
    ['Made by', `${generator.name} ${generator.version}`],
    ['Browser', generator.browser],
  ];
  return facts.map(([name, value]) => h('div', [h('dt', name), h('dd', h('code', value))]));
}
