/** What a page says of itself: title, author, date, address, language. */
import type { Element, Root } from 'hast';
import { readDate } from '../text/byline.ts';
import { isAddress } from '../text/paragraph.ts';
import type { About } from '../types.ts';
import { findAll, hasClass, lineOfElement } from './elements.ts';

/** What was found, and the element that shows the title. */
export interface Described {
  readonly about: About;
  /** Absent when no heading of the page is the title. */
  readonly title?: Element;
}

/**
 * @param around what stands around this post: the page, unless it shows several posts, of which its head tells nothing
 */
export function readAbout(root: Root, around: Root | Element): Described {
  const alone = around === root;
  const title = findTitle(around);
  const named = title
    ? lineOfElement(title)
    : alone
      ? (readMeta(root, 'og:title') ?? readHeadTitle(root))
      : undefined;
  const declared = alone ? (readMeta(root, 'author') ?? readMeta(root, 'article:author')) : undefined;
  const author = declared ?? readByline(around);
  const date = readDay(root, around);
  const urls = alone ? [readLink(root, 'canonical'), readMeta(root, 'og:url')] : [];
  const url = urls.find((it) => it && isAddress(it));
  const [html] = findAll(root, ({ tagName }) => tagName === 'html');
  const language = html?.properties.lang;
  return {
    about: {
      ...(named && { title: named }),
      ...(author && !/^https?:/.test(author) && { author }),
      ...(date && { date }),
      ...(url && { url }),
      ...(typeof language === 'string' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) && { language }),
    },
    ...(title && { title }),
  };
}

/** A heading marked as the title, else the only heading of level 1. */
export function findTitle(root: Root | Element): Element | undefined {
  const headings = findAll(root, ({ tagName }) => /^h[1-4]$/.test(tagName)).filter(
    (it) => lineOfElement(it) !== '',
  );
  const marked = headings.find((it) =>
    hasClass(it, 'entry-title', 'wp-block-post-title', 'post-title', 'p-name'),
  );
  if (marked) return marked;
  const top = headings.filter(({ tagName }) => tagName === 'h1');
  return top.length === 1 ? top[0] : undefined;
}

function readMeta(root: Root, name: string): string | undefined {
  const [meta] = findAll(
    root,
    ({ tagName, properties }) =>
      tagName === 'meta' && [properties.name, properties.property].some((it) => it === name),
  );
  const content = String(meta?.properties.content ?? '').trim();
  return content === '' ? undefined : content;
}

function readLink(root: Root, rel: string): string | undefined {
  const [link] = findAll(
    root,
    ({ tagName, properties }) => tagName === 'link' && String(properties.rel).split(/[ ,]/).includes(rel),
  );
  return link ? String(link.properties.href ?? '') : undefined;
}

/** The page's title in the browser, without the weblog's name. */
function readHeadTitle(root: Root): string | undefined {
  const [title] = findAll(root, ({ tagName }) => tagName === 'title');
  const text = title && lineOfElement(title);
  return text?.replace(/\s[|«»–—-]\s[^|«»–—]{1,60}$/u, '') || undefined;
}

function readByline(around: Root | Element): string | undefined {
  const [author] = findAll(
    around,
    (element) =>
      String(element.properties.rel ?? '')
        .split(/[ ,]/)
        .includes('author') || hasClass(element, 'author', 'byline', 'wp-block-post-author-name', 'p-author'),
  );
  return author && (lineOfElement(author).replace(/^by:?\s+/i, '') || undefined);
}

function readDay(root: Root, around: Root | Element): string | undefined {
  const published = around === root ? readMeta(root, 'article:published_time') : undefined;
  const times = findAll(
    around,
    (element) => element.tagName === 'time' && hasClass(element, 'entry-date', 'published', 'dt-published'),
  );
  const all = times.length > 0 ? times : findAll(around, ({ tagName }) => tagName === 'time').slice(0, 1);
  const texts = [published, ...all.map(({ properties }) => String(properties.dateTime ?? ''))];
  return texts.map((text) => readDate(text?.slice(0, 10) ?? '')).find((day) => day !== undefined);
}
