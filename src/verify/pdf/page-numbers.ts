/** Printed page numbers are those of the real pages: in the contents, behind cross references, in the labels. */
import type { Artifact, Kind, Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { expectedSegments, flattenDisclaimer } from '../checks/segments.ts';
import { locateSegments } from '../checks/stretch.ts';
import { type Findings, judge } from '../findings.ts';
import { fold } from '../fold.ts';
import type { SourceEdition } from '../source.ts';
import type { PageLink } from './page-links.ts';
import { tellPlace } from './place.ts';
import type { PdfReading } from './read.ts';

/** Editions that have a table of contents. */
const withContents: ReadonlySet<Kind> = new Set(['book', 'booklet', 'large-print']);

/** Judges every number that the file prints for a page. */
export function checkPageNumbers(reading: PdfReading, artifact: Artifact, edition: SourceEdition): Findings {
  const { labels } = reading;
  const contents = withContents.has(artifact.kind) ? checkContents(reading, labels, artifact, edition) : [];
  const references = checkReferences(reading, labels, artifact.path);
  const where = `${labels.length} labels, ${reading.pageLinks.length} links to pages`;
  return judge('page-numbers', where, [...contents, ...references]);
}

/** Page number in brackets at the end of a link's words: "(page 12)", "(第12页)". */
const quoted = /\((?:[^()]*[^\da-z])?(\d{1,5}|[ivxlcdm]{1,12})(?:[^\da-z()][^\d()]*)?\)\s*$/iu;

function checkReferences(reading: PdfReading, labels: readonly string[], file: string): Message[] {
  return reading.pageLinks.flatMap((link) => {
    const { text, target } = link;
    const number = quoted.exec(text)?.[1];
    if (number === undefined || labels[target] === number) return [];
    const values = { text: text.trim(), expected: labels[target] ?? '', where: namePlace(link, reading) };
    return [createMessage('proof-page-number', values, { file })];
  });
}

function namePlace({ source }: PageLink, { layout }: PdfReading): string {
  for (const leaf of layout) {
    const run = leaf.runs.find(({ id }) => id === source);
    if (run) return tellPlace(leaf, run);
  }
  return 'no page';
}

/** Every segment has a line in the contents that leads to its heading and prints that page's label. */
function checkContents(
  reading: PdfReading,
  labels: readonly string[],
  artifact: Artifact,
  edition: SourceEdition,
): Message[] {
  const { transcript, pageLinks } = reading;
  const disclaimer = flattenDisclaimer(edition.disclaimer.chapter);
  const segments = expectedSegments(artifact, edition);
  const file = artifact.path;
  const lines = pageLinks.map(({ text, target }) => ({ text: fold(text), target }));
  return locateSegments(transcript, segments, disclaimer).flatMap(({ segment, heading }) => {
    const page = heading.page - 1;
    const label = labels[page] ?? '';
    const end = fold(segment.title) + fold(label);
    const listed = lines.some(({ text, target }) => target === page && text.endsWith(end));
    if (listed) return [];
    const found = findLine(segment.title, page, reading);
    return [createMessage('proof-contents-page', { title: segment.title, expected: label, found }, { file })];
  });
}

/** The line that has the title or leads there, in words. */
function findLine(title: string, page: number, reading: PdfReading): string {
  const { pageLinks } = reading;
  const line =
    pageLinks.find(({ text }) => fold(text).startsWith(fold(title))) ??
    pageLinks.find(({ target }) => target === page);
  if (!line) return 'no link has the title or leads there';
  return `\u201c${line.text.trim()}\u201d on ${namePlace(line, reading)} leads to page ${reading.labels[line.target]}`;
}
