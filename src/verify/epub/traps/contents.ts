/** The contents of EPUB 2 (NCX, guide), which Kindle and old readers go by. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { resolveHref } from '../paths.ts';
import type { EpubReading } from '../read.ts';
import { findAll, type XmlElement } from '../xml.ts';

/** Kindle uses two levels (standardebooks/tools, se_epub_build.py). */
const deepest = 2;

/** The contents are no deeper than Kindle shows. */
export function findDeepContents(reading: EpubReading, file: string): readonly Message[] {
  return listNcx(reading).flatMap(({ path, root }) => {
    const depth = measure(root);
    return depth > deepest
      ? [createMessage('proof-contents-deep', { where: path, depth, deepest }, { file })]
      : [];
  });
}

/** Every entry of the NCX and of the guide leads to a place that is there: one that does not gets a book refused without a word. */
export function findLostEntries(reading: EpubReading, file: string): readonly Message[] {
  const ncx = listNcx(reading).flatMap(({ path, root }) =>
    [...findAll(root, 'content')].map(({ attributes }) => ({ path, target: attributes.src ?? '' })),
  );
  const { path } = reading.package;
  const guide = [...findAll(reading.parse(path), 'reference')].map(({ attributes }) => ({
    path,
    target: attributes.href ?? '',
  }));
  return [...ncx, ...guide]
    .filter((entry) => !leadsToPlace(entry.target, entry.path, reading))
    .map((entry) =>
      createMessage('proof-link-dangling', { where: entry.path, target: entry.target }, { file }),
    );
}

function listNcx({ parse, package: book }: EpubReading) {
  return book.items
    .filter(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
    .map(({ path }) => ({ path, root: parse(path) }));
}

function measure({ name, children }: XmlElement): number {
  const below = children.map((child) => (typeof child === 'string' ? 0 : measure(child)));
  return below.reduce((most, depth) => Math.max(most, depth), 0) + (name === 'navPoint' ? 1 : 0);
}

function leadsToPlace(href: string, from: string, { pages }: EpubReading): boolean {
  const target = resolveHref(href, from);
  const page = target && pages.get(target.path);
  if (!target || !page) return false;
  return target.fragment === undefined || page.ids.has(target.fragment);
}
