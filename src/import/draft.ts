/** The body of a post → chapters and disclaimer. */
import type { RootContent } from 'mdast';
import { languageFor, type Titles } from './languages/index.ts';
import type { Ledger } from './ledger.ts';
import { TooLong } from './loss.ts';
import { type Chapter, cutChapters, excerptTitle } from './tree/cut.ts';
import { type Proposal, proposeDisclaimer } from './tree/disclaimer.ts';
import { lineOf } from './tree/nodes.ts';
import { takeNotices } from './tree/notices.ts';
import type { About } from './types.ts';
import { composeDisclaimer } from './write/disclaimer.ts';
import { composeSegments, type SegmentFile } from './write/segments.ts';
import { splitTitle } from './write/title.ts';

/** The text of an edition. */
export interface Draft {
  readonly title: string;
  readonly subtitle?: string;
  /** All of the body on lines, notices included. */
  readonly text: string;
  readonly chapters: readonly Chapter[];
  /** In the order of the chapters, and a last one for what has no room in the disclaimer. */
  readonly segments: readonly SegmentFile[];
  /** Absent when the post has no notice. */
  readonly proposal?: Proposal;
  readonly disclaimer?: string;
}

/** In characters; a book of 600 pages has as many, and memory for more would be wanted. */
const longestText = 1_000_000;

/** Without a title, the first words of the post are one. */
export function draftSegments(body: readonly RootContent[], about: About, ledger: Ledger): Draft {
  const text = body.map((node) => lineOf(node)).join('\n');
  if (text.length > longestText)
    throw new TooLong(`its text has ${text.length} characters, expected at most ${longestText}`);
  const nodes = [...body];
  const { titles: given, notices } = languageFor(about.language ?? 'en');
  const proposal = proposeDisclaimer(takeNotices(nodes, notices), notices);
  const names = splitTitle(about.title ?? excerptTitle(text.split('\n')[0] ?? ''));
  const chapters = tellApart(cut(nodes, given), names.title, given.opening);
  const taken = new Set<string>();
  const segments = composeSegments(chapters, 'chapter', taken, ledger);
  const back = composeSegments(proposal ? restOf(proposal, given.notices) : [], 'back', taken, ledger);
  const disclaimer = proposal && composeDisclaimer(proposal, ledger);
  return {
    ...names,
    text,
    chapters,
    segments: [...segments, ...back],
    ...(proposal && { proposal }),
    ...(disclaimer !== undefined && { disclaimer }),
  };
}

function cut(nodes: readonly RootContent[], { opening, whole }: Titles): Chapter[] {
  const chapters = cutChapters(nodes, opening);
  return chapters.length === 1 && !chapters[0]?.titleNode ? cutChapters(nodes, whole) : chapters;
}

/** A chapter with the title of the edition could not be told from its title page. */
function tellApart(chapters: readonly Chapter[], title: string, instead: string): Chapter[] {
  return chapters.map((chapter) => {
    if (chapter.title.toLowerCase() !== title.toLowerCase()) return chapter;
    const { reason, nodes, titleNode } = chapter;
    return { title: instead, reason, nodes: titleNode ? [titleNode, ...nodes] : nodes };
  });
}

/** A segment for the notices that do not fit on one page of large print. */
function restOf({ left, heading }: Proposal, title: string): Chapter[] {
  return left.length === 0 ? [] : [{ title: heading ?? title, reason: 'start', nodes: [...left] }];
}
