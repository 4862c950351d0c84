/** Everything that is drawn is content with a place in the structure, or an artifact (ISO 14289-1, 7.1). */
import type { UaDocument } from '../document.ts';
import { expect, type Fault, type Rule, rule } from '../rule.ts';
import type { Sightings } from '../sighting.ts';

function* tell(sightings: Sightings, describe: (what: string) => string): Iterable<Fault> {
  for (const { what, where, count } of sightings.values())
    yield { problem: describe(what) + (count > 1 ? ` (${count} times)` : ''), where };
}

/** Tagged or an artifact (7.1; Matterhorn 01-005). */
function findUnmarked({ survey }: UaDocument): Iterable<Fault> {
  return tell(survey.unmarked, (what) => `${what} is neither tagged nor an artifact`);
}

/** Artifacts and tagged content do not nest (7.1; Matterhorn 01-003 and 01-004). */
function findNesting({ survey }: UaDocument): Iterable<Fault> {
  return tell(survey.marks.nesting, (what) => what);
}

/** Marked content begins and ends in the same stream (ISO 32000-1, 14.6.1). */
function findUnbalanced({ survey }: UaDocument): Iterable<Fault> {
  return tell(survey.unbalanced, (what) => what);
}

/** From numbered content a way leads to the structure and back (ISO 32000-1, 14.7.4.4). */
function findStrays({ survey }: UaDocument): Iterable<Fault> {
  return tell(survey.marks.strays, (what) => `of numbered content, ${what}`);
}

/** The catalog has a structure tree (7.1). */
function findNoTree({ structure }: UaDocument): Iterable<Fault> {
  return expect(structure.root !== undefined, 'there is no StructTreeRoot', 'catalog');
}

/** Each element has one parent, and names it (ISO 32000-1, 14.7.2). */
function* findLostElements({ structure, look }: UaDocument): Iterable<Fault> {
  for (const where of structure.knots)
    yield { problem: 'it is reached twice in the structure tree, or lies too deep', where };
  for (const { dict, parent, where } of structure.elements) {
    const named = look.dict(dict, 'P');
    if (named === undefined) yield { problem: 'it does not name its parent', where };
    else if (named !== (parent?.dict ?? structure.root))
      yield { problem: 'it names another parent than the one that has it', where };
  }
}

/** A form with numbered content is drawn once (7.20; ISO 32000-1, 14.7.4.2; Matterhorn 30-002). */
function* findRepeatedForms({ survey }: UaDocument): Iterable<Fault> {
  for (const { where, times } of survey.forms.values())
    if (times > 1) yield { problem: `a form with tagged content is drawn ${times} times`, where };
}

/** No content of another file (7.20; Matterhorn 30-001). */
function* findReferenceObjects({ dictionaries, look }: UaDocument): Iterable<Fault> {
  for (const dict of dictionaries)
    if (look.name(dict, 'Subtype') === 'Form' && dict.has('Ref'))
      yield { problem: 'a form takes its content from another file', where: 'XObject' };
}

const mark = 'Mark it in the finishing pass: as an artifact, or with its element of the structure tree.';
const untangle = 'Let each element stand once in the structure tree, and name its parent.';

export const markingRules: readonly Rule[] = [
  rule('7.1', findNoTree, 'Print with tags.'),
  rule('7.1', findUnmarked, mark),
  rule('7.1', findNesting, mark),
  rule('7.1', findUnbalanced, mark),
  rule('7.1', findStrays, 'Keep marked content, structure tree and parent tree in agreement.'),
  rule('7.1', findLostElements, untangle),
  rule('7.20', findRepeatedForms, 'Draw the form once, or copy it.'),
  rule('7.20', findReferenceObjects, 'Draw the content itself.'),
];
