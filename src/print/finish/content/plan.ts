/**
 * Decides how a content stream is to be marked: text stays with its structure element, and what only decorates
 * becomes an artifact (ISO 14289-1, 7.1 and 7.3).
 */
import type { Mark, Range, Span, Survey } from './survey.ts';

/** Replaces a range of the stream by text; an empty range inserts. */
export interface Edit extends Range {
  readonly text: string;
}

/** What the structure tree must know of the new marks. */
export interface Plan {
  readonly edits: readonly Edit[];
  /** Numbers whose content is an artifact now. */
  readonly dropped: readonly number[];
  /** Numbers given to further parts of a number's content, in their order. */
  readonly added: ReadonlyMap<number, readonly number[]>;
  /** Numbers whose content is drawn and is no text. */
  readonly drawn: readonly number[];
}

export interface Roles {
  /** Whether pictures and lines are the content of the element that a number belongs to: a figure, a bullet. */
  holdsGraphics(mcid: number): boolean;
  /** A new number that belongs to the same element as another. */
  addNumber(mcid: number): number;
}

/** A group of spans and the mark that it gets. */
interface Group extends Range {
  readonly open: string;
}

const artifact = '/Artifact BMC';

/**
 * @param middle half the height of the page: tells margins apart on a page without tagged text; absent for a form,
 *   which has none
 */
export function planMarks(survey: Survey, roles: Roles, middle?: number): Plan {
  const planner = new Planner(survey, roles, middle);
  return planner.plan();
}

class Planner {
  readonly #survey: Survey;
  readonly #roles: Roles;
  readonly #margins: Margins;
  readonly #edits: Edit[] = [];
  readonly #dropped: number[] = [];
  readonly #added = new Map<number, number[]>();
  readonly #drawn: number[] = [];

  constructor(survey: Survey, roles: Roles, middle: number | undefined) {
    this.#survey = survey;
    this.#roles = roles;
    this.#margins = middle === undefined ? noMargins : findMargins(survey.spans, middle);
  }

  plan(): Plan {
    const spans = new Map<Mark | undefined, Span[]>();
    for (const span of this.#survey.spans) {
      const known = spans.get(span.mark);
      if (known) known.push(span);
      else spans.set(span.mark, [span]);
    }
    this.#markUntagged(spans.get(undefined) ?? []);
    for (const mark of this.#survey.marks) this.#tidyMark(mark, spans.get(mark) ?? []);
    const edits = this.#edits.sort((one, other) => one.start - other.start || one.end - other.end);
    return { edits, dropped: this.#dropped, added: this.#added, drawn: this.#drawn };
  }

  #markUntagged(spans: readonly Span[]): void {
    const groups = joinSpans(spans, (span) => this.#nameArtifact(span));
    for (const group of groups) this.#wrap(group);
  }

  #nameArtifact({ kind, height }: Span): string {
    if (kind !== 'text') return artifact;
    if (height > this.#margins.top) return pagination('Header', 'Top');
    if (height < this.#margins.bottom) return pagination('Footer', 'Bottom');
    return artifact;
  }

  /** Takes lines, backgrounds and borders out of an element's content. */
  #tidyMark(mark: Mark, spans: readonly Span[]): void {
    const { mcid, open, close, nests } = mark;
    if (mcid === undefined || !close || !spans.some(isDecoration)) return;
    const only = spans.every(isDecoration);
    if (this.#roles.holdsGraphics(mcid)) {
      if (only) this.#drawn.push(mcid);
    } else if (only && !nests) {
      this.#edits.push({ ...open, text: artifact });
      this.#dropped.push(mcid);
    } else this.#splitMark(mark, mcid, close, spans);
  }

  #splitMark(mark: Mark, mcid: number, close: Range, spans: readonly Span[]): void {
    const numbers: number[] = [];
    const tag = () => {
      numbers.push(numbers.length === 0 ? mcid : this.#roles.addNumber(mcid));
      return `/${mark.tag} <</MCID ${numbers.at(-1)} >>BDC`;
    };
    this.#edits.push({ ...mark.open, text: ' ' }, { ...close, text: ' ' });
    for (const part of joinSpans(spans, (span) => (isDecoration(span) ? artifact : ''))) {
      this.#wrap(part.open === '' ? { ...part, open: tag() } : part);
    }
    if (numbers.length === 0) this.#dropped.push(mcid);
    if (numbers.length > 1) this.#added.set(mcid, numbers.slice(1));
  }

  #wrap({ start, end, open }: Group): void {
    this.#edits.push({ start, end: start, text: `${open}\n` }, { start: end, end, text: '\nEMC' });
  }
}

function isDecoration({ kind }: Span): boolean {
  return kind === 'graphic';
}

/** Joins spans that follow on one another and get the same mark. */
function joinSpans(spans: readonly Span[], name: (span: Span) => string): Group[] {
  const groups: { start: number; end: number; open: string }[] = [];
  let before: Span | undefined;
  for (const span of spans) {
    const open = name(span);
    const last = groups.at(-1);
    if (last?.open === open && before && isNeighbour(before, span)) last.end = span.end;
    else groups.push({ start: span.start, end: span.end, open });
    before = span;
  }
  return groups;
}

/** No mark and no `q` or `Q` between them: a new mark holds nothing by halves. */
function isNeighbour(before: Span, span: Span): boolean {
  return before.run === span.run && before.state === span.state;
}

/** Artifacts that stand on each page, at its edge (ISO 32000-1, table 330). */
function pagination(subtype: 'Header' | 'Footer', edge: 'Top' | 'Bottom'): string {
  return `/Artifact <</Type /Pagination /Subtype /${subtype} /Attached [/${edge}] >>BDC`;
}

interface Margins {
  /** Text above this height is a header. */
  readonly top: number;
  /** Text below this height is a footer. */
  readonly bottom: number;
}

const noMargins: Margins = { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };

/** Margins lie above and below all tagged text; what is between, such as leaders, is of the page's body. */
function findMargins(spans: readonly Span[], middle: number): Margins {
  let { top: bottom, bottom: top } = noMargins;
  for (const { kind, mark, height } of spans) {
    if (kind !== 'text' || mark?.mcid === undefined) continue;
    top = Math.max(top, height);
    bottom = Math.min(bottom, height);
  }
  return top < bottom ? { top: middle, bottom: middle } : { top, bottom };
}
