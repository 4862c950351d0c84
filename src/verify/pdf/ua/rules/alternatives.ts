/** Words for what is not text, and ids of notes (ISO 14289-1, 7.3, 7.7 and 7.9). */
import type { UaDocument } from '../document.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

/** Elements of a role have words for those who cannot see them: an `Alt` that is not empty, or `ActualText`. */
function* findSilent({ structure, look }: UaDocument, wanted: string): Iterable<Fault> {
  for (const { role, dict, where } of structure.elements) {
    if (role !== wanted || look.text(dict, 'Alt') || look.text(dict, 'ActualText') !== undefined) continue;
    yield { problem: 'it has no alternate text', where };
  }
}

/** Figures (7.3; Matterhorn 13-004). */
function findSilentFigures(document: UaDocument): Iterable<Fault> {
  return findSilent(document, 'Figure');
}

/** Formulas (7.7; Matterhorn 17-002). */
function findSilentFormulas(document: UaDocument): Iterable<Fault> {
  return findSilent(document, 'Formula');
}

/** A note has an id of its own (7.9; Matterhorn 19-003 and 19-004). */
function* findNotesWithoutId({ structure, look }: UaDocument): Iterable<Fault> {
  const seen = new Set<string>();
  for (const { role, dict, where } of structure.elements) {
    if (role !== 'Note') continue;
    const id = look.text(dict, 'ID');
    if (!id) yield { problem: 'it has no ID', where };
    else if (seen.has(id)) yield { problem: `another note has its ID ${id}`, where };
    if (id) seen.add(id);
  }
}

export const alternativeRules: readonly Rule[] = [
  rule('7.3', findSilentFigures, 'Say between the square brackets of the image what it shows.'),
  rule('7.7', findSilentFormulas, 'Give the formula an alternate text.'),
  rule('7.9', findNotesWithoutId, 'Give each note an ID of its own.'),
];
