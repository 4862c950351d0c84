/** Text that is painted so that it can be seen: filled, dark on white paper, opaque, upright, whole, and uncovered. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, gather, judge } from '../findings.ts';
import type { ContentListener, ContentStream } from './content.ts';
import { CoverFinder, coreOf, type Painted, paintPath } from './covers.ts';
import type { GlyphReader } from './glyphs.ts';
import { identity, type Matrix } from './matrix.ts';
import { boxOf, holds, intersect, unclipped } from './notice/clip.ts';
import { contrastOnWhite, showContrast } from './notice/colour.ts';
import { extendsPath, type Paint, PaintState, paintOperators } from './notice/paint.ts';
import { turnOf } from './notice/visible.ts';
import { asDict, asName, asStream, type Resolve } from './objects.ts';
import type { Box, PdfPage } from './open.ts';
import { findOverprinted } from './overprint.ts';
import { tellPlace } from './place.ts';
import type { PageLayout, PdfReading } from './read.ts';
import { measureInk } from './run-ink.ts';
import type { Run } from './runs.ts';
import { inlineImage, isName, type LetterRow, type Operand, type Operation } from './tokens.ts';

/** Level AA asks for so much (WCAG 2.2, 1.4.3); of the disclaimer more is asked elsewhere. */
const enough = 4.5;
const showing = new Set(['Tj', 'TJ', "'", '"']);

/** Looks at the paint of all text, and at what is painted after it, while the pages are read. */
export class SeenText implements ContentListener {
  readonly operators: ReadonlySet<string> = new Set([
    ...showing,
    ...paintOperators,
    ...['Do', 'sh', inlineImage],
  ]);
  /** What is wrong with how runs are painted. */
  readonly faults = new Map<Run, string>();
  /** What lies on runs. */
  readonly covers = new CoverFinder();
  count = 0;
  readonly #resolve: Resolve;
  readonly #paint: PaintState;
  readonly #resources: ContentStream['resources'][] = [];
  #glyphs: readonly GlyphReader[] = [];
  /** How many runs of each reader were looked at. */
  #settled: number[] = [];
  /** A form is to be read next. */
  #isAwaiting = false;

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
    this.#paint = new PaintState(resolve);
  }

  follow(glyphs: readonly GlyphReader[]): void {
    this.#glyphs = glyphs;
    this.#settled = glyphs.map(() => 0);
  }

  open({ dict, resources }: ContentStream): void {
    this.#isAwaiting = false;
    this.#resources.push(resources);
    this.#settle();
    this.#paint.enter(dict, resources, this.#ctm);
  }

  close(): void {
    this.#missForm();
    this.#settle();
    this.#resources.pop();
    this.#paint.leave();
  }

  take(operation: Operation): void {
    this.#missForm();
    const { operator, operands } = operation;
    if (extendsPath(operator)) this.#paint.apply(operation, this.#ctm);
    else if (showing.has(operator)) this.count += 1;
    else if (operator === 'Do') this.#drawObject(operands[0]);
    else if (operator === inlineImage) this.#cover(this.#square, 'a picture is painted over it');
    else if (operator === 'sh') this.#cover(unclipped.box, 'a shading is painted over it');
    else this.#apply(operation);
  }

  takeRow({ length }: LetterRow): void {
    this.#missForm();
    this.count += length;
  }

  get #ctm(): Matrix {
    return this.#glyphs[0]?.ctm ?? identity;
  }

  /** Pictures fill the unit square (8.9.5). */
  get #square(): Box {
    return boxOf(this.#ctm, { left: 0, bottom: 0, right: 1, top: 1 });
  }

  #apply(operation: Operation): void {
    const { paint } = this.#paint;
    const path = this.#paint.apply(operation, this.#ctm);
    if (path?.isFilled || path?.isStroked) this.#lay(paintPath(path, paint, this.#ctm));
    if (this.#paint.paint !== paint) this.#settle(paint);
  }

  /** Looks at the runs that were drawn in a paint; what comes next is drawn in another, in runs of its own. */
  #settle(paint = this.#paint.paint): void {
    for (const [index, glyphs] of this.#glyphs.entries()) {
      const { runs } = glyphs;
      for (let at = this.#settled[index] ?? 0; at < runs.length; at += 1) {
        const run = runs[at];
        const problem = run && findProblem(run, paint, this.#resolve);
        if (run && problem !== undefined) this.faults.set(run, problem);
      }
      this.#settled[index] = runs.length;
      glyphs.part();
    }
  }

  #drawObject(operand: Operand | undefined): void {
    const objects = asDict(this.#resolve(this.#resources.at(-1)?.get('XObject')));
    const object = asStream(this.#resolve(isName(operand) ? objects?.get(operand.name) : undefined));
    const type = asName(this.#resolve(object?.get('Subtype')));
    if (type === 'Image') this.#cover(this.#square, 'a picture is painted over it');
    else if (type !== undefined) this.#isAwaiting = true;
  }

  /** Forms that draw forms without end are not read: they may draw anything. */
  #missForm(): void {
    if (!this.#isAwaiting) return;
    this.#isAwaiting = false;
    this.#cover(unclipped.box, 'what is drawn over it cannot be read');
  }

  #cover(box: Box, what: string): void {
    this.#lay([{ box: intersect(box, this.#paint.paint.clip.box), what, isRule: false }]);
  }

  #lay(painted: readonly Painted[]): void {
    for (const { runs } of this.#glyphs) this.covers.lay(painted, runs);
  }
}

function findProblem(run: Run, paint: Paint, resolve: Resolve): string | undefined {
  if (run.text.trim() === '') return undefined;
  if (!run.upright) return 'it is turned, mirrored or skewed';
  const { box, isRectangle } = paint.clip;
  if (!isRectangle) return 'it is cut off, or may be';
  if (
    box !== unclipped.box &&
    !isHeld(box, run, run.size) &&
    !isHeld(box, measureInk(run, resolve), run.size)
  )
    return 'it is cut off';
  return findPaleness(paint);
}

function isHeld(clip: Box, letters: Box, size: number): boolean {
  return holds(clip, coreOf(letters, size), 0);
}

function findPaleness({ mode, isMasked, isBlended, fill, alpha }: Paint): string | undefined {
  if (mode === 2) return 'a line is drawn around each letter';
  if (mode !== 0) return 'it is drawn invisibly';
  if (isMasked) return 'it is masked';
  if (isBlended) return 'it is blended with what lies below it';
  if (!fill) return 'it is painted in no plain colour';
  const [red, green, blue] = fill.map((part) => 1 - (1 - part) * alpha);
  const contrast = contrastOnWhite([red ?? 1, green ?? 1, blue ?? 1]);
  return contrast >= enough
    ? undefined
    : `its contrast is ${showContrast(contrast)}, expected at least ${enough}:1`;
}

/**
 * Proves that all text is painted so that it can be seen, and that nothing lies on it. Disclaimers are looked at more
 * closely elsewhere.
 * @param seen after every page was read; @param apart contents of the disclaimers
 */
export function checkSeenText(
  { layout }: PdfReading,
  seen: SeenText,
  apart: ReadonlySet<string>,
  resolve: Resolve,
  file: string,
): Findings {
  const tell = (
    rule: 'proof-text-visible' | 'proof-text-covered',
    problemOf: (run: Run, leaf: PageLayout) => string | undefined,
  ) =>
    layout.flatMap((leaf) =>
      listFirst(leaf.runs, apart, (run) => problemOf(run, leaf)).map(([run, problem]): Message => {
        const values = { excerpt: excerpt(run.text), where: tellPlace(leaf, run), problem };
        return createMessage(rule, values, { file });
      }),
    );
  const turned = new Set(
    layout.filter(({ page, runs }) => isTurned(page, resolve) && !runs.some(({ id }) => apart.has(id))),
  );
  const hidden = tell('proof-text-visible', (run, leaf) =>
    turned.has(leaf) ? 'its page is turned' : seen.faults.get(run),
  );
  const over = layout.flatMap(({ runs }) => [...findOverprinted(runs, apart, resolve)]);
  const under = new Map([...over, ...seen.covers.found]);
  const covered = tell('proof-text-covered', (run) => under.get(run));
  return gather([
    judge('text-visible', `${seen.count} strings in dark, opaque letters`, hidden),
    judge('text-uncovered', `${seen.count} strings with nothing on them but rules`, covered),
  ]);
}

function isTurned({ dict }: PdfPage, resolve: Resolve): boolean {
  return turnOf(dict, resolve) % 360 !== 0;
}

/** The first run of each piece of marked content of which there is something to tell. */
function listFirst(
  runs: readonly Run[],
  apart: ReadonlySet<string>,
  problemOf: (run: Run) => string | undefined,
): readonly (readonly [Run, string])[] {
  const first = new Map<string, readonly [Run, string]>();
  for (const run of runs) {
    if (first.has(run.id) || apart.has(run.id) || run.text.trim() === '') continue;
    const problem = problemOf(run);
    if (problem !== undefined) first.set(run.id, [run, problem]);
  }
  return [...first.values()];
}
