/** The disclaimers of a PDF as a reader meets them: tagged, visible, dark, in true letters, uncovered. */
import type { Artifact, Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { isSmall } from '../../checks/type-size.ts';
import { type CheckId, type Findings, gather, judge } from '../../findings.ts';
import { floors } from '../../floors.ts';
import type { SourceEdition } from '../../source.ts';
import { encloseContent } from '../boxes.ts';
import type { PdfFile } from '../open.ts';
import { tellPlace } from '../place.ts';
import type { PdfReading } from '../read.ts';
import { showContrast } from './colour.ts';
import { LetterChecker } from './letters.ts';
import { type Look, type Looker, planLook, type Seen } from './look.ts';
import { type FoundNotice, type Notice, readNotices } from './notices.ts';
import { findTagFault } from './tagging.ts';
import { findHiding, findPaleness, lowestContrast } from './visible.ts';

type RuleId =
  | 'proof-disclaimer-tagged'
  | 'proof-disclaimer-visible'
  | 'proof-disclaimer-contrast'
  | 'proof-disclaimer-letters'
  | 'proof-disclaimer-covered'
  | 'proof-disclaimer-copy';

/** What is kept of a disclaimer while it is looked at elsewhere: no part of the reading, which is large. */
interface Case {
  readonly name: string;
  /** In words. */
  readonly where: string;
  /** From 1. */
  readonly page: number;
  /** Glyphs that draw it. */
  readonly glyphs: number;
  /** The lowest one, computed. */
  readonly contrast: number;
  readonly isFramed: boolean;
}

/** Gathers what is told of disclaimers, and which of them nothing was told of. */
class Docket {
  readonly #file: string;
  readonly #messages = new Map<RuleId, Message[]>();
  readonly #faulty = new Set<Case>();

  constructor(file: string) {
    this.#file = file;
  }

  tell(ruleId: RuleId, notice: Case, problem: string | undefined): void {
    if (problem === undefined) return;
    this.#faulty.add(notice);
    const values = { notice: notice.name, where: notice.where, problem };
    const message = createMessage(ruleId, values, { file: this.#file });
    this.#messages.set(ruleId, [...(this.#messages.get(ruleId) ?? []), message]);
  }

  isSound(notice: Case): boolean {
    return !this.#faulty.has(notice);
  }

  judge(check: CheckId, where: string, ...ruleIds: readonly RuleId[]): Findings {
    return judge(
      check,
      where,
      ruleIds.flatMap((ruleId) => this.#messages.get(ruleId) ?? []),
    );
  }
}

/**
 * Proves every disclaimer that was found; one that is not there, or is split, is told elsewhere. All but the looking
 * is done when it returns its promise, which holds nothing of the reading.
 */
export function proveNotices(
  file: PdfFile,
  reading: PdfReading,
  found: readonly FoundNotice[],
  { bytes, path, kind }: Artifact,
  { fonts, metadata }: SourceEdition,
  look: Looker,
): Promise<Findings> {
  const notices = readNotices(file, reading, found).filter((it) => isLarge(it, kind));
  const { transcript, language = '' } = reading;
  const docket = new Docket(path);
  const letters = new LetterChecker(fonts);
  const looks = new Map<Case, Look>();
  const cases = notices.map((notice) => {
    const it = describe(notice);
    docket.tell('proof-disclaimer-visible', it, findHiding(notice, file.resolve));
    docket.tell('proof-disclaimer-contrast', it, findPaleness(notice));
    docket.tell('proof-disclaimer-letters', it, letters.findLie(notice));
    // What is known to be hidden, pale or unreadable needs no look: one fault is told once.
    if (docket.isSound(it)) looks.set(it, planLook(notice));
    docket.tell(
      'proof-disclaimer-tagged',
      it,
      findTagFault(notice, transcript, [language, metadata.language]),
    );
    return it;
  });
  return judgeLooks(docket, cases, letters.count, [...looks.keys()], look(bytes, [...looks.values()]));
}

function describe({ name, page, ids, glyphs, frame }: Notice): Case {
  return {
    name,
    where: tellPlace(page, encloseContent(page, ids)),
    page: page.number,
    glyphs: glyphs.length,
    contrast: lowestContrast(glyphs),
    isFramed: frame !== undefined,
  };
}

/** Letters below the floor are refused for their size: one fault is told once. */
function isLarge({ page, ids }: Notice, kind: Artifact['kind']): boolean {
  if (kind === 'ebook') throw new TypeError('An e-book has no pages');
  const { smallest } = floors[kind];
  return !page.runs.some((run) => ids.has(run.id) && isSmall(run, smallest));
}

/** @param looked the cases that were looked at, in the order of what was seen */
async function judgeLooks(
  docket: Docket,
  cases: readonly Case[],
  shapes: number,
  looked: readonly Case[],
  looking: Promise<readonly Seen[]>,
): Promise<Findings> {
  const seen = await looking;
  for (const [index, notice] of looked.entries()) {
    const { covered, pale, lost } = seen[index] ?? { covered: 'it was not looked at' };
    docket.tell('proof-disclaimer-covered', notice, covered);
    if (covered === undefined) docket.tell('proof-disclaimer-contrast', notice, pale);
    if ((covered ?? pale) === undefined) docket.tell('proof-disclaimer-copy', notice, lost);
  }
  return conclude(docket, cases, shapes, looked, seen);
}

function conclude(
  docket: Docket,
  cases: readonly Case[],
  shapes: number,
  looked: readonly Case[],
  seen: readonly Seen[],
): Findings {
  const computed = Math.min(21, ...cases.map(({ contrast }) => contrast));
  const measured = Math.min(21, ...seen.map(({ contrast }) => contrast));
  const frames = looked.filter(({ isFramed }) => isFramed).length;
  const on = namePages(cases);
  const onSeen = namePages(looked);
  const contrasts = `at least ${showContrast(computed)} computed, ${showContrast(measured)} measured`;
  const pixels = `${sumGlyphs(seen)} glyphs in pixels ${onSeen}`;
  const copies = `${seen.length} disclaimers, ${frames} framed, ${onSeen}`;
  return gather([
    docket.judge('disclaimer-tagged', `${cases.length} disclaimers ${on}`, 'proof-disclaimer-tagged'),
    docket.judge('disclaimer-visible', `${sumGlyphs(cases)} glyphs ${on}`, 'proof-disclaimer-visible'),
    docket.judge('disclaimer-contrast', `${contrasts}, ${on}`, 'proof-disclaimer-contrast'),
    docket.judge('disclaimer-letters', `${shapes} shapes ${on}`, 'proof-disclaimer-letters'),
    docket.judge('disclaimer-uncovered', pixels, 'proof-disclaimer-covered'),
    docket.judge('disclaimer-one-bit', copies, 'proof-disclaimer-copy'),
  ]);
}

function sumGlyphs(all: readonly { readonly glyphs: number }[]): number {
  return all.reduce((sum, { glyphs }) => sum + glyphs, 0);
}

/** `on pages 2, 4 and 7`. */
function namePages(cases: readonly Case[]): string {
  const numbers = [...new Set(cases.map(({ page }) => page))].sort((a, b) => a - b);
  const last = numbers.pop();
  if (last === undefined) return 'on no page';
  if (numbers.length === 0) return `on page ${last}`;
  return `on pages ${numbers.join(', ')} and ${last}`;
}
