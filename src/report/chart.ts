/** A reading level as a small bar chart. */
import type { Element } from 'hast';
import { h, s } from 'hastscript';

/** Beyond it an edition is refused (USP <1265>). */
export const highestGrade = 8;
/** What the standard asks for. */
export const askedGrade = 6;
/** End of the scale. */
const last = 10;
const unit = 10;
const height = 14;

/** The bar, its limit, and the figure in words. */
export function chartGrade(grade: number): Element {
  const shown = Math.min(Math.max(grade, 0), last) * unit;
  const name = `Grade ${grade.toFixed(1)} on a scale from 0 to ${last}; asked for ${askedGrade}, highest allowed ${highestGrade}`;
  const view = `0 0 ${last * unit} ${height}`;
  return h('p.grade', [
    s('svg', { viewBox: view, role: 'img', ariaLabel: name, preserveAspectRatio: 'none' }, [
      s('rect.track', { x: 0, y: 4, width: last * unit, height: 6 }),
      s('rect.bar', { x: 0, y: 4, width: round(shown), height: 6 }),
      s('line.limit', { x1: askedGrade * unit, x2: askedGrade * unit, y1: 2, y2: 12 }),
      s('line.limit.highest', { x1: highestGrade * unit, x2: highestGrade * unit, y1: 0, y2: height }),
    ]),
    ' ',
    h('span', { ariaHidden: 'true' }, `grade ${grade.toFixed(1)}`),
  ]);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
