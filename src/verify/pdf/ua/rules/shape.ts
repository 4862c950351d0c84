/** Lists, tables and tables of contents have the shape of ISO 32000-1, 14.8.4.3 (ISO 14289-1, 7.2). */
import type { UaDocument } from '../document.ts';
import { childrenOf, parentRole } from '../element.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

/** Where each type may stand; types that are not listed may stand anywhere. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

/** What each type may hold; others may hold anything. */
const children: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOC', 'TOCI', 'Caption'],
};

/** Each element stands where its type may stand (7.2; Matterhorn 09-004 to 09-006). */
function* findStrayElements({ structure }: UaDocument): Iterable<Fault> {
  for (const element of structure.elements) {
    const allowed = parents[element.role];
    const above = parentRole(element);
    if (!allowed || (above !== undefined && allowed.includes(above))) continue;
    yield {
      problem: `it stands in ${above ?? 'the root'}, expected ${allowed.join(', ')}`,
      where: element.where,
    };
  }
}

/** Each element holds what its type may hold (7.2; Matterhorn 09-004 to 09-006). */
function* findStrayChildren({ structure }: UaDocument): Iterable<Fault> {
  for (const element of structure.elements) {
    const allowed = children[element.role];
    if (!allowed) continue;
    const stray = childrenOf(element).find(({ role }) => !allowed.includes(role));
    if (stray)
      yield { problem: `it holds ${stray.role}, expected ${allowed.join(', ')}`, where: element.where };
  }
}

/**
 * Only rows, cells and items, not text, stand between the parts of a table or list (ISO 32000-1, 14.8.4.3.3 and
 * 14.8.4.3.4). A table may hold its rules and borders; an item may hold its text without `LBody`.
 */
function* findLooseContent({ structure }: UaDocument): Iterable<Fault> {
  const frames = new Set(['THead', 'TBody', 'TFoot', 'TR', 'L', 'TOC']);
  for (const { role, contents, where } of structure.elements)
    if (frames.has(role) && contents.length > 0)
      yield { problem: 'it holds content itself, beside its parts', where };
}

/** One caption: the first child, in a table also the last (7.2; ISO 32000-1, Tables 336 and 337). */
function* findMisplacedCaptions({ structure }: UaDocument): Iterable<Fault> {
  for (const element of structure.elements) {
    if (!['Table', 'L', 'TOC'].includes(element.role)) continue;
    const roles = childrenOf(element).map(({ role }) => role);
    const at = roles.indexOf('Caption');
    if (at !== roles.lastIndexOf('Caption')) yield { problem: 'it has two captions', where: element.where };
    const last = element.role === 'Table' && at === roles.length - 1;
    if (at > 0 && !last) yield { problem: 'its caption is not its first part', where: element.where };
  }
}

/** One head and one foot at most, and a body with them (7.2; ISO 32000-1, Table 337). */
function* findTableParts({ structure }: UaDocument): Iterable<Fault> {
  for (const element of structure.elements) {
    if (element.role !== 'Table') continue;
    const count = (role: string): number => childrenOf(element).filter((child) => child.role === role).length;
    const [heads, feet, bodies] = [count('THead'), count('TFoot'), count('TBody')];
    if (heads > 1) yield { problem: `it has ${heads} heads`, where: element.where };
    if (feet > 1) yield { problem: `it has ${feet} feet`, where: element.where };
    if (heads + feet > 0 && bodies === 0)
      yield { problem: 'it has a head or foot, and no body', where: element.where };
  }
}

const shape =
  'Retag it: L holds LI, LI holds Lbl and LBody; Table holds TR, TR holds TH and TD; TOC holds TOCI.';

export const shapeRules: readonly Rule[] = [
  rule('7.2', findStrayElements, shape),
  rule('7.2', findStrayChildren, shape),
  rule('7.2', findLooseContent, shape),
  rule('7.2', findMisplacedCaptions, shape),
  rule('7.2', findTableParts, shape),
];
