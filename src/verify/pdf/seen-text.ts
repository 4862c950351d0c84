/** Text that is painted so that it can be seen: filled, dark on white paper, opaque, unmasked. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { type Findings, judge } from '../findings.ts';
import type { ContentListener, ContentStream } from './content.ts';
import { MarkStack, markOperators, outside } from './mark-stack.ts';
import { identity } from './matrix.ts';
import { contrastOnWhite, showContrast } from './notice/colour.ts';
import { type Paint, PaintState, paintOperators } from './notice/paint.ts';
import type { Resolve } from './objects.ts';
import { tellPlace } from './place.ts';
import type { PdfReading } from './read.ts';
import type { LetterRow, Operation } from './tokens.ts';

/** Level AA asks for so much (WCAG 2.2, 1.4.3); of the disclaimer more is asked elsewhere. */
const enough = 4.5;
const showing = new Set(['Tj', 'TJ', "'", '"']);

/** Looks at the paint of every string while the pages are read. */
export class SeenText implements ContentListener {
  readonly operators: ReadonlySet<string> = new Set([...showing, ...markOperators, ...paintOperators]);
  /** What is wrong with marked content, by its id; with what is outside of any, by the page. */
  readonly faults = new Map<string, string>();
  count = 0;
  readonly #paint: PaintState;
  readonly #marks: MarkStack;
  #known: Paint | undefined;
  #problem: string | undefined;
  #page = 0;

  constructor(resolve: Resolve) {
    this.#paint = new PaintState(resolve);
    this.#marks = new MarkStack(resolve);
  }

  open(stream: ContentStream): void {
    this.#page = stream.page.number;
    this.#paint.enter(stream.dict, stream.resources, identity);
    this.#marks.enter(stream);
  }

  close(): void {
    this.#paint.leave();
    this.#marks.leave();
  }

  take(operation: Operation): void {
    const { operator } = operation;
    if (showing.has(operator)) this.#judge();
    else if (operator === 'BMC' || operator === 'BDC') this.#marks.open(operation);
    else if (operator === 'EMC') this.#marks.close();
    else this.#paint.apply(operation, identity);
  }

  takeRow({ length }: LetterRow): void {
    this.#judge();
    this.count += length - 1;
  }

  #judge(): void {
    const { paint } = this.#paint;
    if (paint !== this.#known) this.#problem = findProblem(paint);
    this.#known = paint;
    this.count += 1;
    const id = this.#marks.top?.id ?? outside;
    if (this.#problem !== undefined) this.faults.set(keyOf(id, this.#page), this.#problem);
  }
}

function keyOf(id: string, page: number): string {
  return id === outside ? `page ${page}` : id;
}

function findProblem({ mode, isMasked, isBlended, fill, alpha }: Paint): string | undefined {
  if (mode !== 0 && mode !== 2) return 'it is drawn invisibly';
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
 * Proves that all text is painted so that it can be seen. Disclaimers are looked at more closely elsewhere.
 * @param seen after every page was read; @param apart contents of the disclaimers
 */
export function checkSeenText(
  { layout }: PdfReading,
  seen: SeenText,
  apart: ReadonlySet<string>,
  file: string,
): Findings {
  const messages = layout.flatMap((leaf) =>
    [...firstRuns(leaf.runs)].flatMap(([id, run]): Message[] => {
      const problem =
        apart.has(id) || run.text.trim() === '' ? undefined : seen.faults.get(keyOf(id, leaf.page.number));
      if (problem === undefined) return [];
      const values = { excerpt: excerpt(run.text), where: tellPlace(leaf, run), problem };
      return [createMessage('proof-text-visible', values, { file })];
    }),
  );
  return judge('text-visible', `${seen.count} strings in dark, opaque letters`, messages);
}

function firstRuns(runs: PdfReading['layout'][number]['runs']) {
  const first = new Map<string, (typeof runs)[number]>();
  for (const run of runs) if (!first.has(run.id) && run.text.trim() !== '') first.set(run.id, run);
  return first;
}
