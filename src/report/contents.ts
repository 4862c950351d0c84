/** The headings of a file, as they were read from it. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Edition, FoundHeading, Verified } from '../model.ts';
import { hrefOf } from './words.ts';

/** Indented by level; each leads to its page. */
export function listContents({ contents, path }: Verified, { metadata, segments }: Edition): Element {
  const titles = segments.map(({ title }) => title);
  const items = contents.headings.map((heading) =>
    h('li', { className: [`level-${Math.min(heading.level, 4)}`] }, [
      h('span.heading', { lang: metadata.language, dir: 'auto' }, splitLabel(heading.text, titles)),
      ' ',
      showPlace(heading, path),
    ]),
  );
  return h('ol.contents', items);
}

/** “Chapter 1” stands in a line of its own above the title, with no space between. */
function splitLabel(text: string, titles: readonly string[]): string {
  const title = titles.find((one) => text.endsWith(one) && text !== one);
  if (title === undefined) return text;
  const label = text.slice(0, -title.length).trim();
  return /\d$/.test(label) ? `${label} · ${title}` : text;
}

function showPlace({ page, place }: FoundHeading, path: string): Element {
  if (page === undefined) return h('span.place', place.replace(/^.*\//, ''));
  return h('a.place', { href: hrefOf(path, page) }, [h('span.unseen', 'page '), place]);
}
