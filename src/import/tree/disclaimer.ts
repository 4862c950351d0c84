/** Notices → the three lengths of a disclaimer, made of the post's own sentences. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { NoticeWords } from '../languages/index.ts';
import { measure, splitWords } from '../words.ts';
import { lineOf } from './nodes.ts';
import type { Notice } from './notices.ts';
import { isFinished, splitSentences } from './sentences.ts';

/** Words that fit: the full text on one page of large print, the others as `disclaimer.md` asks. */
const limits = { full: 150, chapter: 60, page: 12 } as const;

/** What stands between two paragraphs takes as much room as about so many words of large print. */
const wordsPerGap = 3;

/** A proposed disclaimer. */
export interface Proposal {
  readonly full: readonly Paragraph[];
  readonly chapter: string;
  readonly page: string;
  /** Paragraphs that did not fit; they go to a segment of their own. */
  readonly left: readonly RootContent[];
  /** Heading of the notices in the post; absent when they have none. */
  readonly heading?: string;
}

/** Absent when the post has no notice. */
export function proposeDisclaimer(notices: readonly Notice[], words: NoticeWords): Proposal | undefined {
  const paragraphs = joinUnfinished(notices);
  const bodies = paragraphs.filter(({ role }) => role !== 'heading');
  if (bodies.length === 0) return undefined;
  const kept = fit(paragraphs, words);
  const sentences = bodies.flatMap(({ role, node }) =>
    splitSentences(lineOf(node)).map((text) => ({ role, text })),
  );
  const heading = paragraphs.find(({ role }) => role === 'heading');
  return {
    full: kept.map(({ role, node }) => (role === 'heading' ? embolden(node) : node)),
    chapter: chooseChapter(sentences, words),
    page: choosePage(sentences, words),
    left: paragraphs.filter((it) => !kept.includes(it)).map(({ node }) => node),
    ...(heading && { heading: lineOf(heading.node).replace(/:$/, '') }),
  };
}

/** Centred lines that break inside a sentence become one paragraph. */
function joinUnfinished(notices: readonly Notice[]): Notice[] {
  const joined: Notice[] = [];
  for (const notice of notices) {
    const last = joined.at(-1);
    if (last?.role === 'warning' && notice.role !== 'heading' && !isFinished(lineOf(last.node)))
      joined[joined.length - 1] = { ...last, node: join(last.node, notice.node) };
    else joined.push(notice);
  }
  return joined;
}

function join(left: Paragraph, right: Paragraph): Paragraph {
  return { type: 'paragraph', children: [...left.children, { type: 'text', value: ' ' }, ...right.children] };
}

/** Warnings first, then legal lines, until the page is full; in the order of the post. */
function fit(paragraphs: readonly Notice[], words: NoticeWords): Notice[] {
  const ranked = [...paragraphs].sort((a, b) => rankOf(a, words) - rankOf(b, words));
  const kept = new Set<Notice>();
  let room: number = limits.full;
  for (const notice of ranked) {
    const needed = measure(lineOf(notice.node)) + wordsPerGap;
    if (needed > room) continue;
    room -= needed;
    kept.add(notice);
  }
  return paragraphs.filter((notice) => kept.has(notice));
}

function rankOf({ role, node }: Notice, words: NoticeWords): number {
  if (role === 'heading') return 0;
  return role === 'warning' ? 1 : 2 + rankLegal(lineOf(node), words);
}

/** What a reader must know of the text comes before what is about the site. */
function rankLegal(text: string, { advice, purpose }: NoticeWords): number {
  if (advice.test(text)) return 0;
  return purpose.test(text) ? 1 : 2;
}

interface Sentence {
  readonly role: Notice['role'];
  readonly text: string;
}

function chooseChapter(sentences: readonly Sentence[], words: NoticeWords): string {
  const rank = ({ role, text }: Sentence) => (role === 'warning' ? 0 : 1 + rankLegal(text, words));
  const ranked = [...sentences].sort((a, b) => rank(a) - rank(b));
  const chosen = new Set<Sentence>();
  let room: number = limits.chapter;
  for (const sentence of ranked) {
    const needed = measure(sentence.text);
    if (needed > room || rank(sentence) > 2) continue;
    room -= needed;
    chosen.add(sentence);
  }
  const texts = sentences.filter((sentence) => chosen.has(sentence)).map(({ text }) => text);
  return texts.length > 0 ? texts.join(' ') : shorten(ranked[0]?.text ?? '', limits.chapter);
}

/** One sentence that holds for every page. */
function choosePage(sentences: readonly Sentence[], words: NoticeWords): string {
  const short = sentences.filter(({ text }) => measure(text) <= limits.page);
  const rank = ({ role, text }: Sentence) => {
    if (role === 'warning') return words.grave.test(text) ? 0 : 3;
    return 1 + Math.min(rankLegal(text, words), 1) + (rankLegal(text, words) === 2 ? 3 : 0);
  };
  const [first] = short.sort((a, b) => rank(a) - rank(b));
  if (first) return first.text;
  const [clause] = sentences
    .flatMap(({ text }) => text.split(/(?<=[,;:])\s+|(?<=[，；：])/u))
    .filter((text) => measure(text) <= limits.page && measure(text) >= 4)
    .slice(-1);
  return clause ?? shorten(sentences[0]?.text ?? '', limits.page);
}

function shorten(text: string, words: number): string {
  return `${splitWords(text)
    .slice(0, words)
    .join(' ')
    .replace(/[,;:]$/u, '')} …`;
}

function embolden(node: Paragraph): Paragraph {
  if (node.children.every(({ type }) => type === 'strong')) return node;
  return { type: 'paragraph', children: [{ type: 'strong', children: node.children as PhrasingContent[] }] };
}
