/** The letters of all text are drawn as they are said to be. Disclaimers are looked at one by one elsewhere. */
import type { EditionFont, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, judge } from '../findings.ts';
import type { Passage } from '../transcript.ts';
import type { Font } from './fonts.ts';
import { outside } from './mark-stack.ts';
import type { TextById } from './marked-text.ts';
import { readInk } from './notice/ink.ts';
import { type Letter, LetterChecker, tellUnread } from './notice/letters.ts';
import { openEmbedded } from './notice/outlines.ts';
import type { PdfFile } from './open.ts';
import { tellPlace } from './place.ts';
import type { PageLayout, PdfReading } from './read.ts';
import type { Run } from './runs.ts';
import { type StructureNode, textBelow } from './structure.ts';

/** A fault where it was found first. */
interface Fault {
  readonly leaf: PageLayout;
  readonly run: Run;
  readonly problem: string;
}

/**
 * Compares each glyph that the pages draw, once, with the fonts of the edition; where that leaves doubts, as in
 * scripts that join their letters, each word.
 * @param apart contents of the disclaimers @param own fonts that the edition names
 * @param isWhole the text was found to be that of the edition: else there are no words to compare with
 */
export function checkSeenLetters(
  file: PdfFile,
  reading: PdfReading,
  apart: ReadonlySet<string>,
  own: readonly EditionFont[],
  path: string,
  isWhole: boolean,
): Findings {
  const checker = new LetterChecker(own);
  // No font has the outlines of letters that were made bold: they are not compared.
  const drawn = reading.allFonts.filter(({ isDrawn }) => isDrawn);
  const fonts = reading.allFonts.filter(({ isDrawn }) => !isDrawn);
  const doubtful = fonts.flatMap((font) => listDoubtful(font, file, checker));
  const faults =
    doubtful.length > 0 ? [...new FaultFinder(file, reading, apart, checker).find(doubtful, isWhole)] : [];
  const byProblem = new Map(faults.reverse().map((fault) => [fault.problem, fault]));
  const messages = [...byProblem.values()].reverse().map(({ leaf, run, problem }): Message => {
    const values = { excerpt: excerpt(run.text), where: tellPlace(leaf, run), problem };
    return createMessage('proof-text-letters', values, { file: path });
  });
  const apartFrom = drawn.length > 0 ? `, but for ${drawn.length} whose letters are made bold` : '';
  return judge('text-letters', `${checker.count} shapes in ${fonts.length} fonts${apartFrom}`, messages);
}

/** Glyphs that are not what they say, or not by themselves. A font that is not in the file is told elsewhere. */
function listDoubtful(font: Font, { resolve }: PdfFile, checker: LetterChecker): Letter[] {
  if (!font.embedded) return [];
  const draw = openEmbedded(font, resolve);
  return [...font.drawn]
    .map(([code, { text }]) => ({ font, code, text, outline: draw?.(code) }))
    .filter((letter) => !checker.isTrue(letter));
}

/** Looks for the text that doubtful glyphs stand in. */
class FaultFinder {
  readonly #file: PdfFile;
  readonly #reading: PdfReading;
  readonly #apart: ReadonlySet<string>;
  readonly #checker: LetterChecker;

  constructor(file: PdfFile, reading: PdfReading, apart: ReadonlySet<string>, checker: LetterChecker) {
    this.#file = file;
    this.#reading = reading;
    this.#apart = apart;
    this.#checker = checker;
  }

  *find(doubtful: readonly Letter[], isWhole: boolean): Generator<Fault> {
    const known = new Set(doubtful.filter(({ outline }) => outline).map(({ font }) => font));
    for (const letter of doubtful) {
      const place = letter.outline ? undefined : this.#findFirst(letter);
      if (place) yield { ...place, problem: tellUnread(letter) };
    }
    if (isWhole) for (const leaf of this.#reading.layout) yield* this.#readWords(leaf, doubtful, known);
  }

  #findFirst({ font, text }: Letter): Omit<Fault, 'problem'> | undefined {
    for (const leaf of this.#reading.layout) {
      const run = leaf.runs.find(
        (it) => it.font === font && it.text.includes(text) && !this.#apart.has(it.id),
      );
      if (run) return { leaf, run };
    }
    return undefined;
  }

  *#readWords(leaf: PageLayout, doubtful: readonly Letter[], fonts: ReadonlySet<Font>): Generator<Fault> {
    const isDoubtful = ({ font, text }: Run) =>
      fonts.has(font) && doubtful.some((letter) => letter.font === font && text.includes(letter.text));
    const runs = leaf.runs.filter((run) => !this.#apart.has(run.id) && isDoubtful(run));
    if (runs.length === 0) return;
    const groups = this.#group(leaf, new Set(runs.map(({ id }) => id)));
    const all = new Set(groups.flatMap(({ ids }) => [...ids]));
    const ink = readInk(this.#file, leaf.page, all, this.#reading.readFont);
    const draw = ({ font, code }: Pick<Letter, 'font' | 'code'>) =>
      openEmbedded(font, this.#file.resolve)?.(code);
    const glyphs = ink.glyphs.map((glyph) => ({ ...glyph, outline: draw(glyph) }));
    for (const { ids, passages } of groups) {
      const run = runs.find(({ id }) => ids.has(id));
      const problem = this.#checker.findLie({ glyphs: glyphs.filter(({ id }) => ids.has(id)), passages });
      if (run && problem !== undefined) yield { leaf, run, problem };
    }
  }

  /** What is read together: a passage, the margins of a page, or what is in no passage. */
  #group(leaf: PageLayout, wanted: ReadonlySet<string>): Group[] {
    const { transcript, layout, margins } = this.#reading;
    const passages = transcript.passages.filter(
      ({ page, sources }) => page === leaf.number && sources.some((id) => wanted.has(id)),
    );
    const cells = leaf.tree ? [...listAgain(leaf.tree, leaf.tagged)] : [];
    const grouped = new Set([
      ...passages.flatMap(({ sources }) => sources),
      ...cells.flatMap(({ ids }) => [...ids]),
    ]);
    const beside = layout.flatMap(({ page }, index) => (page === leaf.page ? (margins[index] ?? []) : []));
    const others = [...wanted].filter((id) => !grouped.has(id));
    return [
      ...passages.map((passage) => ({ ids: new Set(passage.sources), passages: [passage] })),
      ...cells,
      ...others.map((id) => ({
        ids: new Set([id]),
        passages: id === outside ? toWords(beside) : toWords(textOf(leaf, id)),
      })),
    ];
  }
}

interface Group {
  readonly ids: ReadonlySet<string>;
  readonly passages: readonly Pick<Passage, 'raw'>[];
}

/** Cells that begin on an earlier page: their passages are there. */
function* listAgain(node: StructureNode, texts: TextById): Generator<Group> {
  if (node.again) yield { ids: new Set(idsBelow(node)), passages: [{ raw: textBelow(node, texts) }] };
  else for (const child of node.children ?? []) yield* listAgain(child, texts);
}

function idsBelow({ id, children = [] }: StructureNode): string[] {
  return [...(id === undefined ? [] : [id]), ...children.flatMap(idsBelow)];
}

function toWords(texts: readonly string[]): Group['passages'] {
  return texts.map((raw) => ({ raw }));
}

function textOf({ runs }: PageLayout, wanted: string): string[] {
  return runs.flatMap(({ id, text }) => (id === wanted ? text : []));
}
