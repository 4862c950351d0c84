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
import { LetterChecker } from './letters.ts';
import { type FoundNotice, type Notice, readNotices } from './notices.ts';
import { openDrawing } from './pdfium.ts';
import { lookAtNotice, type Seen } from './sight.ts';
import { findTagFault } from './tagging.ts';
import { findHiding, findPaleness, lowestContrast, showContrast } from './visible.ts';

type RuleId =
  | 'proof-disclaimer-tagged'
  | 'proof-disclaimer-visible'
  | 'proof-disclaimer-contrast'
  | 'proof-disclaimer-letters'
  | 'proof-disclaimer-covered'
  | 'proof-disclaimer-copy';

/** Gathers what is told of disclaimers, and which of them nothing was told of. */
class Docket {
  readonly #file: string;
  readonly #messages = new Map<RuleId, Message[]>();
  readonly #faulty = new Set<Notice>();

  constructor(file: string) {
    this.#file = file;
  }

  tell(ruleId: RuleId, notice: Notice, problem: string | undefined): void {
    if (problem === undefined) return;
    this.#faulty.add(notice);
    const values = {
      notice: notice.name,
      where: tellPlace(notice.page, encloseContent(notice.page, notice.ids)),
      problem,
    };
    const message = createMessage(ruleId, values, { file: this.#file });
    this.#messages.set(ruleId, [...(this.#messages.get(ruleId) ?? []), message]);
  }

  isSound(notice: Notice): boolean {
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

/** Proves every disclaimer that was found; one that is not there, or is split, is told elsewhere. */
export async function proveNotices(
  file: PdfFile,
  reading: PdfReading,
  found: readonly FoundNotice[],
  { bytes, path, kind }: Artifact,
  { fonts, metadata }: SourceEdition,
): Promise<Findings> {
  const notices = readNotices(file, reading, found).filter((it) => isLarge(it, kind));
  const { transcript, language = '' } = reading;
  const docket = new Docket(path);
  const letters = new LetterChecker(fonts);
  for (const notice of notices) {
    const hiding = findHiding(notice, file.resolve);
    docket.tell('proof-disclaimer-visible', notice, hiding);
    docket.tell('proof-disclaimer-contrast', notice, findPaleness(notice));
    docket.tell('proof-disclaimer-letters', notice, letters.findLie(notice));
  }
  // What is known to be hidden, pale or unreadable needs no look: one fault is told once.
  const looked = notices.filter((notice) => docket.isSound(notice));
  const seen = await look(bytes, looked);
  for (const notice of notices)
    docket.tell(
      'proof-disclaimer-tagged',
      notice,
      findTagFault(notice, transcript, [language, metadata.language]),
    );
  for (const [notice, { covered, pale, lost }] of seen) {
    docket.tell('proof-disclaimer-covered', notice, covered);
    if (covered === undefined) docket.tell('proof-disclaimer-contrast', notice, pale);
    if ((covered ?? pale) === undefined) docket.tell('proof-disclaimer-copy', notice, lost);
  }
  return conclude(docket, notices, letters, seen);
}

/** Letters below the floor are refused for their size: one fault is told once. */
function isLarge({ page, ids }: Notice, kind: Artifact['kind']): boolean {
  if (kind === 'ebook') throw new TypeError('An e-book has no pages');
  const { smallest } = floors[kind];
  return !page.runs.some((run) => ids.has(run.id) && isSmall(run, smallest));
}

function conclude(
  docket: Docket,
  notices: readonly Notice[],
  letters: LetterChecker,
  seen: ReadonlyMap<Notice, Seen>,
): Findings {
  const count = notices.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const sights = [...seen.values()];
  const computed = Math.min(21, ...notices.map(({ glyphs }) => lowestContrast(glyphs)));
  const measured = Math.min(21, ...sights.map(({ contrast }) => contrast));
  const looked = sights.reduce((sum, { glyphs }) => sum + glyphs, 0);
  const frames = [...seen.keys()].filter(({ frame }) => frame).length;
  const on = namePages(notices);
  const onSeen = namePages([...seen.keys()]);
  const contrasts = `at least ${showContrast(computed)} computed, ${showContrast(measured)} measured`;
  return gather([
    docket.judge('disclaimer-tagged', `${notices.length} disclaimers ${on}`, 'proof-disclaimer-tagged'),
    docket.judge('disclaimer-visible', `${count} glyphs ${on}`, 'proof-disclaimer-visible'),
    docket.judge('disclaimer-contrast', `${contrasts}, ${on}`, 'proof-disclaimer-contrast'),
    docket.judge('disclaimer-letters', `${letters.count} shapes ${on}`, 'proof-disclaimer-letters'),
    docket.judge('disclaimer-uncovered', `${looked} glyphs in pixels ${onSeen}`, 'proof-disclaimer-covered'),
    docket.judge(
      'disclaimer-one-bit',
      `${sights.length} disclaimers, ${frames} framed, ${onSeen}`,
      'proof-disclaimer-copy',
    ),
  ]);
}

/** `on pages 2, 4 and 7`. */
function namePages(notices: readonly Notice[]): string {
  const numbers = [...new Set(notices.map(({ page }) => page.number))].sort((a, b) => a - b);
  const last = numbers.pop();
  if (last === undefined) return 'on no page';
  if (numbers.length === 0) return `on page ${last}`;
  return `on pages ${numbers.join(', ')} and ${last}`;
}

/** Draws the places of disclaimers, each page opened once. */
async function look(bytes: Uint8Array, notices: readonly Notice[]): Promise<ReadonlyMap<Notice, Seen>> {
  const seen = new Map<Notice, Seen>();
  const unseen: Seen = { covered: 'PDFium cannot draw the page', glyphs: 0, contrast: 1 };
  if (notices.length === 0) return seen;
  const drawing = await openDrawing(bytes);
  try {
    for (const page of new Set(notices.map((notice) => notice.page.page))) {
      const here = notices.filter((notice) => notice.page.page === page);
      drawing?.usePage(page, (drawn) => {
        for (const notice of here) seen.set(notice, lookAtNotice(drawn, notice));
      });
      for (const notice of here) if (!seen.has(notice)) seen.set(notice, unseen);
    }
  } finally {
    drawing?.close();
  }
  return seen;
}
