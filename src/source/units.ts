/**
 * A no-break space between a number and its unit, so that no line ends between them
 * (ISO 80000-1, 7.1.4; `5 mg` broken after the 5 can be misread).
 */
import type { Nodes, Root, Text } from 'mdast';
import { visit } from '../visit.ts';

const units = [
  'mg',
  'mcg',
  'µg',
  'μg',
  'ng',
  'kg',
  'g',
  'mL',
  'ml',
  'dL',
  'L',
  'mm',
  'cm',
  'm',
  'km',
  'mmHg',
  'bpm',
  'units?',
  'IU',
  '%',
  '°C',
  '°F',
  'milligrams?',
  'micrograms?',
  'nanograms?',
  'grams?',
  'kilograms?',
  'millilit(?:er|re)s?',
  'lit(?:er|re)s?',
  'tablets?',
  'capsules?',
  'drops?',
  'sprays?',
  'doses?',
  'seconds?',
  'minutes?',
  'hours?',
  'days?',
  'weeks?',
  'months?',
  'years?',
  'a\\.m\\.',
  'p\\.m\\.',
].join('|');

/** A number, plain spaces, and the start of a unit; the unit is looked at and not taken. */
const pattern = new RegExp(`(?<=\\d)[ \\n]+(?=(?:${units})(?![\\p{L}\\p{N}]))`, 'gu');

/** Replaces the space in every block of running text; works across emphasis and links. Code is left alone. */
export function bindNumbersToUnits(root: Root): void {
  visit(root, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') bindBlock(node);
  });
}

/** A text node and where its value begins in the joined text of its block. */
interface Piece {
  readonly node: Text;
  readonly start: number;
}

function bindBlock(block: Nodes): void {
  const pieces: Piece[] = [];
  let joined = '';
  visit(block, (node) => {
    if (node.type === 'text') {
      pieces.push({ node, start: joined.length });
      joined += node.value;
    } else if (node.type === 'html') return;
    else if ('value' in node || node.type === 'break' || node.type === 'image') joined += '\uFFFC';
  });
  const matches = [...joined.matchAll(pattern)];
  if (matches.length > 0) replaceSpaces(pieces, joined, matches);
}

function replaceSpaces(pieces: readonly Piece[], joined: string, matches: readonly RegExpExecArray[]): void {
  const characters = joined.split('');
  for (const { index, 0: spaces } of matches) {
    characters.fill('', index, index + spaces.length);
    characters[index] = '\u00A0';
  }
  for (const { node, start } of pieces) {
    node.value = characters.slice(start, start + node.value.length).join('');
  }
}
