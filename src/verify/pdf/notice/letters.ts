/** The letters that are drawn are those that the file says: each has the outline that it has in a known font. */
import type { EditionFont } from '../../../model.ts';
import { fold } from '../../fold.ts';
import type { Passage } from '../../transcript.ts';
import { isRightToLeft } from '../bidi.ts';
import { findReferences } from './faces.ts';
import type { NoticeGlyph } from './notices.ts';
import { type Stroke, spell } from './spelling.ts';

/** A glyph as far as it says what it is and shows it. */
export type Letter = Pick<NoticeGlyph, 'font' | 'code' | 'text' | 'outline'>;

/** A letter in its place. */
type PlacedLetter = Letter & Pick<NoticeGlyph, 'matrix'>;

/** Compares glyphs with the fonts that the edition is set in. */
export class LetterChecker {
  readonly #own: readonly EditionFont[];
  readonly #spellings = new WeakMap<readonly Letter[], string>();
  readonly #true = new Map<Letter['font']['dict'], Set<string>>();

  constructor(own: readonly EditionFont[]) {
    this.#own = own;
  }

  /** How many different glyphs were found to be what they say. */
  get count(): number {
    return [...this.#true.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** What is drawn otherwise than it is said, in words; undefined when all is proved. */
  findLie({
    glyphs,
    passages,
  }: {
    glyphs: readonly PlacedLetter[];
    passages: readonly Pick<Passage, 'raw'>[];
  }) {
    const doubtful = new Set<Letter>(glyphs.filter((glyph) => !this.isTrue(glyph)));
    const [first] = doubtful;
    if (!first) return undefined;
    const unread = [...doubtful].find(({ outline }) => !outline);
    if (unread) return tellUnread(unread);
    return this.#findFalseWord(
      splitWords(glyphs),
      doubtful,
      passages.flatMap(({ raw }) => raw.match(letters) ?? []),
    );
  }

  /** A letter that is drawn as its font's letter of that meaning. */
  isTrue(glyph: Letter): boolean {
    const { font, code, text, outline } = glyph;
    const known = this.#true.get(font.dict) ?? new Set<string>();
    this.#true.set(font.dict, known);
    const key = `${code} ${text}`;
    if (known.has(key)) return true;
    if (!outline || !this.#isDrawnSo(font.name, text, outline.shape)) return false;
    known.add(key);
    return true;
  }

  /** White space and marks without ink may be missing in the font that they are compared with. */
  #isDrawnSo(name: string, text: string, shape: string): boolean {
    if (shape === '' && fold(text) === '') return true;
    for (const reference of findReferences(name, this.#own)) {
      if (reference.draws(text, shape)) return true;
    }
    return false;
  }

  /**
   * Scripts that join letters draw them in forms and parts without a meaning of their own: there each word that
   * is drawn must be one of the text, and each of the text's must be drawn.
   */
  #findFalseWord(
    drawn: readonly (readonly Letter[])[],
    doubtful: ReadonlySet<Letter>,
    words: readonly string[],
  ): string | undefined {
    const inWords = new Set(drawn.flat());
    const alone = [...doubtful].find((glyph) => !inWords.has(glyph));
    if (alone) return tellLie(alone);
    const left = [...words];
    const unknown = drawn.filter((word) => !this.#takeOut(word, left));
    for (const word of unknown) {
      const lie = word.find((glyph) => doubtful.has(glyph));
      const isPart = left.some(isRightToLeft) && (this.#takeOut(word, left) || this.#takePart(word, left));
      if (lie && !isPart) return tellLie(lie);
    }
    const missing = left.find(isRightToLeft);
    return missing && `the word \u201c${missing}\u201d is not drawn`;
  }

  /** Takes a drawn word out of a list of words; false when it is none of them. */
  #takeOut(word: readonly Letter[], left: string[]): boolean {
    const at = left.findIndex((it) => this.#isSpelled(word, it));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }

  /** Where lines and links end, words of the text may run together: then what is drawn is a part of one. */
  #takePart(word: readonly Letter[], left: string[]): boolean {
    for (const [at, text] of left.entries())
      for (let end = 1; end < text.length; end += 1) {
        const [before, after] = [text.slice(0, end), text.slice(end)];
        const isFirst = this.#isSpelled(word, before);
        if (!isFirst && !this.#isSpelled(word, after)) continue;
        left[at] = isFirst ? after : before;
        return true;
      }
    return false;
  }

  #isSpelled(word: readonly Letter[], text: string): boolean {
    const [first] = word;
    const spelling = this.#spell(word);
    for (const reference of findReferences(first?.font.name ?? '', this.#own))
      if (reference.drawWord(text) === spelling) return true;
    return false;
  }

  #spell(word: readonly Letter[]): string {
    const known = this.#spellings.get(word) ?? spell(word.map(toStroke));
    this.#spellings.set(word, known);
    return known;
  }
}

function toStroke({ font, code, outline }: Letter): Stroke {
  return { shape: outline?.shape ?? '', isMark: font.glyphOf(code).width === 0 };
}

/** Words; a number in Latin letters may follow one without a space. */
const letters = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*|(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;

/** Glyphs that stand together, as drawn: letters, marks and parts of letters of one font on one line. */
function splitWords(glyphs: readonly PlacedLetter[]): readonly (readonly Letter[])[] {
  const words: PlacedLetter[][] = [[]];
  for (const glyph of glyphs) {
    const isLetter = glyph.outline?.shape !== '' && /[\p{L}\p{M}\uFFFD]/u.test(glyph.text);
    const first = words.at(-1)?.[0];
    if (!isLetter || (first && (first.font !== glyph.font || !isOnLine(first, glyph)))) words.push([]);
    if (isLetter) words.at(-1)?.push(glyph);
  }
  return words.filter(({ length }) => length > 0);
}

/** Marks stand above and below their letters by parts of an em; lines are further apart. */
function isOnLine({ matrix: one }: PlacedLetter, { matrix: other }: PlacedLetter): boolean {
  return Math.abs(one[5] - other[5]) < 0.8 * Math.abs(one[3]);
}

/** In the words of a message: programs cannot say what it draws. */
export function tellUnread(letter: Letter): string {
  return `the shape of \u201c${letter.text}\u201d cannot be read from the font ${nameOf(letter)}`;
}

function tellLie(letter: Letter): string {
  return `\u201c${letter.text}\u201d is drawn in a shape that no font of the edition has for it (font ${nameOf(letter)})`;
}

function nameOf({ font }: Letter): string {
  return font.name.replace(/^[A-Z]{6}\+/, '');
}
