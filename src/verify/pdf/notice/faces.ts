/** The fonts that letters are compared with: those that Caveat bundles, and those that the edition names. */
import { createRequire } from 'node:module';
import type { Font, GlyphRun } from 'fontkit';
import type { EditionFont } from '../../../model.ts';
import { loadFontkit } from './fontkit.ts';
import { listVariants } from './math-variants.ts';
import { parseFont, readOutline } from './outlines.ts';
import { type Stroke, spell } from './spelling.ts';

/** Families by their names in a PDF, and the files of each weight and style in its npm package. */
const bundled: Readonly<Record<string, { readonly family: string; readonly subsets: readonly string[] }>> = {
  AtkinsonHyperlegibleNext: { family: 'atkinson-hyperlegible-next', subsets: ['latin', 'latin-ext'] },
  AtkinsonHyperlegibleMono: { family: 'atkinson-hyperlegible-mono', subsets: ['latin', 'latin-ext'] },
  NotoSansArabic: { family: 'noto-sans-arabic', subsets: ['arabic'] },
  NotoSansHebrew: { family: 'noto-sans-hebrew', subsets: ['hebrew'] },
  NotoSansMath: { family: 'noto-sans-math', subsets: ['latin'] },
  NotoSansSymbols2: { family: 'noto-sans-symbols-2', subsets: ['symbols'] },
  NotoSans: {
    family: 'noto-sans',
    subsets: ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
  },
};

/** Module paths of the bundled files that a font of a PDF may come from, by its name there. */
export function listBundled(name: string): readonly string[] {
  const plain = name.replace(/^[A-Z]{6}\+/, '');
  const [, face] = Object.entries(bundled).find(([begin]) => plain.startsWith(begin)) ?? [];
  if (!face) return [];
  const weight = /bold/i.test(plain) ? 700 : 400;
  const style = /italic/i.test(plain) ? 'italic' : 'normal';
  return face.subsets.map(
    (subset) => `@fontsource/${face.family}/files/${face.family}-${subset}-${weight}-${style}.woff2`,
  );
}

/** The files are parts of the program: each is opened once, when a text is set in it. */
const opened = new Map<string, Reference>();
/** Module paths by the names of fonts, which are asked for with each letter. */
const listed = new Map<string, readonly string[]>();
const mostListed = 500;
const openedOwn = new WeakMap<Uint8Array, Reference>();

/** References for a font of a PDF by its name, the likeliest first; each is opened when it is asked for. */
export function* findReferences(name: string, own: readonly EditionFont[]): Generator<Reference> {
  const modules = listed.get(name) ?? listBundled(name);
  if (listed.size < mostListed) listed.set(name, modules);
  for (const module of modules) {
    const known = opened.get(module) ?? new Reference(() => openBundled(module));
    opened.set(module, known);
    yield known;
  }
  for (const { bytes } of own) {
    const known = openedOwn.get(bytes) ?? new Reference(() => parseFont(bytes));
    openedOwn.set(bytes, known);
    yield known;
  }
}

/** Opens what most editions are set in, before the first file is there. */
export function openUsual(): void {
  for (const face of ['Regular', 'Bold', 'RegularItalic'])
    findReferences(`AtkinsonHyperlegibleNext-${face}`, []).next();
}

function openBundled(module: string): Font {
  return loadFontkit().openSync(createRequire(import.meta.url).resolve(module));
}

/** Figures of one width, as in numbers of lists and pages. */
const tabular = ['tnum'];

/** A font whose letters are known to be what they say. */
export class Reference {
  readonly #font: Font | undefined;
  readonly #open: () => Font | undefined;
  /** Sets words. */
  #setter: Font | undefined;
  readonly #letters = new Map<string, ReadonlySet<string>>();
  /** Forms that are seldom drawn. */
  readonly #others = new Map<string, ReadonlySet<string>>();
  readonly #words = new Map<string, string | undefined>();

  constructor(open: () => Font | undefined) {
    this.#font = open();
    this.#open = open;
  }

  /** Whether it draws a text as one glyph of a shape: a letter, a ligature, or another form of a letter. */
  draws(text: string, shape: string): boolean {
    const known = this.#letters.get(text) ?? new Set(this.#listShapes(text));
    this.#letters.set(text, known);
    if (known.has(shape)) return true;
    const others = this.#others.get(text) ?? new Set(this.#listOthers(text));
    this.#others.set(text, others);
    return others.has(shape);
  }

  /** How it spells a word in shapes; undefined when it lacks a character. */
  drawWord(word: string): string | undefined {
    if (!this.#words.has(word)) {
      const strokes = this.#shape(word);
      this.#words.set(word, strokes && spell(strokes));
    }
    return this.#words.get(word);
  }

  *#listShapes(text: string): Generator<string> {
    const [only, ...more] = [...text];
    if (this.#font === undefined || only === undefined) return;
    const code = only.codePointAt(0) ?? 0;
    if (more.length === 0 && this.#font.hasGlyphForCodePoint(code))
      yield* this.#outlineOf(this.#font.glyphForCodePoint(code).id);
    const strokes = more.length > 0 ? this.#shape(text) : undefined;
    if (strokes?.length === 1) yield strokes[0]?.shape ?? '';
  }

  *#listOthers(text: string): Generator<string> {
    const [only = '', more] = [...text];
    const code = only.codePointAt(0) ?? 0;
    if (more !== undefined || !this.#font?.hasGlyphForCodePoint(code)) return;
    yield* this.#listVariants(this.#font, this.#font.glyphForCodePoint(code).id);
    if (/^\p{Nd}$/u.test(text)) for (const { shape } of this.#shape(text, tabular) ?? []) yield shape;
  }

  *#listVariants(font: Font, glyph: number): Generator<string> {
    const table = font.directory.tables.MATH;
    const stream = table && font._getTableStream('MATH');
    if (!stream) return;
    const bytes = stream.buffer.subarray(stream.pos, stream.pos + table.length);
    for (const form of listVariants(bytes, glyph)) yield* this.#outlineOf(form);
  }

  /** From left to right. */
  #shape(text: string, features: readonly string[] = []): readonly Stroke[] | undefined {
    const font = this.#font;
    if (!font || ![...text].every((it) => font.hasGlyphForCodePoint(it.codePointAt(0) ?? 0)))
      return undefined;
    this.#setter ??= this.#open();
    const { glyphs, positions } = this.#setter
      ? setAfresh(this.#setter, text, features)
      : { glyphs: [], positions: [] };
    return glyphs.flatMap(({ id }, index) =>
      [...this.#outlineOf(id)].flatMap((shape) =>
        shape === '' ? [] : { shape, isMark: positions[index]?.xAdvance === 0 },
      ),
    );
  }

  *#outlineOf(glyph: number): Generator<string> {
    const outline = this.#font && readOutline(this.#font, glyph);
    if (outline) yield outline.shape;
  }
}

/** fontkit keeps with a glyph what it stood for first, and joins letters by that: so no word learns from the last. */
function setAfresh(font: Font, text: string, features: readonly string[]): GlyphRun {
  font._glyphs = {};
  return font.layout(text, features);
}
