/** The page numbers of the e-book are those of the finished book, each at the word where its page begins. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import type { BookPage, BookPages } from '../book-pages.ts';
import type { Entry, Marker, Pages } from '../epub/page-list.ts';
import { type Findings, gather, judge } from '../findings.ts';
import { judgePlace, type Verdict } from './first-words.ts';

/** Features that an EPUB declares exactly if it has the pages of a print (EPUB Accessibility 1.1, section 3.2). */
const features = ['pageNavigation', 'pageBreakMarkers'];

/**
 * Judges everything that has to do with printed pages; an EPUB without any of it is none the worse.
 * @param books those that it may be held against; without any, only what it says of itself
 */
export function checkPageList(pages: Pages, books: readonly BookPages[], file: string): Findings {
  const { markers, lists, sources } = pages;
  const declared = features.filter((feature) => pages.features.includes(feature));
  if (markers.length + lists.size + sources.length + declared.length === 0) return gather([]);
  const book = books.find(({ identifier }) => identifier !== '' && identifier === sources[0]);
  const problems = [...findFaults(pages, declared)];
  if (books.length > 0 && !book)
    problems.push(`it names ${sources[0] ?? 'no book'}, which is not the book given`);
  const held = book && problems.length === 0 ? holdAgainst(pages, book) : undefined;
  const messages = [...problems, ...(held?.problems ?? [])].map(
    (problem): Message => createMessage('proof-page-list', { problem }, { file }),
  );
  const where = held
    ? `${held.proved} of ${markers.length} pages begin with the words of the book`
    : 'in itself';
  return judge('page-list', `${markers.length} pages, ${where}`, messages);
}

/** What does not fit together in the EPUB itself. */
function* findFaults(
  { markers, lists, sources, contents }: Pages,
  declared: readonly string[],
): Generator<string> {
  if (sources.length !== 1) yield `the package names ${sources.length} sources of its pagination, expected 1`;
  for (const feature of features)
    if (!declared.includes(feature)) yield `the package does not declare ${feature}`;
  if (![...lists.keys()].some((path) => contents.includes(path)))
    yield 'the navigation document has no page list';
  const seen = new Set<string>();
  for (const { label, target, path } of markers) {
    if (label === '') yield `a marker in ${path} has no number`;
    if (target === path) yield `the marker of page ${label} has no id`;
    if (seen.has(label)) yield `page ${label} begins twice`;
    seen.add(label);
  }
  for (const [path, entries] of lists) yield* compareList(path, entries, markers);
}

/** A list links every marker, in order, and nothing else. */
function* compareList(
  path: string,
  entries: readonly Entry[],
  markers: readonly Marker[],
): Generator<string> {
  for (let index = 0; index < Math.max(entries.length, markers.length); index += 1) {
    const [entry, marker] = [entries[index], markers[index]];
    if (entry?.label === marker?.label && entry?.target === marker?.target) continue;
    yield `${path} has ${describe(entry)} where the text has ${describe(marker)}`;
    return;
  }
}

function describe(entry: Entry | undefined): string {
  return entry ? `page ${entry.label} (${entry.target})` : 'no page';
}

interface Held {
  readonly problems: readonly string[];
  /** Pages whose first words were found behind their markers. */
  readonly proved: number;
}

function holdAgainst(epub: Pages, { pages }: BookPages): Held {
  const { markers } = epub;
  const index = pages.findIndex(({ label }, at) => label !== markers[at]?.label);
  const extra = markers[pages.length];
  if (index !== -1 || extra) {
    const expected = pages[index]?.label ?? 'no page';
    const found = (index === -1 ? extra : markers[index])?.label ?? 'no page';
    return { problems: [`it has page ${found} where the book has page ${expected}`], proved: 0 };
  }
  const verdicts = pages.map((page, at) => judgePage(page, at, epub));
  const problems = pages.flatMap(({ label, blocks }, at) => {
    if (verdicts[at] !== 'elsewhere') return [];
    return [
      `page ${label} does not begin at its marker: on paper it begins “${blocks.join(' ').slice(0, 40)}”`,
    ];
  });
  return { problems, proved: verdicts.filter((verdict) => verdict === 'proved').length };
}

function judgePage(page: BookPage, index: number, { markers, text, contents }: Pages): Verdict {
  const marker = markers[index] as Marker;
  const isInContents = contents.includes(marker.path);
  if (page.isContents) return isInContents ? 'apart' : 'elsewhere';
  if (page.blocks.length > 0) {
    const verdict = judgePlace(page, text, marker.at, markers[index - 1]?.at ?? 0);
    return verdict === 'apart' && marker.at < text.length ? 'elsewhere' : verdict; // only a colophon is apart
  }
  // A blank page begins where the next one does.
  return marker.at === (markers[index + 1]?.at ?? text.length) ? 'apart' : 'elsewhere';
}
