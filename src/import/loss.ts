/** An import that would lose something fails, and says what. */
import { AssertionError } from 'node:assert';

/** A text that no weblog post has. */
export class TooLong extends Error {}

/**
 * Why nothing was imported: the account did not settle, or the elements are nested too deeply to be followed.
 * @throws whatever else happened
 */
export function explainLoss(error: unknown): string {
  if (error instanceof RangeError) return 'its elements are nested too deeply';
  if (error instanceof TooLong) return error.message;
  if (!(error instanceof AssertionError)) throw error;
  const [reason = ''] = error.message.split('\n');
  return `not all of it can be accounted for, so nothing is written (${reason.slice(0, 200)})`;
}
