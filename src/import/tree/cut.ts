/** A text → chapters: at headings, at lines in bold, else at the questions and turns that the text marks itself. */
import type { RootContent } from 'mdast';
import { splitWords } from '../words.ts';
import { lineOf } from './nodes.ts';

/** Why a chapter begins where it does. */
export type Reason = 'start' | 'heading' | 'bold line' | 'question' | 'turn to a list';

/** A stretch of the text under one title. */
export interface Chapter {
  readonly title: string;
  /** What became the title; absent when its words stay in the text. */
  readonly titleNode?: RootContent;
  readonly reason: Reason;
  readonly nodes: RootContent[];
}

/** Questions that are longer are paragraphs. */
const longestQuestion = 25;
/** A line before a question that leads to it. */
const longestLead = 5;
const longestTitle = 12;
const fewestItems = 3;

interface CutPoint {
  readonly reason: Reason;
  /** The node becomes the title; else its first words are copied. */
  readonly takesNode: boolean;
}

/** @param opening title of what stands before the first cut */
export function cutChapters(body: readonly RootContent[], opening: string): Chapter[] {
  const findCut = chooseCut(body);
  const chapters: Chapter[] = [];
  for (const [index, node] of body.entries()) {
    const cut = findCut(node, body[index + 1], index);
    const last = chapters.at(-1);
    if (cut && !(last && last.nodes.length === 0)) chapters.push(begin(node, cut));
    else if (last) last.nodes.push(node);
    else chapters.push({ title: opening, reason: 'start', nodes: [node] });
  }
  return joinEmpty(chapters);
}

type FindCut = (node: RootContent, next: RootContent | undefined, index: number) => CutPoint | undefined;

function chooseCut(body: readonly RootContent[]): FindCut {
  const depths = body.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  if (depths.length > 0) {
    const top = Math.min(...depths);
    return (node) => {
      if (node.type !== 'heading' || node.depth !== top) return undefined;
      return { reason: node.data?.wasBold ? 'bold line' : 'heading', takesNode: true };
    };
  }
  return (node, next) => findTurn(node, next);
}

function findTurn(node: RootContent, next: RootContent | undefined): CutPoint | undefined {
  if (node.type !== 'paragraph') return undefined;
  const text = lineOf(node);
  if (isQuestion(node)) return { reason: 'question', takesNode: true };
  const isLead = splitWords(text).length <= longestLead && next !== undefined && isQuestion(next);
  if (isLead) return { reason: 'question', takesNode: true };
  const leads = text.endsWith(':') && next?.type === 'list' && next.children.length >= fewestItems;
  return leads ? { reason: 'turn to a list', takesNode: false } : undefined;
}

function isQuestion(node: RootContent): boolean {
  const text = lineOf(node);
  return node.type === 'paragraph' && /\?["”’)]?$/u.test(text) && splitWords(text).length <= longestQuestion;
}

function begin(node: RootContent, { reason, takesNode }: CutPoint): Chapter {
  const text = lineOf(node);
  if (takesNode) return { title: text, titleNode: node, reason, nodes: [] };
  return { title: excerptTitle(text), reason, nodes: [node] };
}

/** The first clause of a sentence, if it is long. */
export function excerptTitle(text: string): string {
  const words = splitWords(text.replace(/[:.]$/u, ''));
  if (words.length <= longestTitle) return words.join(' ');
  const turn = words.findIndex(
    (word, index) =>
      index >= 3 && /^(when|if|because|while|after|before|for|that|which|who|and|but|–|—)$/iu.test(word),
  );
  const end = turn > 0 && turn <= longestTitle ? turn : 8;
  return words.slice(0, end).join(' ').replace(/[,;]$/u, '');
}

/** A title with nothing below it is text of the chapter before. */
function joinEmpty(chapters: readonly Chapter[]): Chapter[] {
  const last = chapters.at(-1);
  const before = chapters.at(-2);
  if (!last || !before || last.nodes.length > 0 || !last.titleNode) return [...chapters];
  return [...chapters.slice(0, -2), { ...before, nodes: [...before.nodes, last.titleNode] }];
}

declare module 'mdast' {
  interface HeadingData {
    /** A paragraph in bold in the post. */
    wasBold?: boolean;
  }
}
