/** The measure: how many characters a line of running text has. */
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import { isRightToLeft } from '../pdf/bidi.ts';
import { type Spot, tellPlace } from '../pdf/place.ts';
import type { PageLayout } from '../pdf/read.ts';
import type { Run } from '../pdf/runs.ts';
import type { Passage } from '../transcript.ts';
import { excerpt } from './describe.ts';
import type { Measured } from './type-size.ts';

/** What a reader sees as one line of a paragraph. */
interface Line {
  readonly text: string;
  readonly characters: number;
  /** In pt. */
  readonly width: number;
  readonly page: number;
  readonly spot: Spot;
  /** The last line of a paragraph is as long as it happens to be. */
  readonly isLast: boolean;
}

/** Baselines closer than this part of the type size are one line: notes' signs are raised by less. */
const sameLine = 0.5;
/** A line narrower than this part of the widest one stands in a box, in a list or beside a picture. */
const fullWidth = 0.75;
/** With fewer full lines there is no average to speak of. */
const fewest = 5;

/** Proves that lines are short enough to find the next one. Headings and cells are left out: they are not read on in. */
export function checkMeasure({ pages, transcript, floors, file }: Measured): Findings {
  const runs = groupBySource(pages);
  const lines = transcript.passages
    .filter(({ level, isCell }) => level === undefined && !isCell)
    .flatMap((passage) => readLines(passage, runs));
  const widest = Math.max(0, ...lines.map(({ width }) => width));
  const full = lines.filter(({ width, isLast }) => !isLast && width >= widest * fullWidth);
  const sum = full.reduce((total, { characters }) => total + characters, 0);
  const average = full.length < fewest ? 0 : Math.round(sum / full.length);
  const [longest] = [...lines].sort((a, b) => b.characters - a.characters);
  const messages = [];
  const byNumber = new Map(pages.map((page) => [page.number, page]));
  const namePlace = ({ page, spot }: Line) => {
    const layout = byNumber.get(page);
    return layout ? tellPlace(layout, spot) : `page ${page}`;
  };
  const [fullest] = [...full].sort((a, b) => b.characters - a.characters);
  if (fullest && average > floors.measure) {
    const place = { where: namePlace(fullest), most: fullest.characters };
    messages.push(
      createMessage('proof-measure', { found: average, limit: floors.measure, ...place }, { file }),
    );
  }
  if (longest && longest.characters > floors.longestLine) {
    const place = { where: namePlace(longest), excerpt: excerpt(longest.text) };
    const values = { ...place, found: longest.characters, limit: floors.longestLine };
    messages.push(createMessage('proof-line-length', values, { file }));
  }
  const where = `${average} characters a line on average, ${longest?.characters ?? 0} at most`;
  return judge('measure', where, messages);
}

function groupBySource(pages: readonly PageLayout[]): ReadonlyMap<string, readonly Run[]> {
  const bySource = new Map<string, Run[]>();
  for (const { runs } of pages) {
    for (const run of runs) {
      if (run.id === '') continue;
      const known = bySource.get(run.id);
      if (known) known.push(run);
      else bySource.set(run.id, [run]);
    }
  }
  return bySource;
}

function readLines(
  { sources, page, raw }: Passage,
  bySource: ReadonlyMap<string, readonly Run[]>,
): readonly Line[] {
  const lines: Run[][] = [];
  for (const run of sources.flatMap((source) => bySource.get(source) ?? [])) {
    const line = lines.at(-1);
    const before = line?.[0];
    if (line && before && Math.abs(run.baseline - before.baseline) < before.size * sameLine) line.push(run);
    else lines.push([run]);
  }
  const read = lines.map((line, index) => toLine(line, page, index === lines.length - 1));
  return isRightToLeft(raw) ? shareOut(raw, read) : read;
}

/** Arabic letters are drawn in parts that have no text of their own: a line has its share of the passage's. */
function shareOut(raw: string, lines: readonly Line[]): readonly Line[] {
  const characters = countCharacters(raw.replace(/\s+/gu, ' ').trim());
  const width = lines.reduce((sum, line) => sum + line.width, 0);
  return lines.map((line) => ({
    ...line,
    characters: Math.round((characters * line.width) / Math.max(width, 1)),
  }));
}

/** Marks above and below letters are not counted. */
function countCharacters(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length;
}

function toLine(runs: readonly Run[], page: number, isLast: boolean): Line {
  const text = runs
    .map((run) => run.text)
    .join('')
    .trim();
  const left = Math.min(...runs.map((run) => run.left));
  const right = Math.max(...runs.map((run) => run.right));
  const spot = { left, top: Math.max(...runs.map((run) => run.top)) };
  return { text, characters: countCharacters(text), width: Math.max(0, right - left), page, spot, isLast };
}
