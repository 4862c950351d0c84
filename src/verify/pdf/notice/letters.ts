/** The letters that are drawn are those that the file says: each has the outline that it has in a known font. */
import type { EditionFont } from '../../../model.ts';
import { fold } from '../../fold.ts';
import { isRightToLeft } from '../bidi.ts';
import { findReferences } from './faces.ts';
import type { Notice, NoticeGlyph } from './notices.ts';

/** Compares the glyphs of disclaimers with the fonts that the edition is set in. */
export class LetterChecker {
  readonly #own: readonly EditionFont[];
  readonly #true = new Map<NoticeGlyph['font']['dict'], Set<string>>();

  constructor(own: readonly EditionFont[]) {
    this.#own = own;
  }

  /** How many different glyphs were found to be what they say. */
  get count(): number {
    return [...this.#true.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** What is drawn otherwise than it is said, in words; undefined when all is proved. */
  findLie({ glyphs, passages }: Notice): string | undefined {
    const doubtful = new Set(glyphs.filter((glyph) => !this.#isTrue(glyph)));
    const [first] = doubtful;
    if (!first) return undefined;
    const unread = [...doubtful].find(({ outline }) => !outline);
    if (unread)
      return `the shape of \u201c${unread.text}\u201d cannot be read from the font ${nameOf(unread)}`;
    return this.#findFalseWord(
      splitWords(glyphs),
      doubtful,
      passages.flatMap(({ raw }) => raw.match(letters) ?? []),
    );
  }

  /** A letter that is drawn as its font's letter of that meaning. */
  #isTrue(glyph: NoticeGlyph): boolean {
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
      if (reference.drawLetter(text).has(shape)) return true;
    }
    return false;
  }

  /**
   * Scripts that join letters draw them in forms and parts without a meaning of their own: there each word that
   * is drawn must be one of the text, and each of the text's must be drawn.
   */
  #findFalseWord(
    drawn: readonly (readonly NoticeGlyph[])[],
    doubtful: ReadonlySet<NoticeGlyph>,
    words: readonly string[],
  ): string | undefined {
    const left = [...words];
    for (const word of drawn) {
      const at = left.findIndex((it) => this.#isSpelled(word, it));
      if (at !== -1) left.splice(at, 1);
      const lie = at === -1 ? word.find((glyph) => doubtful.has(glyph)) : undefined;
      if (lie)
        return `\u201c${lie.text}\u201d is drawn in a shape that no font of the edition has for it (font ${nameOf(lie)})`;
    }
    const missing = left.find(isRightToLeft);
    return missing && `the word \u201c${missing}\u201d is not drawn`;
  }

  #isSpelled(glyphs: readonly NoticeGlyph[], word: string): boolean {
    for (const reference of findReferences(glyphs[0]?.font.name ?? '', this.#own)) {
      const shapes = reference.drawWord(word);
      if (shapes?.length !== glyphs.length) continue;
      if (shapes.every((shape, index) => shape === glyphs[index]?.outline?.shape)) return true;
    }
    return false;
  }
}

const letters = /[\p{L}\p{M}]+/gu;

/** Glyphs that stand together, as drawn: letters, marks and parts of letters of one font. */
function splitWords(glyphs: readonly NoticeGlyph[]): readonly (readonly NoticeGlyph[])[] {
  const words: NoticeGlyph[][] = [[]];
  for (const glyph of glyphs) {
    const isLetter = glyph.outline?.shape !== '' && /[\p{L}\p{M}\uFFFD]/u.test(glyph.text);
    const word = words.at(-1);
    if (!isLetter || (word?.[0] && word[0].font !== glyph.font)) words.push([]);
    if (isLetter) words.at(-1)?.push(glyph);
  }
  return words.filter(({ length }) => length > 0);
}

function nameOf({ font }: NoticeGlyph): string {
  return font.name.replace(/^[A-Z]{6}\+/, '');
}
