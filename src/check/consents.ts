/** A reader's consent says where the words may stand: on paper, in the e-book, or both. */
import type { Kind, Message, ParsedEdition } from '../model.ts';
import { createMessage } from '../rules.ts';

/** @param kinds editions that are to be built */
export function checkConsentScopes(
  { segments, consents }: ParsedEdition,
  kinds: ReadonlySet<Kind>,
): Message[] {
  return segments.flatMap(({ name, file, consent: id = '' }) => {
    const consent = consents?.get(name);
    if (!consent) return [];
    const others = [...kinds].filter((kind) => !consent.scope.includes(kind === 'ebook' ? 'ebook' : 'print'));
    const [kind] = others;
    if (kind === undefined) return [];
    const values = { id, scope: consent.scope.join(' and '), kind };
    return [createMessage('consent-scope', values, { file, place: { line: 1, column: 1 } })];
  });
}
