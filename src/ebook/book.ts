import assert from 'node:assert/strict';
import type { Ebook, Metadata, PackageWords } from '../model.ts';
import { type Accessibility, describeAccessibility } from './accessibility.ts';
import { createContents, type Entry, fitContents, measureDepth } from './contents.ts';
import { inspectFile } from './inspect.ts';
import { type Item, listItems, nameCover, own } from './manifest.ts';
import { assertNames, createItemId } from './names.ts';
import { createPages, type Page } from './pages.ts';
import { type Landmark, listLandmarks, orderFiles } from './reading-order.ts';
import { assertText } from './text.ts';

/** Everything that the templates say, ready to be written: the local variable `book` in each of them. */
export interface Book {
  readonly metadata: Metadata;
  /** ISO 8601 in UTC, to the second. */
  readonly modified: string;
  readonly accessibility: Accessibility;
  readonly items: readonly Item[];
  /** Ids of `items`, in reading order. */
  readonly spine: readonly string[];
  /** Ids of the items that the package names one by one. */
  readonly ids: { readonly ncx: string; readonly coverPicture: string };
  /** File name of the picture on the cover. */
  readonly coverPicture: string;
  readonly landmarks: readonly Landmark[];
  /** For the contents page: Kobo shows 3 levels at most; fewer in a book with some thousand headings. */
  readonly contents: readonly Entry[];
  /** For the NCX: Kindle uses 2 levels at most. */
  readonly shortContents: readonly Entry[];
  readonly shortDepth: number;
  /** Pages of the printed book, in order; none when the e-book was built without it. */
  readonly pages: readonly Page[];
  /** `urn:uuid:…` of the printed book; absent when there are no pages. */
  readonly pageSource?: string;
  readonly words: PackageWords;
}

const contentsDepth = 3;
const shortContentsDepth = 2;

/**
 * Works out what the package says about itself.
 * @throws {AssertionError} when a contract of `Ebook` is broken
 */
export function createBook(ebook: Ebook): Book {
  assertEbook(ebook);
  const { metadata, spine, words, pageList } = ebook;
  const inspections = spine.map((file) => inspectFile(file.fileName, file.xhtml));
  const coverPicture = nameCover(ebook.cover);
  const items = listItems(ebook, inspections);
  assertNames(items.map((item) => item.href));
  const pages = createPages(pageList?.places ?? [], spine, inspections);
  const shortContents = createContents(spine, inspections, shortContentsDepth);
  return {
    metadata,
    modified: ebook.date,
    accessibility: describeAccessibility(inspections, pageList !== undefined, words),
    items,
    spine: orderFiles(spine).map(createItemId),
    ids: { ncx: createItemId(own.ncx), coverPicture: createItemId(coverPicture) },
    coverPicture,
    landmarks: listLandmarks(spine, words),
    contents: fitContents(spine, inspections, contentsDepth, pages),
    shortContents,
    shortDepth: measureDepth(shortContents),
    pages,
    ...(pageList && { pageSource: pageList.source }),
    words,
  };
}

function assertEbook(ebook: Ebook): void {
  const disclaimers = ebook.spine.filter((file) => file.part === 'disclaimer');
  assert.equal(disclaimers.length, 1, 'Unexpected e-book, expected one file with the disclaimer in full');
  assertText('edition.yaml', ebook.metadata);
  for (const file of ebook.spine) assertText(file.fileName, [file.title, file.headings]);
}
