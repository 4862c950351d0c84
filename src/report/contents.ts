/** The headings of a file, as they were read from it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Edition, FoundHeading, Verified } from '../model.ts';
import { hrefOf } from './words.ts';

/** Indented by level; each leads to its page. */
export function listContents({ contents, path }: Verified, { metadata }: Edition): Element {
  const items = contents.headings.map((heading) =>
    h('li', { className: [`level-${Math.min(heading.level, 4)}`] }, [
      h('span.heading', { lang: metadata.language, dir: 'auto' }, heading.text),
      ' ',
      showPlace(heading, path),
    ]),
  );
  return h('ol.contents', items);
}

function showPlace({ page, place }: FoundHeading, path: string): Element {
  if (page === undefined) return h('span.place', place.replace(/^.*\//, ''));
  return h('a.place', { href: hrefOf(path, page) }, [h('span.unseen', 'page '), place]);
}
