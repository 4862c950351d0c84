/** What is painted over text, so that it cannot be seen. */

import type { Matrix } from './matrix.ts';
import { type FinishedPath, intersect, widen } from './notice/clip.ts';
import { contrastOnWhite } from './notice/colour.ts';
import type { Paint } from './notice/paint.ts';
import type { Box } from './open.ts';
import type { Run } from './runs.ts';

/** Part of the em at each edge of a run on which something may lie: letters are known by what is between. */
const edge = 0.1;
/** A rule that is no higher, in ems, strikes out or underlines; what is below it can be read. */
const thinnest = 0.13;
/** Ems of rules that may lie above one another on any part of a run. */
const mostRules = 0.26;
/** Rules shorter than this, in ems, may stand in for a full stop or a dash. */
const shortest = 0.4;
/** As dark as text must be (WCAG 2.2, 1.4.3). */
const dark = 4.5;
/** More rules over one run are a hatching. */
const mostCounted = 50;

/** Something that was painted. */
export interface Painted {
  /** In pt on the page. */
  readonly box: Box;
  /** In words. */
  readonly what: string;
  /** It may be a rule: a filled rectangle or a straight line, in a dark, opaque colour. */
  readonly isRule: boolean;
}

/** Follows what is painted over the runs of a page. */
export class CoverFinder {
  /** What lies on a run. */
  readonly found = new Map<Run, string>();
  readonly #rules = new Map<Run, Box[]>();

  /** @param runs that were drawn before, as far as they were drawn */
  lay(painted: readonly Painted[], runs: readonly Run[]): void {
    for (const run of runs) {
      if (this.found.has(run) || !Number.isFinite(run.left)) continue;
      const core = coreOf(run, run.size);
      for (const it of painted) if (touches(it.box, core)) this.#layOne(it, run);
    }
  }

  #layOne({ box, what, isRule }: Painted, run: Run): void {
    const isThin = box.top - box.bottom <= thinnest * run.size;
    if (!isRule || !isThin || box.right - box.left < shortest * run.size) this.found.set(run, what);
    else if (this.#isHatched(run, box)) this.found.set(run, 'lines are drawn over it');
  }

  /** Whether a rule and those before it hide more of the run, where it lies, than rules may. */
  #isHatched(run: Run, box: Box): boolean {
    const rules = this.#rules.get(run) ?? [];
    rules.push(box);
    this.#rules.set(run, rules);
    const over = rules.filter(({ left, right }) => left < box.right && right > box.left);
    const height = over.reduce((sum, { bottom, top }) => sum + Math.max(top - bottom, run.size / 50), 0);
    return height > mostRules * run.size || rules.length > mostCounted;
  }
}

/** A box around letters without its edges; as narrow as a line where there is no more. */
export function coreOf({ left, bottom, right, top }: Box, size: number): Box {
  const across = Math.min(edge * size, (right - left) / 2);
  const up = Math.min(edge * size, (top - bottom) / 2);
  return { left: left + across, bottom: bottom + up, right: right - across, top: top - up };
}

/** A box that is inside out holds nothing. */
function touches(one: Box, other: Box): boolean {
  if (one.left > one.right || one.bottom > one.top) return false;
  return (
    one.left <= other.right && one.right >= other.left && one.bottom <= other.top && one.top >= other.bottom
  );
}

/** What a path paints. Of a stroked outline only rectangles are known to leave their inside free. */
export function paintPath(
  { isFilled, isStroked, outlines, rectangles }: FinishedPath,
  { fill, stroke, alpha, isBlended, isMasked, lineWidth, clip }: Paint,
  [a, b, c, d]: Matrix,
): Painted[] {
  const isPlain = alpha === 1 && !isBlended && !isMasked;
  const painted: Painted[] = [];
  if (isFilled) {
    const isRule = isPlain && isDark(fill) && rectangles.length === outlines.length;
    for (const box of outlines) painted.push({ box, what: 'an area is painted over it', isRule });
  }
  if (isStroked) {
    const half = (lineWidth * Math.max(Math.hypot(a, b), Math.hypot(c, d))) / 2;
    const what = 'lines are drawn over it';
    const lines = rectangles.length > 0 ? rectangles.flatMap(sidesOf) : outlines;
    for (const line of lines)
      painted.push({ box: widen(line, half), what, isRule: isPlain && isDark(stroke) && isFlat(line) });
  }
  return painted.map((it) => ({ ...it, box: intersect(it.box, clip.box) }));
}

function isDark(colour: Paint['fill']): boolean {
  return colour !== undefined && contrastOnWhite(colour) >= dark;
}

function isFlat({ bottom, top }: Box): boolean {
  return top === bottom;
}

function sidesOf({ left, bottom, right, top }: Box): Box[] {
  return [
    { left, bottom, right, top: bottom },
    { left, bottom: top, right, top },
    { left, bottom, right: left, top },
    { left: right, bottom, right, top },
  ];
}
