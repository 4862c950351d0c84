/** All segments of an edition as bodies. */
import type { Body, Message, ParsedEdition } from '../model.ts';
import { createMessage } from '../rules.ts';
import { composeBody } from './body.ts';
import { hasWords, languages, wordsFor } from './words.ts';

/** Bodies in reading order, and what was dropped on the way; no bodies when the language has no words. */
export interface BodiesResult {
  readonly bodies: readonly Body[];
  readonly messages: readonly Message[];
}

/** Converts every segment. */
export function composeBodies({ metadata, segments }: ParsedEdition): BodiesResult {
  const { language } = metadata;
  if (!hasWords(language)) {
    const values = { language, languages: languages.join(', ') };
    return { bodies: [], messages: [createMessage('language-unknown', values, { file: 'edition.yaml' })] };
  }
  const results = segments.map((segment) => composeBody(segment, wordsFor(language)));
  return { bodies: results.map(({ body }) => body), messages: results.flatMap(({ messages }) => messages) };
}
