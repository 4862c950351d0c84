/**
 * The catalogue of messages: id, severity, sentence and remedy. Ids are permanent.
 *
 * `{name}` in a sentence or remedy is filled by `createMessage`; the types see to it that none is forgotten.
 */
import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import type { Message } from './model.ts';

/** `error` refuses the edition; `warning` lets it pass; `info` is for the record. */
export type Severity = 'error' | 'warning' | 'info';

interface Rule {
  readonly severity: Severity;
  readonly sentence: string;
  readonly remedy: string;
}

export const rules = {
  'yaml-syntax': {
    severity: 'error',
    sentence: 'Malformed YAML: {problem}',
    remedy: 'Correct the YAML at this place; strings with a colon or a hash sign need quotation marks.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a rule's sentence and remedy ask for. */
export type Values<Id extends RuleId> = Record<
  Placeholders<(typeof rules)[Id]['sentence']> | Placeholders<(typeof rules)[Id]['remedy']>,
  string | number
>;

/** Where a message belongs: a file, and if known a point or a stretch in it. */
export interface Where {
  /** Path as the user knows it. */
  readonly file: string;
  /** Absent when the whole file is meant. */
  readonly place?: Point | Position | undefined;
}

/** Makes the message of a rule at a place. */
export function createMessage<Id extends RuleId>(id: Id, values: Values<Id>, where: Where): Message {
  const rule: Rule = rules[id];
  const message = new VFileMessage(fill(rule.sentence, values), {
    place: where.place,
    ruleId: id,
    source: 'caveat',
  });
  message.file = where.file;
  message.fatal = rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined;
  message.note = fill(rule.remedy, values);
  return message;
}

/** Whether any of the messages refuses the edition. */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((message) => message.fatal === true);
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
