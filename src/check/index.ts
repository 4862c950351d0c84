/** Rules on the content: each is a file here and a line in this table. */
import type { Message } from '../model.ts';
import { checkCharacters } from './characters.ts';
import type { Checked } from './checked.ts';
import { checkCode } from './code.ts';
import { checkContainers } from './containers.ts';
import { checkDrawings } from './drawings.ts';
import { checkElsewhere } from './elsewhere.ts';
import { checkFormulas } from './formulas.ts';
import { checkHeadings } from './headings.ts';
import { checkImages } from './images.ts';
import { checkLinks } from './links.ts';
import { checkLists } from './lists.ts';
import { checkNesting } from './nesting.ts';
import { checkNotes } from './notes.ts';
import { checkOrder } from './order.ts';
import { checkPhrases } from './phrases.ts';
import { checkReadingLevel } from './reading-level.ts';
import { checkRunOnLists } from './run-on-lists.ts';
import { checkTables } from './tables.ts';

export { checkConsentScopes } from './consents.ts';
export { checkElsewhere } from './elsewhere.ts';
export { checkGreyscale } from './greyscale.ts';
export { listReadingLevels } from './reading-level.ts';

const checks: readonly ((checked: Checked) => readonly Message[])[] = [
  checkOrder,
  checkHeadings,
  checkContainers,
  checkLists,
  checkTables,
  checkCode,
  checkNotes,
  checkRunOnLists,
  checkLinks,
  checkNesting,
  checkImages,
  checkFormulas,
  checkDrawings,
  checkPhrases,
  checkCharacters,
  checkReadingLevel,
  checkElsewhere,
];

/** Applies every rule; messages come in the order of the rules, then of the segments. */
export function checkEdition(checked: Checked): Message[] {
  return checks.flatMap((check) => check(checked));
}
