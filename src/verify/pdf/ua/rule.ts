/** What a rule of PDF/UA-1 is, and what a breach of it says. */
import type { UaDocument } from './document.ts';

/** Something in the file that breaks a rule. */
export interface Fault {
  /** What is wrong, as a clause of a sentence. */
  readonly problem: string;
  /** Page, element or entry. */
  readonly where: string;
}

/** A rule of ISO 14289-1, or of ISO 32000-1 where that refers to it. */
export interface Rule {
  /** Clause of ISO 14289-1:2014. */
  readonly clause: string;
  /** What to do about a breach. */
  readonly remedy: string;
  /** Pure: what in the document breaks the rule. */
  readonly find: (document: UaDocument) => Iterable<Fault>;
}

/** A fault with the clause that it breaks. */
export interface Breach extends Fault {
  readonly clause: string;
  readonly remedy: string;
}

/** Puts a rule together. */
export function rule(clause: string, find: Rule['find'], remedy: string): Rule {
  return { clause, find, remedy };
}

/** A fault, or none when the condition holds. */
export function expect(holds: boolean, problem: string, where: string): readonly Fault[] {
  return holds ? [] : [{ problem, where }];
}
