/** PDFs of changed HTML, printed as the real ones are. */
import type { Artifact, Imposition, PageSize, ParsedEdition, PrintKind } from '../../../src/model.ts';
import type { PrintBrowser } from '../../../src/print/index.ts';
import { readTemplates } from '../../../src/source/index.ts';

/** Stands in the HTML for the number of the page on which an id is: `{page ID}`. */
const page = /\{page ([^}]+)\}/g;

function idsOf(html: string): string[] {
  return [...html.matchAll(page)].map(([, id = '']) => id);
}

const pageSizes: Readonly<Partial<Record<PrintKind, PageSize>>> = { book: '6x9', booklet: 'half-letter' };

/** Prints HTML as an artifact of a kind; a booklet on letter paper, its last three pages blank. */
export async function printHtml(
  browser: PrintBrowser,
  html: string,
  kind: PrintKind,
  edition: ParsedEdition,
  chapter?: string,
  direction: Imposition['direction'] = 'ltr',
): Promise<Artifact> {
  const { metadata } = edition;
  const { artifact } = await browser.print({
    kind,
    path: `${kind}.pdf`,
    pageSize: pageSizes[kind] ?? 'letter',
    ...(kind === 'booklet' && { imposition: { paper: 'letter', direction, blanks: 3 } }),
    ...(chapter !== undefined && { chapter }),
    info: {
      title: metadata.title,
      author: metadata.author.name,
      subject: metadata.description,
      keywords: [],
      language: metadata.language,
      date: '2026-01-02T00:00:00Z',
      id: metadata.id,
      identifier: 'urn:uuid:00000000-0000-5000-8000-000000000002',
    },
    pagination: { quotedIds: idsOf(html), quotedInText: [], openings: [] },
    assets: new Map([...(await readTemplates()).fonts, ...edition.pictures]),
    compose: (layout) => html.replace(page, (_, id: string) => layout?.numbers.get(id) ?? ''),
  });
  return artifact;
}
