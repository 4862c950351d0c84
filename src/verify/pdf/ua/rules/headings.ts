/** Headings are in order (ISO 14289-1, 7.4). */
import type { UaDocument } from '../document.ts';
import { childrenOf } from '../element.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

function levelOf(role: string): number | undefined {
  const [, digits] = /^H([1-9]\d*)$/.exec(role) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** H1 first, and no level is skipped on the way down (7.4.2; Matterhorn 14-002 and 14-003). */
function* findSkippedLevels({ structure }: UaDocument): Iterable<Fault> {
  let last = 0;
  for (const { role, where } of structure.elements) {
    const level = levelOf(role);
    if (level === undefined) continue;
    if (level > last + 1) {
      const before = last === 0 ? 'it is the first heading' : `it follows H${last}`;
      yield { problem: `${before}, expected H${last + 1} at most`, where };
    }
    last = level;
  }
}

/** `H` or `H1` to `H6`, not both (7.4.4; Matterhorn 14-007). */
function* findMixed({ structure }: UaDocument): Iterable<Fault> {
  const plain = structure.elements.find(({ role }) => role === 'H');
  const numbered = structure.elements.find(({ role }) => levelOf(role) !== undefined);
  if (plain && numbered) yield { problem: `the file has H beside ${numbered.role}`, where: plain.where };
}

/** A heading `H` stands once in what it heads (7.4.4; Matterhorn 14-006). */
function* findCrowdedHeadings({ structure }: UaDocument): Iterable<Fault> {
  for (const element of structure.elements)
    if (element.children.length > 1 && childrenOf(element).filter(({ role }) => role === 'H').length > 1)
      yield { problem: 'it holds more than one H', where: element.where };
}

export const headingRules: readonly Rule[] = [
  rule('7.4.2', findSkippedLevels, 'Let the document begin with H1, and go down one level at a time.'),
  rule('7.4.4', findMixed, 'Use H1 to H6 throughout.'),
  rule('7.4.4', findCrowdedHeadings, 'Use H1 to H6 throughout.'),
];
