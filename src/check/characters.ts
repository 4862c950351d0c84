/** A character that no bundled font covers would print as an empty box: it is an error, with its place. */
import type { Root } from 'mdast';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import type { Message } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import type { Checked } from './index.ts';

/** Inclusive ranges of code points. */
type Ranges = readonly (readonly [number, number])[];

export function checkCharacters({ edition, templates }: Checked): Message[] {
  const covered = createTest(parseRanges([...templates.coverage.values()].join(' ')));
  const { disclaimer, metadata, segments } = edition;
  const texts = Object.values(metadata).filter((value): value is string => typeof value === 'string');
  return [
    ...checkText(
      [...texts, metadata.source.title, metadata.source.author].join('\n'),
      { file: 'edition.yaml' },
      covered,
    ),
    ...checkText(disclaimer.page, { file: disclaimer.file }, covered),
    ...checkTree(disclaimer.full, disclaimer.file, covered),
    ...checkTree(disclaimer.chapter, disclaimer.file, covered),
    ...segments.flatMap((segment) => [
      ...checkText(segment.title, { file: segment.file, place: { line: 1, column: 1 } }, covered),
      ...checkTree(segment.root, segment.file, covered),
    ]),
  ];
}

type Test = (codePoint: number) => boolean;

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

function isGlyphless(codePoint: number): boolean {
  return /[\s\u00AD\u200B-\u200F\u2011\u2028-\u202F\u2060\uFEFF]/u.test(String.fromCodePoint(codePoint));
}

function checkTree(root: Root, file: string, covered: Test): Message[] {
  const messages: Message[] = [];
  visit(root, (node) => {
    if ('value' in node && typeof node.value === 'string') {
      messages.push(...checkText(node.value, { file, place: node.position }, covered));
    }
    if (node.type === 'image' && node.title)
      messages.push(...checkText(node.title, { file, place: node.position }, covered));
  });
  return messages;
}

/** One message for each character and text; the column is exact as long as the text runs as it was typed. */
function checkText(text: string, where: Where, covered: Test): Message[] {
  const missing = new Set([...text].filter((character) => !covered(character.codePointAt(0) ?? 0)));
  return [...missing].map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return createMessage(
      'character-uncovered',
      { character, code },
      { ...where, place: move(where.place, text, character) },
    );
  });
}

function move(place: Where['place'], text: string, character: string): Where['place'] {
  if (place === undefined || !('start' in place)) return place;
  const before = text.slice(0, text.indexOf(character)).split('\n');
  const { line, column } = place.start;
  const last = before.at(-1) ?? '';
  const point: Point = {
    line: line + before.length - 1,
    column: before.length > 1 ? last.length + 1 : column + last.length,
  };
  return point;
}
