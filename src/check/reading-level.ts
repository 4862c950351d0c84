/**
 * Flesch-Kincaid grade of every segment: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
 * (Kincaid and others, 1975). Names of medicines count as one syllable: readers know theirs, and cannot
 * be given another word for it. USP <1265> asks for grade 6 and allows no more than 8.
 */
import type { Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { syllable } from 'syllable';
import type { Message, ParsedEdition, ReadingLevel } from '../model.ts';
import { createMessage } from '../rules.ts';
import { SKIP, visit } from '../visit.ts';
import type { Checked } from './checked.ts';
import { findWritten } from './written-html.ts';

/** Highest grade that a segment may have. */
export const highestGrade = 8;

/** Fewer words than these give no meaningful grade. */
const fewestWords = 30;

export function checkReadingLevel({ edition }: Checked): Message[] {
  if (!isJudged(edition)) return [];
  const medicines = listMedicines(edition);
  const { disclaimer, segments } = edition;
  const texts = [
    { ...disclaimer, name: 'The disclaimer', root: disclaimer.full },
    ...segments.map((segment) => ({ ...segment, name: `The segment “${segment.title}”` })),
  ];
  return texts.flatMap(({ file, name, root, verbatim }) => {
    const grade = gradeOf(root, medicines);
    if (grade === undefined || grade <= highestGrade) return [];
    const rule = verbatim ? 'reading-level-verbatim' : 'reading-level';
    return [createMessage(rule, { name, grade: grade.toFixed(1), highest: highestGrade }, { file })];
  });
}

/** Words and grade of every segment; grades of English only. */
export function listReadingLevels(edition: ParsedEdition): ReadingLevel[] {
  const medicines = listMedicines(edition);
  return edition.segments.map(({ name, root }) => {
    const grade = isJudged(edition) ? gradeOf(root, medicines) : undefined;
    return { segment: name, words: countWords(root), ...(grade !== undefined && { grade }) };
  });
}

function isJudged({ metadata }: ParsedEdition): boolean {
  return /^en\b/i.test(metadata.language);
}

function listMedicines({ metadata }: ParsedEdition): ReadonlySet<string> {
  return new Set(metadata.medicines.flatMap((name) => wordsOf(name)));
}

/** Scripts that set no spaces between words count two characters as one. */
function countWords(root: Root): number {
  const words = sentencesOf(root).flatMap(wordsOf);
  const unspaced = words.join('').match(unspacedLetter)?.length ?? 0;
  return Math.ceil(unspaced / 2) + words.filter((word) => word.replace(unspacedLetter, '') !== '').length;
}

const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * Grade of a text; absent when it has fewer than 30 words.
 * @param medicines words, in lower case, that count as one syllable
 */
export function gradeOf(root: Root, medicines: ReadonlySet<string>): number | undefined {
  const sentences = sentencesOf(root);
  const words = sentences.flatMap(wordsOf);
  if (words.length < fewestWords) return undefined;
  const syllables = words.reduce((sum, word) => sum + (medicines.has(word) ? 1 : countSyllables(word)), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

const counted = new Map<string, number>();

/** Most words of a text have been counted before. */
function countSyllables(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word));
  counted.set(word, count);
  return count;
}

/** Every block ends a sentence; inside it full stops, question and exclamation marks do. Formulas have no words. */
function sentencesOf(whole: Root): string[] {
  const sentences: string[] = [];
  const written = findWritten(whole);
  const root = written.size === 0 ? whole : (filter(whole, written) as Root);
  visit(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const text = toText(node, { includeHtml: false, includeImageAlt: false }).replace(/https?:\/\/\S+/g, '');
    sentences.push(
      ...text.split(/(?<=[.!?][”’")]?)\s+(?=[\p{Lu}\p{N}“‘"(])/u).filter((part) => wordsOf(part).length > 0),
    );
    return SKIP;
  });
  return sentences;
}

/** A copy without some nodes. */
function filter(node: Nodes, without: ReadonlySet<Nodes>): Nodes {
  if (!('children' in node)) return node;
  const kept = (node.children as Nodes[]).filter((child) => !without.has(child));
  return { ...node, children: kept.map((child) => filter(child, without)) } as Nodes;
}

function wordsOf(text: string): string[] {
  return (text.replaceAll('’', "'").match(/[\p{L}][\p{L}\p{M}']*/gu) ?? []).map((word) => word.toLowerCase());
}
