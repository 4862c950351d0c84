/** Where the references of an EPUB lead. */

import { isOutside } from '../targets.ts';
import type { Reference, XhtmlPage } from './page.ts';
import { isExternal, resolveHref } from './paths.ts';
import type { EpubReading } from './read.ts';
import type { Tag } from './xml.ts';

/** A reference that leads nowhere. */
export interface DeadReference {
  readonly path: string;
  readonly tag: Tag;
  readonly target: string;
}

/** Follows every reference of every XHTML file. */
export function findDeadReferences(reading: EpubReading): DeadReference[] {
  const paths = new Set(reading.package.items.map((item) => item.path));
  return [...reading.pages.values()].flatMap((page) =>
    page.references
      .filter((reference) => !resolves(reference, page, paths, reading.pages))
      .map(({ href, tag }) => ({ path: page.path, tag, target: href })),
  );
}

function resolves(
  { href, loaded }: Reference,
  page: XhtmlPage,
  paths: ReadonlySet<string>,
  pages: EpubReading['pages'],
): boolean {
  if (isExternal(href)) return !loaded && isOutside(href);
  const target = resolveHref(href, page.path);
  if (target === undefined || !paths.has(target.path)) return false;
  return target.fragment === undefined || pages.get(target.path)?.ids.has(target.fragment) === true;
}
