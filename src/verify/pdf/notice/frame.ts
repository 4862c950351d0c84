/**
 * The line around a box, however it is drawn: as one line, as a ring (Chromium, where sides differ in width), or as a
 * line or a narrow area for each side (Chromium, where they differ in colour or style).
 */
import type { Box } from '../open.ts';
import { type FinishedPath, holds } from './clip.ts';

/** What is wider, in pt, is an area and no line. */
const widest = 12;

/** The innermost frame around a box, along the middle of its line; undefined when it has none. */
export function findFrame(paths: readonly FinishedPath[], inner: Box): Box | undefined {
  const sides = joinSides(listBars(paths), inner);
  const frames = [...listOutlines(paths), ...listRings(paths), ...(sides ? [sides] : [])];
  return frames.filter((frame) => holds(frame, inner)).sort((a, b) => areaOf(a) - areaOf(b))[0];
}

function listOutlines(paths: readonly FinishedPath[]): Box[] {
  return paths.filter(({ isStroked }) => isStroked).flatMap(({ outlines }) => outlines);
}

/** Two outlines, one in the other, and what is between them filled. */
function listRings(paths: readonly FinishedPath[]): Box[] {
  return paths.flatMap(({ isFilled, outlines: [outer, hole, more] }) => {
    if (!isFilled || !outer || !hole || more) return [];
    return holds(outer, hole) && isNear(outer, hole) ? [middleOf(outer, hole)] : [];
  });
}

function isNear(one: Box, other: Box): boolean {
  const sides = ['left', 'bottom', 'right', 'top'] as const;
  return sides.every((side) => Math.abs(one[side] - other[side]) <= widest);
}

function middleOf(one: Box, other: Box): Box {
  return {
    left: (one.left + other.left) / 2,
    bottom: (one.bottom + other.bottom) / 2,
    right: (one.right + other.right) / 2,
    top: (one.top + other.top) / 2,
  };
}

function listBars(paths: readonly FinishedPath[]): Box[] {
  return paths
    .flatMap(({ outlines }) => outlines)
    .filter(({ left, bottom, right, top }) => Math.min(right - left, top - bottom) <= widest);
}

/** The nearest bar on each side that is as long as the box; undefined when a side has none. */
function joinSides(bars: readonly Box[], inner: Box): Box | undefined {
  const upright = bars.filter(({ bottom, top }) => bottom <= inner.bottom && top >= inner.top);
  const level = bars.filter(({ left, right }) => left <= inner.left && right >= inner.right);
  const before = (all: readonly Box[], low: 'left' | 'bottom', high: 'right' | 'top') =>
    Math.max(...all.filter((bar) => bar[high] <= inner[low]).map((bar) => (bar[low] + bar[high]) / 2));
  const behind = (all: readonly Box[], low: 'left' | 'bottom', high: 'right' | 'top') =>
    Math.min(...all.filter((bar) => bar[low] >= inner[high]).map((bar) => (bar[low] + bar[high]) / 2));
  const sides = {
    left: before(upright, 'left', 'right'),
    bottom: before(level, 'bottom', 'top'),
    right: behind(upright, 'left', 'right'),
    top: behind(level, 'bottom', 'top'),
  };
  return Object.values(sides).every(Number.isFinite) ? sides : undefined;
}

function areaOf({ left, bottom, right, top }: Box): number {
  return (right - left) * (top - bottom);
}
