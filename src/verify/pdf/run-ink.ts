/** How far the letters of a run reach up and down, by their outlines. */
import { openEmbedded } from './notice/outlines.ts';
import type { Resolve } from './objects.ts';
import type { Box } from './open.ts';
import type { Run } from './runs.ts';

/** The box of a run with its lower and upper edge where its letters end; all of it where a font does not tell. */
export function measureInk(run: Run, resolve: Resolve): Box {
  const draw = openEmbedded(run.font, resolve);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [code, { text, isBlank }] of run.font.drawn) {
    if (isBlank || !run.text.includes(text)) continue;
    const outline = draw?.(code);
    if (!outline) return run;
    low = Math.min(low, outline.box?.bottom ?? low);
    high = Math.max(high, outline.box?.top ?? high);
  }
  if (low > high) return run;
  const { left, right, baseline, size } = run;
  return { left, right, bottom: baseline + low * size, top: baseline + high * size };
}
