/** A character that no bundled font covers would print as an empty box: it is an error, with its place. */
import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';
import type { Message } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';
import { findWritten } from './written-html.ts';

/** Inclusive ranges of code points. */
type Ranges = readonly (readonly [number, number])[];

type Test = (codePoint: number) => boolean;

export function checkCharacters({ edition, templates, words }: Checked): Message[] {
  const coverage = [...templates.coverage.values(), ...edition.fonts.map((font) => font.coverage)];
  const covered = createTest(parseRanges(coverage.join(' ')));
  const { disclaimer, metadata, segments } = edition;
  const script = checkScript(metadata.language, words, covered);
  if (script.length > 0) return script;
  return [
    ...checkText(`${words}\n${stringsOf(metadata).join('\n')}`, { file: 'edition.yaml' }, covered),
    ...checkText(disclaimer.page, { file: disclaimer.file }, covered),
    ...checkTree(disclaimer.full, disclaimer.file, covered),
    ...checkTree(disclaimer.chapter, disclaimer.file, covered),
    ...segments.flatMap((segment) => [
      ...checkText(segment.title, { file: segment.file, place: { line: 1, column: 1 } }, covered),
      ...checkTree(segment.root, segment.file, covered, segment.text),
    ]),
  ];
}

/** One message, not thousands, where no font has any letter of the script that the language is written in. */
function checkScript(language: string, words: string, covered: Test): Message[] {
  const letters = [...new Set(words)].filter((character) => /(?!\p{Script=Latin})\p{L}/u.test(character));
  if (letters.length === 0 || letters.some((letter) => covered(letter.codePointAt(0) ?? 0))) return [];
  const examples = letters.slice(0, 5).join(' ');
  return [createMessage('script-uncovered', { language, examples }, { file: 'edition.yaml' })];
}

/** Every string, names and permission included. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

function parseRanges(text: string): Ranges {
  return text.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

/** White space, joiners and the non-breaking hyphen need no glyph of their own: the shaper supplies them. */
function createTest(ranges: Ranges): Test {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const answer =
      known.get(codePoint) ??
      (isGlyphless(codePoint) || ranges.some(([first, last]) => codePoint >= first && codePoint <= last));
    known.set(codePoint, answer);
    return answer;
  };
}

/** Line tabulation and form feed are white space too, but XML has no way to write them. */
function isGlyphless(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  return /[\s\u00AD\u200B\u2011\u2060\uFEFF]/u.test(character) && isXml(codePoint);
}

/** Function application, invisible times, separator and plus: formulas are printed without them. */
function isUndrawn(codePoint: number): boolean {
  return codePoint >= 0x2061 && codePoint <= 0x2064;
}

/** What may stand in XML 1.0 (2.2), where alternative texts go that no font prints. */
function isXml(codePoint: number): boolean {
  return codePoint >= 0x20
    ? !/[\uD800-\uDFFF\uFFFE\uFFFF]/u.test(String.fromCodePoint(codePoint))
    : [9, 10, 13].includes(codePoint);
}

/**
 * Checks what a tree prints.
 * @param source text of the file; without it messages point to where the text begins
 */
function checkTree(root: Root, file: string, covered: Test, source?: string): Message[] {
  const messages: Message[] = [];
  const written = findWritten(root);
  const inFormula: Test = (codePoint) => isUndrawn(codePoint) || covered(codePoint);
  const check = (node: Nodes, text: string, test: Test) => {
    for (const character of findUncovered(text, test)) {
      const place = findInSource(node, character, source) ?? node.position?.start;
      messages.push(tell(character, { file, place }));
    }
  };
  visit(root, (node) => {
    if ('value' in node && typeof node.value === 'string')
      check(node, node.value, written.has(node) ? inFormula : covered);
    if (node.type === 'image' && node.title) check(node, node.title, covered);
    if (node.type === 'image' && node.alt) check(node, node.alt, isXml);
  });
  return messages;
}

function checkText(text: string, where: Where, covered: Test): Message[] {
  return findUncovered(text, covered).map((character) => tell(character, where));
}

/** Each character once. */
function findUncovered(text: string, covered: Test): string[] {
  return [...new Set(text)].filter((character) => !covered(character.codePointAt(0) ?? 0));
}

function tell(character: string, where: Where): Message {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return createMessage('character-uncovered', { character, code }, where);
}

/** Where it was typed, whatever typographic characters did to the text; absent for `&#x2603;`. */
function findInSource({ position }: Nodes, character: string, source: string | undefined): Point | undefined {
  if (!position || source === undefined) return undefined;
  const { start, end } = position;
  const piece = source.slice(start.offset, end.offset);
  const before = piece.slice(0, piece.indexOf(character)).split('\n');
  const last = before.at(-1) ?? '';
  if (!piece.includes(character)) return undefined;
  return before.length === 1
    ? { line: start.line, column: start.column + last.length }
    : { line: start.line + before.length - 1, column: last.length + 1 };
}
