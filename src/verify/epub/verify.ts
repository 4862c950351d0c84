/** The checks on an EPUB. */
import type { Artifact, FoundHeading, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { BookPages } from '../book-pages.ts';
import { excerpt, type NamePlace, tidy } from '../checks/describe.ts';
import { findFullDisclaimer, proveFullDisclaimer } from '../checks/disclaimer-full.ts';
import { checkFormulas } from '../checks/formulas.ts';
import { checkPageList } from '../checks/page-list.ts';
import { flattenDisclaimer, proveSegments } from '../checks/segments.ts';
import { proveFront } from '../checks/text-added.ts';
import { type Findings, fail, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import type { Range } from '../match.ts';
import type { Phrase } from '../phrase.ts';
import { provePrivacy } from '../privacy/search.ts';
import { listEpubTexts } from '../privacy/texts.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { type Inspection, openInspection } from './inspection.ts';
import { findDeadReferences } from './links.ts';
import { locateFiles, type Places } from './locate.ts';
import { readContents } from './navigation.ts';
import type { XhtmlPage } from './page.ts';
import { readPages } from './page-list.ts';
import { tellElement, tellPlace } from './place.ts';
import { type EpubReading, openEpub, readFiles } from './read.ts';
import { findTraps, trapCount } from './traps/index.ts';

/** Reads an EPUB and proves it against its edition. Never throws for what is in the file. */
export function verifyEpub(
  artifact: Artifact,
  edition: SourceEdition,
  books: readonly BookPages[],
): Findings {
  try {
    const frame = openEpub(artifact.bytes);
    const inspection = openInspection(frame, edition, artifact.path);
    const reading = readFiles(frame, inspection.see);
    const pages = checkPageList(readPages(reading), books, artifact.path);
    const contents = { headings: listHeadings(reading), labels: [] };
    const texts = edition.privacy ? listEpubTexts(artifact.bytes) : [];
    const leaks = provePrivacy(texts, edition, artifact.path);
    return { ...gather([proveEpub(reading, inspection, artifact.path, edition), pages, leaks]), contents };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const message = createMessage(
      'artifact-unreadable',
      { format: 'EPUB', problem },
      { file: artifact.path },
    );
    return fail('readable', problem, message);
  }
}

function listHeadings({ spine }: EpubReading): FoundHeading[] {
  return spine.flatMap(({ path, transcript }) =>
    transcript.passages.flatMap(({ level, raw }) => (level ? [{ level, text: tidy(raw), place: path }] : [])),
  );
}

function proveEpub(
  reading: EpubReading,
  inspection: Inspection,
  file: string,
  edition: SourceEdition,
): Findings {
  const { segments } = edition;
  const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
  const places = locateFiles(reading.spine, segments, disclaimer);
  const others = gather([
    checkSpine(reading, places, segments, file),
    checkLanguage(reading, file, edition.metadata.language),
    proveFull(reading, places, edition, file),
    checkStamp(reading, places, edition, file),
    proveOthers(reading, places, edition, file),
    proveChapters(reading, places, disclaimer, edition, file),
    checkFormulas(
      segments,
      reading.spine.flatMap(({ formulas }) => formulas),
      file,
      ({ name }) => {
        const place = places.get(name);
        return place ? tellPlace(place.page, place.stretch.heading) : 'no file';
      },
    ),
    inspection.judgeMarkup(),
    checkLinks(reading, file),
    checkNavigation(reading, places, edition, file),
    judge('reading-systems', `none of ${trapCount} traps`, [
      ...findTraps(reading, file),
      ...inspection.listTraps(),
    ]),
  ]);
  // What was hidden is missing, and how it was hidden is told: one fault is told once.
  if (others.messages.length > 0) return others;
  const unread = judge('text-added', 'no text that is shown and not read', inspection.listUnread());
  return gather([others, unread]);
}

function proveChapters(
  reading: EpubReading,
  places: Places,
  disclaimer: Phrase,
  edition: SourceEdition,
  file: string,
): Findings {
  return proveSegments({
    segments: edition.segments,
    stretches: new Map([...places].map(([name, { stretch }]) => [name, stretch])),
    disclaimer,
    file,
    namePlace: openPlaces(reading),
    inspectNotice: ({ segment }, below) => inspectNotices(places.get(segment.name)?.page, below),
    furniture: openFurniture(edition),
  }).findings;
}

function openPlaces({ spine }: EpubReading): NamePlace {
  return (number, range) => {
    const page = spine[number - 1];
    return page ? tellPlace(page, range) : 'no file of the spine';
  };
}

function inspectNotices(page: XhtmlPage | undefined, below: Range): string | undefined {
  const notices = page?.notices ?? [];
  if (notices.length !== 1) {
    const places = page ? notices.map((notice) => tellPlace(page, notice)).join(' and ') : '';
    return `the file has ${notices.length} sections marked as notice, expected 1${places && `: ${places}`}`;
  }
  const inside = notices.some(({ start, end }) => start <= below.start && below.end <= end);
  return inside ? undefined : 'it is not inside the section marked as notice';
}

/** The full disclaimer stands in a notice of a linear file before the first segment's. */
function proveFull(reading: EpubReading, places: Places, edition: SourceEdition, file: string): Findings {
  const [first] = [...places.values()].map(({ page }) => reading.spine.indexOf(page));
  const linear = new Set(reading.package.spine.filter((it) => it.linear).map((it) => it.item.path));
  const before = reading.spine.slice(0, first ?? 0).filter((page) => linear.has(page.path));
  const front = before.flatMap(({ transcript, notices }, index) =>
    notices.map((range) => ({
      transcript,
      range,
      before: before.slice(0, index).map((page) => page.transcript),
    })),
  );
  const full = flattenDisclaimer(edition.disclaimer.full);
  const { title } = edition.metadata;
  return proveFullDisclaimer(front, { phrase: full, title, file, namePlace: openPlaces(reading) });
}

/** Files without a segment hold the full disclaimer and lines of the edition only. One that is not whole is told elsewhere. */
function proveOthers(reading: EpubReading, places: Places, edition: SourceEdition, file: string): Findings {
  const full = flattenDisclaimer(edition.disclaimer.full);
  const stretches = reading.spine
    .filter(({ path }) => !isPlace(path, places))
    .map(({ transcript, notices }) => ({
      transcript,
      range: { start: 0, end: transcript.text.length },
      texts: notices.flatMap((range) => findFullDisclaimer({ transcript, range }, full) ?? []),
    }));
  if (stretches.every(({ texts }) => texts.length === 0)) return gather([]);
  return proveFront(stretches, edition, file, openPlaces(reading));
}

/** An edition that is out of date says so in each file before the first segment's, the contents apart. */
function checkStamp(
  reading: EpubReading,
  places: Places,
  { stamp, metadata }: SourceEdition,
  file: string,
): Findings {
  if (stamp === undefined) return gather([]);
  const { spine } = reading;
  const [first] = [...places.values()].map(({ page }) => spine.indexOf(page));
  const contents = readContents(reading).map(({ path }) => path);
  const front = spine
    .slice(0, first ?? 0)
    .filter(({ path, transcript }) => transcript.text !== '' && !contents.includes(path));
  const bare = front.filter(({ transcript }) => !transcript.text.includes(fold(stamp)));
  const messages = bare.map(({ path }) =>
    createMessage('proof-outdated', { stamp, where: path, reviewBy: metadata.reviewBy }, { file }),
  );
  return judge('out-of-date', front.map(({ path }) => path).join(' and '), messages);
}

function checkSpine(
  reading: EpubReading,
  places: Places,
  segments: readonly SourceSegment[],
  file: string,
): Findings {
  const report = (problem: string): Message => createMessage('proof-spine', { problem }, { file });
  const apart = reading.package.spine.filter((it) => !it.linear && isPlace(it.item.path, places));
  const lost = segments.filter((segment) => !places.has(segment.name));
  const messages = [
    ...reading.package.problems.map(report),
    ...apart.map(({ item, place }) =>
      report(`${item.path} is not linear, readers may leave it out: ${place}`),
    ),
    ...lost.map(({ title }) => report(`no file in order opens with the title \u201c${title}\u201d`)),
  ];
  return judge('spine', `${reading.package.path}: ${reading.spine.length} files in order`, messages);
}

function isPlace(path: string, places: Places): boolean {
  return [...places.values()].some(({ page }) => page.path === path);
}

function checkLanguage({ package: book, pages }: EpubReading, file: string, expected: string): Findings {
  const found = [
    { where: book.path, language: book.language },
    ...[...pages.values()].map(({ place, language }) => ({ where: place, language: language ?? 'none' })),
  ];
  const messages = found
    .filter(({ language }) => language.toLowerCase() !== expected.toLowerCase())
    .map(({ where, language }) =>
      createMessage('proof-language', { found: language, where, expected }, { file }),
    );
  return judge('language', `${book.path} and ${pages.size} files: ${book.language}`, messages);
}

function checkLinks(reading: EpubReading, file: string): Findings {
  const messages = findDeadReferences(reading).map(({ path, tag, target }) =>
    createMessage('proof-link-dangling', { where: tellElement(path, tag), target }, { file }),
  );
  const count = [...reading.pages.values()].reduce((sum, page) => sum + page.references.length, 0);
  return judge('links', `${count} references`, messages);
}

function checkNavigation(
  reading: EpubReading,
  places: Places,
  edition: SourceEdition,
  file: string,
): Findings {
  const { segments } = edition;
  const contents = readContents(reading);
  const messages = contents.flatMap(({ place, targets }) =>
    segments
      .filter(({ name }) => !targets.has(places.get(name)?.page.path ?? ''))
      .map(({ title }) => missingEntry(place, title, file)),
  );
  const furniture = openFurniture(edition);
  for (const { label, place } of contents.flatMap(({ labels }) => labels))
    if (!furniture.explains(fold(label), 'numbers'))
      messages.push(createMessage('proof-label', { excerpt: excerpt(label), where: place }, { file }));
  if (contents.length === 0)
    messages.push(...segments.map(({ title }) => missingEntry(reading.package.path, title, file)));
  return judge('navigation', contents.map(({ path }) => path).join(' and '), messages);
}

function missingEntry(where: string, chapter: string, file: string): Message {
  return createMessage('proof-navigation', { where, chapter }, { file });
}
