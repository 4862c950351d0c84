/** The checks on an EPUB. */
import type { Artifact, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { BookPages } from '../book-pages.ts';
import { excerpt, type NamePlace } from '../checks/describe.ts';
import { findFullDisclaimer, proveFullDisclaimer } from '../checks/disclaimer-full.ts';
import { checkFormulas } from '../checks/formulas.ts';
import { checkPageList } from '../checks/page-list.ts';
import { flattenDisclaimer } from '../checks/segments.ts';
import { proveFront } from '../checks/text-added.ts';
import { type Findings, fail, gather, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import { provePrivacy } from '../privacy/search.ts';
import { listEpubTexts } from '../privacy/texts.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { collectTargets, isOutside, writeTarget } from '../targets.ts';
import { type Chapters, openChapters, type Places } from './chapters.ts';
import { checkEntries } from './entries.ts';
import { type Inspection, openInspection } from './inspection.ts';
import { findDeadReferences } from './links.ts';

import { checkMetadata } from './metadata.ts';
import { readContents } from './navigation.ts';
import { readPages } from './page-list.ts';
import { tellElement, tellPlace } from './place.ts';
import { type EpubReading, openEpub, readFiles } from './read.ts';
import { openComparison } from './same-picture.ts';
import { checkStrays } from './strays.ts';
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
    const chapters = openChapters(edition, openComparison(frame, edition), artifact.path);
    const reading = readFiles(frame, (open) => {
      inspection.see(open);
      return chapters.see(open.page);
    });
    const pages = checkPageList(readPages(reading), books, artifact.path);
    const contents = { headings: reading.spine.flatMap(({ headings }) => headings), labels: [] };
    const texts = edition.privacy ? listEpubTexts(artifact.bytes) : [];
    const leaks = provePrivacy(texts, edition, artifact.path);
    return {
      ...gather([proveEpub(reading, inspection, chapters, edition, artifact.path), pages, leaks]),
      contents,
    };
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

function proveEpub(
  reading: EpubReading,
  inspection: Inspection,
  chapters: Chapters,
  edition: SourceEdition,
  file: string,
): Findings {
  const { segments } = edition;
  const { places, findings } = chapters.finish(reading.spine);
  const others = gather([
    checkSpine(reading, places, segments, file),
    checkLanguage(reading, file, edition.metadata.language),
    proveFull(reading, places, edition, file),
    checkStamp(reading, places, edition, file),
    proveOthers(reading, places, edition, file),
    findings,
    checkStrays(reading, places, edition, file),
    checkFormulas(
      segments,
      reading.spine.flatMap(({ formulas }) => formulas),
      file,
      ({ name }) => {
        const place = places.get(name);
        return place ? tellPlace(place.page, place.heading) : 'no file';
      },
    ),
    inspection.judgeMarkup(),
    checkLinks(reading, edition, file),
    checkNavigation(reading, places, edition, file),
    checkMetadata(reading, places, edition, file),
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

function openPlaces({ spine }: EpubReading): NamePlace {
  return (number, range) => {
    const page = spine[number - 1];
    return page ? tellPlace(page, range) : 'no file of the spine';
  };
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
  const taken = pathsOf(places);
  const stretches = reading.spine
    .filter(({ path }) => !taken.has(path))
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
  const taken = pathsOf(places);
  const apart = reading.package.spine.filter((it) => !it.linear && taken.has(it.item.path));
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

function pathsOf(places: Places): ReadonlySet<string> {
  return new Set([...places.values()].map(({ page }) => page.path));
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

function checkLinks(reading: EpubReading, edition: SourceEdition, file: string): Findings {
  const messages = findDeadReferences(reading).map(({ path, tag, target }) =>
    createMessage('proof-link-dangling', { where: tellElement(path, tag), target }, { file }),
  );
  const known = collectTargets(edition);
  const references = [...reading.pages.values()].flatMap(({ path, references }) =>
    references.map((reference) => ({ path, ...reference })),
  );
  for (const { path, href, tag, loaded } of references)
    if (!loaded && isOutside(href) && !known.has(writeTarget(href)))
      messages.push(
        createMessage('proof-link-target', { where: tellElement(path, tag), target: href }, { file }),
      );
  const count = references.length;
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
  if (messages.length === 0)
    messages.push(
      ...contents.flatMap(({ path, entries }) => checkEntries(path, entries, reading, places, edition, file)),
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
