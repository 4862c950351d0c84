/** Numbered items show the numbers of the source. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { toRoman } from '../roman.ts';
import { type Passage, passageOf, type Transcript } from '../transcript.ts';
import type { Alignment, Found } from './align.ts';
import { excerptOf, type NamePlace, sourceLine } from './describe.ts';
import type { Stretch } from './stretch.ts';

/** Number of numbered items compared, and a message for each that shows another number or none. */
export interface NumberCheck {
  readonly items: number;
  readonly messages: readonly Message[];
}

/** Compares every numbered item that was found. */
export function checkNumbers(
  stretch: Stretch,
  { found }: Alignment,
  file: string,
  namePlace: NamePlace,
): NumberCheck {
  const messages: Message[] = [];
  let items = 0;
  for (const it of found) {
    const shown = shownMarkers(stretch.transcript, it);
    for (const [index, expected] of it.block.opens.entries()) {
      if (expected === undefined) continue;
      items += 1;
      const marker = shown[index] ?? '';
      if (!showsNumber(marker, expected))
        messages.push(report(stretch, it, marker, expected, file, namePlace));
    }
  }
  return { items, messages };
}

/** One marker for each item that the block opens; when none is tagged, what is printed before its text. */
function shownMarkers(transcript: Transcript, { block, at }: Found): readonly string[] {
  if (block.opens.length === 0) return [];
  const passage = passageOf(transcript, at.start);
  const from = passage?.start ?? at.start;
  const tagged = markersBetween(transcript, from, at.start).slice(-block.opens.length);
  if (tagged.length === block.opens.length) return tagged;
  return block.opens.map(() => transcript.text.slice(from, at.start));
}

function markersBetween({ markers }: Transcript, from: number, to: number): string[] {
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((markers[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const texts: string[] = [];
  for (let marker = markers[low]; marker !== undefined && marker.at <= to; marker = markers[low]) {
    texts.push(marker.text);
    low += 1;
  }
  return texts;
}

/** Whether a marker shows a number in digits, or as a letter or Roman numeral, as nested lists may. */
export function showsNumber(marker: string, expected: number): boolean {
  const [digits] = marker.match(/\d+/) ?? [];
  if (digits !== undefined) return Number(digits) === expected;
  const letters = marker.toLowerCase().replace(/[^a-z]/g, '');
  return letters !== '' && (letters === toLetter(expected) || letters === toRoman(expected));
}

function toLetter(number: number): string {
  return number >= 1 && number <= 26 ? String.fromCharCode(96 + number) : '';
}

function report(
  stretch: Stretch,
  { block, at }: Found,
  marker: string,
  expected: number,
  file: string,
  namePlace: NamePlace,
): Message {
  const passage: Passage = passageOf(stretch.transcript, at.start) ?? stretch.heading;
  const values = {
    chapter: stretch.segment.title,
    excerpt: excerptOf(block, stretch.segment.text),
    shown: marker === '' ? 'no number' : `\u201c${marker}\u201d`,
    expected,
    source: sourceLine(block, stretch.segment.file),
    where: namePlace(passage.page, passage),
  };
  return createMessage('proof-list-number', values, { file });
}
