/** Structure types mean what the standard says (ISO 14289-1, 7.1). */
import type { UaDocument } from '../document.ts';
import type { Element } from '../element.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

/** The first element of each type: one message is enough for all. */
function* firsts({ structure }: UaDocument): Iterable<Element> {
  const seen = new Set<string>();
  for (const element of structure.elements) {
    if (seen.has(element.type)) continue;
    seen.add(element.type);
    yield element;
  }
}

/** Standard, or mapped to a standard type (7.1; Matterhorn 02-001). */
function* findUnmapped(document: UaDocument): Iterable<Fault> {
  for (const { mapping, type, where } of firsts(document))
    if (mapping.role === undefined)
      yield { problem: `the type ${type} is not standard, and not mapped to one that is`, where };
}

/** No type leads back to itself (7.1; Matterhorn 02-003). */
function* findCircles(document: UaDocument): Iterable<Fault> {
  for (const { mapping, type, where } of firsts(document))
    if (mapping.circular) yield { problem: `the role map leads the type ${type} in a circle`, where };
}

/** No standard type is given another meaning (7.1; Matterhorn 02-004). */
function* findRemapped(document: UaDocument): Iterable<Fault> {
  for (const { mapping, type, where } of firsts(document))
    if (mapping.remapped) yield { problem: `the role map maps a standard type anew, for ${type}`, where };
}

const remedy = 'Map the types of our own, and no other, in RoleMap to the standard types of PDF 1.7.';

export const typeRules: readonly Rule[] = [
  rule('7.1', findUnmapped, remedy),
  rule('7.1', findCircles, remedy),
  rule('7.1', findRemapped, remedy),
];
