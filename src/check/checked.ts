import type { Body, ParsedEdition, Templates } from '../model.ts';

/** What a rule may look at. */
export interface Checked {
  readonly edition: ParsedEdition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
  /** All that the system itself prints in the edition's language. */
  readonly words: string;
}
