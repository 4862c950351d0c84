/** Text that is printed over other text: both may be read by programs, and neither by the eye. */
import type { Resolve } from './objects.ts';
import { measureInk } from './run-ink.ts';
import type { Run } from './runs.ts';

/** Part of the em above the baseline in which every letter has ink: the height of an x, or less. */
const body = 0.45;
/** Parts of the smaller em that two texts must share in width and in height: accents and kerning share less. */
const shared = { width: 0.3, height: 0.2 };
/** Part of its width that a short text may share. */
const most = 0.6;
/** Pairs of texts on a page that are compared; more on one height are no lines of a page. */
const mostPairs = 200_000;

/**
 * What each text is printed over, in words.
 * @param runs of one page; @param apart contents of the disclaimers, which are looked at in pixels
 */
export function findOverprinted(
  runs: readonly Run[],
  apart: ReadonlySet<string>,
  resolve: Resolve,
): ReadonlyMap<Run, string> {
  const seen = runs
    .filter((run) => hasLetters(run) && !apart.has(run.id))
    .sort((one, other) => one.baseline - other.baseline);
  const found = new Map<Run, string>();
  let pairs = 0;
  for (const [index, lower] of seen.entries())
    for (let at = index + 1; at < seen.length; at += 1) {
      const upper = seen[at];
      if (!upper || upper.baseline >= lower.baseline + body * lower.size) break;
      pairs += 1;
      if (pairs > mostPairs) return found.set(upper, 'more text is on its height than a line can hold');
      if (!isOver(lower, upper, resolve)) continue;
      found.set(lower, 'other text is printed over it');
      found.set(upper, 'it is printed over other text');
    }
  return found;
}

/** Accents that a font draws by themselves lie on their letters; what is turned is told elsewhere. */
function hasLetters({ text, upright, left, right }: Run): boolean {
  return upright && left < right && /[^\p{M}\p{Lm}\p{Sk}\s]/u.test(text);
}

function isOver(lower: Run, upper: Run, resolve: Resolve): boolean {
  const em = Math.min(lower.size, upper.size);
  const across = Math.min(lower.right, upper.right) - Math.max(lower.left, upper.left);
  const narrower = Math.min(lower.right - lower.left, upper.right - upper.left);
  if (across <= 0 || (across < shared.width * em && across < most * narrower)) return false;
  const bodies = Math.min(lower.baseline + body * lower.size, upper.baseline + body * upper.size);
  if (bodies - upper.baseline < shared.height * em) return false;
  const [one, other] = [measureInk(lower, resolve), measureInk(upper, resolve)];
  return Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom) >= shared.height * em;
}
