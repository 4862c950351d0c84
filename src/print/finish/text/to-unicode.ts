/** From a font's codes to Unicode (ISO 32000-1, 9.10.3). */
import type { PDFDict as Dict } from '@cantoo/pdf-lib';
import { PDFName, PDFRawStream } from '../../pdf-lib.ts';
import { decodeStream } from '../content/streams.ts';

/** Gives the text that codes stand for; what the font does not tell is left out. */
export type Decode = (codes: Uint8Array) => string;

/** A composite font, which all of Chromium's are but bitmap ones, has codes of two bytes (9.7.6.2). */
export function createDecoder(font: Dict): Decode {
  const width = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1;
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const texts =
    stream instanceof PDFRawStream
      ? readMap(Buffer.from(decodeStream(stream)).toString('latin1'))
      : new Map();
  return (codes) => {
    let text = '';
    for (let at = 0; at + width <= codes.length; at += width) {
      const code = width === 1 ? codes[at] : (codes[at] as number) * 256 + (codes[at + 1] as number);
      text += texts.get(code) ?? '';
    }
    return text;
  };
}

/** `<0041> <0061>` in `bfchar` sections, `<0041> <0045> <0061>` or `<0041> <0042> [<0061> <0062>]` in `bfrange` ones. */
function readMap(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [, section = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>/g))
      texts.set(Number.parseInt(code, 16), readText(text));
  }
  for (const [, section = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    readRanges(section, texts);
  return texts;
}

function readRanges(section: string, texts: Map<number, string>): void {
  for (const [, from = '', to = '', list, start = ''] of section.matchAll(
    /<(\w+)>\s*<(\w+)>\s*(?:\[([^\]]*)\]|<(\w+)>)/g,
  )) {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    const listed = list?.match(/\w+/g);
    for (let code = first; code <= Math.min(last, first + 0xffff); code += 1) {
      texts.set(code, listed ? readText(listed[code - first] ?? '') : advance(readText(start), code - first));
    }
  }
}

/** UTF-16, big end first. */
function readText(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** A range counts up in the last character. */
function advance(text: string, by: number): string {
  const characters = [...text];
  const last = characters.pop()?.codePointAt(0);
  return last === undefined ? '' : characters.join('') + String.fromCodePoint(Math.min(last + by, 0x10ffff));
}
