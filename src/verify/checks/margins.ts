/** Margins, measured from the letters on the page: nothing is bound in, cut off or lost on an office printer. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import { footMargin } from '../floors.ts';
import { tellPlace } from '../pdf/place.ts';
import type { PageLayout } from '../pdf/read.ts';
import type { Run } from '../pdf/runs.ts';
import { excerpt } from './describe.ts';
import type { Measured } from './type-size.ts';

/** How a file's pages are bound. */
export interface Binding {
  /** Page 1 is a cover: it is not bound in. */
  readonly hasCover: boolean;
  /** Read from right to left: page 1 is a left-hand page. */
  readonly mirrored: boolean;
}

type Edge = 'left' | 'right' | 'top' | 'bottom';
type Distances = Readonly<Record<Edge, number>>;

/** 0.5 mm: letters reach a little beyond the width that they take. */
const tolerance = 1.4;
const edges: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

interface Trespass {
  readonly edge: Edge;
  readonly page: PageLayout;
  readonly run: Run;
  readonly found: number;
  readonly floor: number;
}

/** Proves that text keeps its distance from the edges of its page. One message for each edge, with the worst. */
export function checkMargins(measured: Measured, binding: Binding): Findings {
  const trespasses = measured.pages.flatMap((page) => findTrespasses(page, measured, binding));
  const messages = edges.flatMap((edge) => {
    const here = trespasses.filter((it) => it.edge === edge);
    const [worst] = [...here].sort((a, b) => a.found - a.floor - (b.found - b.floor));
    return worst ? [tell(worst, new Set(here.map((it) => it.page)).size, measured.file)] : [];
  });
  const { inner, outer, top, bottom } = measured.floors.margins;
  const where = `at least ${[inner, outer, top, bottom].map(show).join(', ')} mm inside, outside, above, below`;
  return judge('margins', where, messages);
}

function findTrespasses(page: PageLayout, measured: Measured, binding: Binding): Trespass[] {
  const floors = floorsOf(page.number, measured, binding);
  return page.runs.flatMap((run) => {
    if (!Number.isFinite(run.left)) return [];
    const distances = distancesOf(run, page);
    return edges.flatMap((edge) => {
      const floor = run.id === '' ? footMargin : floors[edge];
      const found = distances[edge];
      return found < floor - tolerance ? [{ edge, page, run, found, floor }] : [];
    });
  });
}

function floorsOf(page: number, { floors }: Measured, { hasCover, mirrored }: Binding): Distances {
  const { inner, outer, top, bottom } = floors.margins;
  if (hasCover && page === 1) return { left: outer, right: outer, top, bottom: top };
  const isBoundLeft = (page % 2 === 1) !== mirrored;
  return { left: isBoundLeft ? inner : outer, right: isBoundLeft ? outer : inner, top, bottom };
}

function distancesOf(run: Run, { box }: PageLayout): Distances {
  return {
    left: run.left - box.left,
    right: box.right - run.right,
    top: box.top - run.top,
    bottom: run.bottom - box.bottom,
  };
}

function tell({ edge, page, run, found, floor }: Trespass, pages: number, file: string): Message {
  const values = {
    where: pages === 1 ? tellPlace(page, run) : `${tellPlace(page, run)} and ${pages - 1} more`,
    excerpt: excerpt(run.text),
    edge,
    found: show(found),
    floor: show(floor),
  };
  return createMessage('proof-margin', values, { file });
}

/** Points → millimetres, to the tenth. */
function show(points: number): string {
  return String(Math.round((points / 72) * 254) / 10);
}
