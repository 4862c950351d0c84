/** What kind of edition a file is, judged by its content: names change when files are copied. */
import type { Artifact, Message, PageSize } from '../model.ts';
import { createMessage } from '../rules.ts';
import { flattenDisclaimer } from './checks/segments.ts';
import { locateSegments } from './checks/stretch.ts';
import { findBodySize } from './checks/type-size.ts';
import { directionOf } from './pdf/bidi.ts';
import { explain, openPdf } from './pdf/open.ts';
import { readPdf } from './pdf/read.ts';
import type { SourceEdition, SourceSegment } from './source.ts';

/** Points, width before height, to the nearest whole. */
const pageSizes: Readonly<Record<string, PageSize>> = {
  '612x792': 'letter',
  '595x842': 'a4',
  '420x595': 'a5',
  '432x648': '6x9',
};

/** Sheets of booklets lie on their long side. */
const bookletSheets: Readonly<Record<string, PageSize>> = { '792x612': 'letter', '842x595': 'a4' };

/**
 * Recognises a file of an edition by its first bytes and its headings: all segments of the edition make a book
 * (on a book's page), a booklet (on a sheet across), or on a sheet a handout or, by the size of its letters, large print; one alone makes a
 * chapter handout. The message says why not.
 */
export async function recogniseFile(
  bytes: Uint8Array,
  fileName: string,
  edition: SourceEdition,
): Promise<Artifact | Message> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    return { kind: 'ebook', path: fileName, mediaType: 'application/epub+zip', bytes };
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return recognisePdf(bytes, fileName, edition);
  return createMessage(
    'artifact-unreadable',
    { format: 'unknown', problem: 'it begins neither like a PDF nor like an EPUB' },
    { file: fileName },
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

async function recognisePdf(
  bytes: Uint8Array,
  file: string,
  edition: SourceEdition,
): Promise<Artifact | Message> {
  const look = await lookInside(bytes, edition);
  if ('problem' in look) {
    return createMessage('artifact-unreadable', { format: 'PDF', problem: look.problem }, { file });
  }
  const { found, pageSize, pages } = look;
  const artifact = {
    path: file,
    mediaType: 'application/pdf' as const,
    bytes,
    pages,
    ...(pageSize && { pageSize }),
  };
  const [first, second] = found;
  if (first === undefined)
    return unrecognised('none of its chapters has its heading in the file', file, edition);
  if (second === undefined && edition.segments.length > 1) {
    return { ...artifact, kind: 'chapter-handout', chapter: first.name };
  }
  if (look.isBooklet) return { ...artifact, kind: 'booklet' };
  const isBook = pageSize === 'a5' || pageSize === '6x9';
  if (isBook) return { ...artifact, kind: 'book' };
  return { ...artifact, kind: look.bodySize > largestHandout ? 'large-print' : 'handout' };
}

function unrecognised(problem: string, file: string, { metadata }: SourceEdition): Message {
  return createMessage('artifact-unrecognised', { edition: metadata.title, problem }, { file });
}

/** A handout's text is 12 pt, large print's is 18 pt. */
const largestHandout = 15;

interface Look {
  /** In pt. */
  readonly bodySize: number;
  readonly isBooklet: boolean;
  readonly found: readonly SourceSegment[];
  readonly pages: number;
  readonly pageSize?: PageSize;
}

async function lookInside(
  bytes: Uint8Array,
  edition: SourceEdition,
): Promise<Look | { readonly problem: string }> {
  const opened = await openPdf(bytes);
  if ('problem' in opened) return opened;
  const { document } = opened;
  try {
    const { left, bottom, right, top } = document.pages[0]?.box ?? { left: 0, bottom: 0, right: 0, top: 0 };
    const size = `${Math.round(right - left)}x${Math.round(top - bottom)}`;
    const isBooklet = size in bookletSheets;
    const pageSize = pageSizes[size] ?? bookletSheets[size];
    const { transcript, layout } = readPdf(
      document,
      [],
      isBooklet ? directionOf(edition.metadata.language) : undefined,
    );
    const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
    const found = locateSegments(transcript, edition.segments, disclaimer).map((it) => it.segment);
    const bodySize = findBodySize(layout, transcript, [{ start: 0, end: transcript.text.length }]);
    return { found, bodySize, isBooklet, pages: document.pages.length, ...(pageSize && { pageSize }) };
  } catch (error) {
    return { problem: explain(error) };
  }
}
