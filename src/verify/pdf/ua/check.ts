/** The check of a PDF against PDF/UA-1 (ISO 14289-1:2014), as far as a machine can tell. */
import { walkPage } from '../content.ts';
import { explain, type PdfFile } from '../open.ts';
import { openUaDocument, type UaDocument } from './document.ts';
import { fontRules } from './fonts/rules.ts';
import type { Breach, Rule } from './rule.ts';
import { alternativeRules } from './rules/alternatives.ts';
import { annotationRules } from './rules/annotations.ts';
import { extraRules } from './rules/extras.ts';
import { headingRules } from './rules/headings.ts';
import { identificationRules } from './rules/identification.ts';
import { languageRules } from './rules/language.ts';
import { markingRules } from './rules/marking.ts';
import { shapeRules } from './rules/shape.ts';
import { tableRules } from './rules/tables.ts';
import { typeRules } from './rules/types.ts';

/** All rules, in the order of their messages. */
export const uaRules: readonly Rule[] = [
  ...identificationRules,
  ...markingRules,
  ...typeRules,
  ...languageRules,
  ...shapeRules,
  ...tableRules,
  ...headingRules,
  ...alternativeRules,
  ...annotationRules,
  ...extraRules,
  ...fontRules,
];

/** More breaches of one rule help nobody: the rest is counted. */
const mostOfARule = 5;

/** Applies every rule, all at once. */
export function findBreaches(document: UaDocument): readonly Breach[] {
  return uaRules.flatMap(({ clause, remedy, find }) => {
    const faults = [...find(document)];
    const shown = faults.slice(0, mostOfARule).map((fault) => ({ ...fault, clause, remedy }));
    const rest = faults.length - shown.length;
    const last = shown.at(-1);
    if (last && rest > 0)
      shown[shown.length - 1] = { ...last, problem: `${last.problem} (and ${rest} more)` };
    return shown;
  });
}

/** Reads a whole file for this check alone. A file that cannot be read to its end has one breach. */
export function checkUa(file: PdfFile): readonly Breach[] {
  try {
    const { listener, finish } = openUaDocument(file);
    for (const page of file.pages) walkPage(file, page, [listener]);
    return findBreaches(finish());
  } catch (error) {
    const problem = `it cannot be read: ${explain(error)}`;
    return [{ clause: '6.2', where: 'file', problem, remedy: 'Build the file again.' }];
  }
}
