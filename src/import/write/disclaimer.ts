/** The proposed disclaimer → `disclaimer.md`. */
import { stringify } from 'yaml';
import type { Ledger } from '../ledger.ts';
import type { Proposal } from '../tree/disclaimer.ts';
import { piecesOf } from '../tree/nodes.ts';
import { writeMarkdown } from './markdown.ts';

/** Its body is the full text; the short forms are copies of its sentences. */
export function composeDisclaimer({ full, chapter, page }: Proposal, ledger: Ledger): string {
  ledger.move(piecesOf(full), 'disclaimer.md');
  return `---\n${stringify({ chapter, page, verbatim: true }, { lineWidth: 0 })}---\n\n${writeMarkdown(full)}`;
}
