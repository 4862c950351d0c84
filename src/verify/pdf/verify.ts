/** The checks on a PDF. */
import type { Artifact, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { BookPages } from '../book-pages.ts';
import { pagesOf } from '../checks/describe.ts';
import { findFullDisclaimer, proveFullDisclaimer } from '../checks/disclaimer-full.ts';
import { checkFormulas } from '../checks/formulas.ts';
import { checkImposition } from '../checks/imposition.ts';
import { type Binding, checkMargins } from '../checks/margins.ts';
import { checkMeasure } from '../checks/measure.ts';
import { checkDensity } from '../checks/picture-density.ts';
import { expectedSegments, type FoundParts, flattenDisclaimer, proveSegments } from '../checks/segments.ts';
import { findBelow, locateSegments } from '../checks/stretch.ts';
import { proveFront } from '../checks/text-added.ts';
import { checkTypeSize, type Measured } from '../checks/type-size.ts';
import { type Findings, fail, gather, judge } from '../findings.ts';
import { floors } from '../floors.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import type { Range } from '../match.ts';
import { provePrivacy } from '../privacy/search.ts';
import { listPdfTexts } from '../privacy/texts.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { collectTargets, writeTarget } from '../targets.ts';
import { passagesBetween } from '../transcript.ts';
import { directionOf } from './bidi.ts';
import { gatherPages } from './book-pages.ts';
import { findBoxes } from './boxes.ts';
import { listContents } from './contents.ts';
import { formsOfDay } from './dates.ts';
import { checkMarginText } from './margin-text.ts';
import type { Looker } from './notice/look.ts';
import type { FoundNotice } from './notice/notices.ts';
import { proveNotices } from './notice/prove.ts';
import { explain, openPdf, type PdfFile } from './open.ts';
import { checkPageNumbers } from './page-numbers.ts';
import { checkStrays, type PdfPictures, readPictures } from './pictures.ts';
import { openPlaces, tellPlace } from './place.ts';
import { checkPlainness, StandInFinder } from './plain.ts';
import { type PdfReading, readPdf, type TargetedLink } from './read.ts';
import { checkReadAloud } from './read-aloud.ts';
import { type Day, findMarginFault } from './running-line.ts';
import { checkSeenLetters } from './seen-letters.ts';
import { checkSeenText, SeenText } from './seen-text.ts';
import { readTables } from './tables.ts';
import { openUaDocument, type UaDocument } from './ua/document.ts';
import { proveUa } from './ua/prove.ts';

/** Reads a PDF and proves it against its edition. Never throws for what is in the file. */
export async function verifyPdf(artifact: Artifact, edition: SourceEdition, look: Looker): Promise<Findings> {
  try {
    // While the pages are looked at, nothing is kept of what was read of them.
    const { findings, ...found } = await openPdf(artifact.bytes).then((opened) =>
      'problem' in opened
        ? { findings: [unreadable(artifact, opened.problem)] }
        : judgePdf(opened.document, artifact, edition, look),
    );
    return { ...gather(await Promise.all(findings)), ...found };
  } catch (error) {
    return unreadable(artifact, explain(error));
  }
}

/** The findings in their order; some of them are still to come. */
interface Judged extends Pick<Findings, 'contents' | 'book'> {
  readonly findings: readonly (Findings | Promise<Findings>)[];
}

function judgePdf(file: PdfFile, artifact: Artifact, edition: SourceEdition, look: Looker): Judged {
  const folded = artifact.kind === 'booklet' ? directionOf(edition.metadata.language) : undefined;
  const ua = openUaDocument(file);
  const standIns = new StandInFinder(file.resolve);
  const seen = new SeenText(file.resolve);
  const reading = readPdf(file, [ua.listener, standIns, seen], folded);
  const texts = edition.privacy ? listPdfTexts(file, reading) : [];
  return {
    findings: [
      ...provePdf(file, reading, ua.finish(), seen, artifact, edition, look),
      checkPlainness(file, standIns, printKind(artifact), artifact.path),
      provePrivacy(texts, edition, artifact.path),
    ],
    contents: listContents(reading),
    ...(artifact.kind === 'book' && { book: readBook(file, reading, edition) }),
  };
}

function printKind({ kind }: Artifact): Exclude<Artifact['kind'], 'ebook'> {
  if (kind === 'ebook') throw new TypeError('An e-book has no pages');
  return kind;
}

/** What was lost from the text or the running line may stand beside the text instead: that is told once. */
function proveMargins(
  reading: PdfReading,
  artifact: Artifact,
  edition: SourceEdition,
  proved: readonly Findings[],
): Findings[] {
  const line = checkRunningLine(reading, artifact, edition);
  const isWhole = [line, ...proved].every(({ messages }) => messages.length === 0);
  return isWhole ? [line, checkMarginText(reading, edition, artifact.path)] : [line];
}

/** The marked content of the disclaimers. */
function listNoticeContent({ transcript }: PdfReading, notices: readonly FoundNotice[]): ReadonlySet<string> {
  return new Set(
    notices.flatMap(({ range }) =>
      passagesBetween(transcript, range.start, range.end).flatMap(({ sources }) => sources),
    ),
  );
}

function unreadable({ path }: Artifact, problem: string): Findings {
  const message = createMessage('artifact-unreadable', { format: 'PDF', problem }, { file: path });
  return fail('readable', problem, message);
}

function provePdf(
  file: PdfFile,
  reading: PdfReading,
  document: UaDocument,
  seen: SeenText,
  artifact: Artifact,
  edition: SourceEdition,
  look: Looker,
): readonly (Findings | Promise<Findings>)[] {
  const tagged = checkTags(reading, artifact.path);
  if (tagged.messages.length > 0) return [tagged];
  const pictures = readPictures(reading, document, edition);
  const tables = readTables(reading, document);
  const parts = { pictures: pictures.tagged, tables, hasDecorative: false };
  const { findings, notices } = proveContent(reading, parts, artifact, edition);
  const noticed = proveNotices(file, reading, notices, artifact, edition, look);
  noticed.catch(() => {}); // told where it is awaited
  const apart = listNoticeContent(reading, notices);
  const isWhole = findings.every(({ messages }) => messages.length === 0);
  return [
    tagged,
    checkLanguage(reading, artifact.path, edition.metadata.language),
    ...findings,
    noticed,
    proveFormulas(reading, document, artifact, edition),
    provePictures(reading, pictures, artifact, edition),
    checkSeenText(reading, seen, apart, file.resolve, artifact.path),
    checkSeenLetters(file, reading, apart, edition.fonts, artifact.path, isWhole),
    checkReadAloud(reading, artifact.path),
    ...proveMargins(reading, artifact, edition, findings),
    checkStamp(reading, artifact.path, edition),
    checkLinks(reading, edition, artifact.path),
    checkPageNumbers(reading, artifact, edition),
    checkFonts(reading, artifact.path),
    ...(reading.booklet ? [checkImposition(reading.booklet, artifact.path)] : []),
    proveUa(document, artifact.path),
  ];
}

function proveFormulas(
  reading: PdfReading,
  document: UaDocument,
  artifact: Artifact,
  edition: SourceEdition,
): Findings {
  const segments = expectedSegments(artifact, edition);
  const stretches = locateSegments(
    reading.transcript,
    segments,
    flattenDisclaimer(edition.disclaimer.chapter),
  );
  const namePlace = openPlaces(reading);
  const nameStart = (segment: SourceSegment): string => {
    const heading = stretches.find((it) => it.segment === segment)?.heading;
    return heading ? namePlace(heading.page, heading) : 'no page';
  };
  return checkFormulas(segments, listFormulas(document), artifact.path, nameStart);
}

/** Those of the segments are proved with their text. */
function provePictures(
  { transcript }: PdfReading,
  pictures: PdfPictures,
  artifact: Artifact,
  edition: SourceEdition,
): Findings {
  const segments = expectedSegments(artifact, edition);
  const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
  const stretches = locateSegments(transcript, segments, disclaimer);
  const isInSegment = (at: number) => stretches.some(({ range }) => at >= range.start && at <= range.end);
  return checkStrays(pictures, segments, isInSegment, edition, artifact.path);
}

function listFormulas({ structure, look }: UaDocument): string[] {
  return structure.elements.flatMap(({ role, dict }) =>
    role === 'Formula' ? (look.text(dict, 'Alt') ?? '') : [],
  );
}

/** The pages, for the e-book's page list; of the contents it is known what they stand between. */
function readBook(
  file: PdfFile,
  { transcript, labels, listBlocks }: PdfReading,
  edition: SourceEdition,
): BookPages {
  const [first] = locateSegments(transcript, edition.segments, flattenDisclaimer(edition.disclaimer.chapter));
  const range = { start: 0, end: first?.heading.start ?? 0 };
  const full = findFullDisclaimer({ transcript, range }, flattenDisclaimer(edition.disclaimer.full));
  const disclaimer = full && pagesOf(transcript, full).at(-1);
  return gatherPages(file, labels, listBlocks(), { disclaimer, body: first?.heading.page });
}

/** What was proved of the text, and the disclaimers that were found in it. */
interface ProvedContent {
  readonly findings: readonly Findings[];
  readonly notices: readonly FoundNotice[];
}

/** Disclaimers and text. A chapter handout has no front matter, so no full disclaimer. */
function proveContent(
  reading: PdfReading,
  parts: FoundParts,
  artifact: Artifact,
  edition: SourceEdition,
): ProvedContent {
  const { transcript } = reading;
  const { path: file } = artifact;
  const namePlace = openPlaces(reading);
  const furniture = openFurniture(edition);
  const segments = expectedSegments(artifact, edition);
  const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
  const found = locateSegments(transcript, segments, disclaimer);
  const stretches = new Map(found.map((stretch) => [stretch.segment.name, stretch]));
  const boxesOf = (range: Range) => findBoxes(reading, range);
  const medium = 'paper' as const;
  const demand = { medium, disclaimer, file, namePlace, findBoxes: boxesOf, furniture, parts };
  const { findings: proved, texts } = proveSegments({ segments, stretches, ...demand });
  const notices: FoundNotice[] = found.flatMap(({ segment, heading }) => {
    const range = findBelow(transcript, heading, disclaimer);
    return range ? [{ name: `The disclaimer of \u201c${segment.title}\u201d`, range }] : [];
  });
  const layout = () =>
    checkLayout(reading, artifact, edition, { texts, disclaimers: notices.map(({ range }) => range) });
  if (artifact.kind === 'chapter-handout') return { findings: [proved, layout()], notices };
  const front = { transcript, range: { start: 0, end: found[0]?.heading.start ?? 0 }, before: [] };
  const { title } = edition.metadata;
  const full = flattenDisclaimer(edition.disclaimer.full);
  const whole = findFullDisclaimer(front, full);
  if (whole) notices.push({ name: 'The full disclaimer', range: whole });
  const findings = [
    proveFullDisclaimer([front], { phrase: full, title, file, namePlace, findBoxes: boxesOf }),
    ...(whole ? [proveFront([{ ...front, texts: [whole] }], edition, file, namePlace)] : []),
    proved,
    layout(),
  ];
  return { findings, notices };
}

/** Type sizes, measure and margins against the floors of the kind. */
function checkLayout(
  { layout: pages, transcript }: PdfReading,
  artifact: Artifact,
  { metadata, pictures }: SourceEdition,
  places: Pick<Measured, 'texts' | 'disclaimers'>,
): Findings {
  const { kind, path: file } = artifact;
  const measured = { pages, transcript, floors: floors[printKind(artifact)], ...places, file };
  const mirrored = directionOf(metadata.language) === 'rtl';
  const binding: Binding = { hasCover: kind === 'book', mirrored };
  return gather([
    checkTypeSize(measured),
    checkMeasure(measured),
    checkMargins(measured, binding),
    checkDensity(pages, [...pictures.values()], file),
  ]);
}

function checkTags({ marked, transcript }: PdfReading, file: string): Findings {
  const problem = marked ? 'no text is in its structure tree' : 'it is not marked as tagged';
  const sound = marked && transcript.text !== '';
  const messages = sound ? [] : [createMessage('proof-tagged', { problem }, { file })];
  return judge('tagged', `document, ${transcript.passages.length} tagged passages`, messages);
}

function checkLanguage({ language }: PdfReading, file: string, expected: string): Findings {
  const same = language?.toLowerCase() === expected.toLowerCase();
  const values = { found: language ?? 'none', where: 'the document', expected };
  return judge(
    'language',
    `document: ${language}`,
    same ? [] : [createMessage('proof-language', values, { file })],
  );
}

/** Figures of the content's hash on every sheet of a handout. */
const markLength = 8;

/** Every page but a book's cover. */
function checkRunningLine(
  { margins, labels }: PdfReading,
  { kind, path }: Artifact,
  edition: SourceEdition,
): Findings {
  const { version } = edition.metadata;
  const days = isHandout(kind) ? expectedDays(edition) : [];
  const line = {
    text: edition.disclaimer.page,
    version,
    days,
    ...(isHandout(kind) && { mark: edition.sha256.slice(0, markLength) }),
  };
  const messages: Message[] = [];
  for (const [index, margin] of margins.entries()) {
    if (kind === 'book' && index === 0) continue;
    const problem = findMarginFault(margin, line, labels[index] ?? '');
    if (problem === undefined) continue;
    messages.push(
      createMessage('proof-running-line', { where: `page ${index + 1}`, problem }, { file: path }),
    );
  }
  const first = kind === 'book' ? 2 : 1;
  return judge('running-line', `pages ${first} to ${margins.length}`, messages);
}

function isHandout(kind: Artifact['kind']): boolean {
  return kind === 'handout' || kind === 'chapter-handout';
}

/** What a single sheet must show, so that it can be told from a newer one. */
function expectedDays({ metadata }: SourceEdition): Day[] {
  const { reviewed, reviewBy, language } = metadata;
  const next = { name: 'the day of the next check', forms: formsOfDay(reviewBy, language) };
  if (reviewed === 'never') return [next];
  return [{ name: 'the day of the last check', forms: formsOfDay(reviewed, language) }, next];
}

/** An edition that is out of date says so on every page, the cover too. */
function checkStamp({ margins }: PdfReading, file: string, { stamp, metadata }: SourceEdition): Findings {
  if (stamp === undefined) return gather([]);
  const bare = margins.flatMap((margin, index) =>
    fold(margin.join(' ')).includes(fold(stamp)) ? [] : [`page ${index + 1}`],
  );
  const messages = bare.map((where) =>
    createMessage('proof-outdated', { stamp, where, reviewBy: metadata.reviewBy }, { file }),
  );
  return judge('out-of-date', `pages 1 to ${margins.length}`, messages);
}

function checkLinks(
  { deadLinks, webLinks, links, layout }: PdfReading,
  edition: SourceEdition,
  file: string,
): Findings {
  const known = collectTargets(edition);
  const tell =
    (rule: 'proof-link-dangling' | 'proof-link-target') =>
    ({ page, target, box }: TargetedLink): Message => {
      const leaf = layout[page - 1];
      const where = leaf ? tellPlace(leaf, box) : `page ${page}`;
      return createMessage(rule, { where, target }, { file });
    };
  const strange = webLinks.filter(({ target }) => !known.has(writeTarget(target)));
  const messages = [...deadLinks.map(tell('proof-link-dangling')), ...strange.map(tell('proof-link-target'))];
  return judge('links', `${links} links`, messages);
}

function checkFonts({ missingFonts, fonts, layout }: PdfReading, file: string): Findings {
  const messages = missingFonts.map(({ font, page }) => {
    const leaf = layout[page - 1];
    const first = leaf?.runs.find((run) => run.font === font);
    const where = leaf ? tellPlace(leaf, first) : `page ${page}`;
    return createMessage('proof-font-not-embedded', { font: font.name, where }, { file });
  });
  return judge('fonts-embedded', `${fonts} fonts`, messages);
}
