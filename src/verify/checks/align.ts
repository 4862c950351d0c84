/** Laying the source's blocks against a stretch of the finished file, in order. */
import type { Block, Blocks } from '../blocks.ts';
import { findBlock, type Range } from '../match.ts';
import type { Transcript } from '../transcript.ts';

/** A block and where it was found. */
export interface Found {
  readonly block: Block;
  readonly at: Range;
}

/** A block that was not found, and from where on it was looked for. */
export interface Lost {
  readonly block: Block;
  readonly expectedAt: number;
}

/** Blocks found up to the first that is lost. */
export interface Alignment {
  readonly found: readonly Found[];
  /** Absent when nothing is lost. */
  readonly lost?: Lost;
}

/** Folded characters of a footnote's way back, one for each of its calls: an arrow, "back", a page number. */
const wayBack = 24;
/** A block found further on than this may be another of the same text: see whether its successor stands nearer. */
const farAway = 120;

/** Finds every block in order; footnotes behind the body, or if they are not there, anywhere. */
export function alignBlocks(transcript: Transcript, range: Range, blocks: Blocks): Alignment {
  const body = alignInOrder(transcript, range, blocks.body);
  if (body.lost !== undefined) return body;
  const end = body.found.at(-1)?.at.end ?? range.start;
  const found = [...body.found];
  for (const block of blocks.notes) {
    const seat = { lead: block.lead, tail: wayBack * blocks.calls };
    const at =
      findBlock(transcript, block.phrase, { start: end, end: range.end }, seat) ??
      findBlock(transcript, block.phrase, range, seat);
    if (at === undefined) return { found, lost: { block, expectedAt: end } };
    found.push({ block, at });
  }
  return { found };
}

function alignInOrder(transcript: Transcript, range: Range, blocks: readonly Block[]): Alignment {
  const found: Found[] = [];
  let start = range.start;
  for (const block of blocks) {
    const rest = { start, end: range.end };
    const at = findBlock(transcript, block.phrase, rest, { lead: block.lead, tail: 0 });
    if (at === undefined) return blame(transcript, range, found, { block, expectedAt: start });
    found.push({ block, at });
    start = at.end;
  }
  return { found };
}

/**
 * When a block is missing although another of the same text follows later, the later one is taken for it, and
 * its neighbours seem lost. So once a block is lost, look back for the first that was found suspiciously far on.
 */
function blame(transcript: Transcript, range: Range, found: readonly Found[], lost: Lost): Alignment {
  let start = range.start;
  for (const [index, { block, at }] of found.entries()) {
    const next = found[index + 1]?.block ?? lost.block;
    if (isAnother(transcript, at, { start, end: range.end }, next)) {
      return { found: found.slice(0, index), lost: { block, expectedAt: start } };
    }
    start = at.end;
  }
  return { found, lost };
}

function isAnother(transcript: Transcript, at: Range, rest: Range, next: Block): boolean {
  if (at.start - rest.start < farAway) return false;
  const nearer = findBlock(transcript, next.phrase, rest, { lead: next.lead, tail: 0 });
  return nearer !== undefined && nearer.start < at.start;
}
