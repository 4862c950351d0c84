// Runs in the page: opens the book with epub.js, and tells what is in it.
/* global ePub */

const flatten = (items) => items.flatMap((item) => [item, ...flatten(item.children ?? item.subitems ?? [])]);

/** Dark mode as reading programs do it: light text on black on the body, taken over by all that is in it. */
globalThis.openBook = async ({ dark, type }) => {
  const book = await ePub(`${location.href}OEBPS/content.opf`, { replacements: false });
  const rendition = book.renderTo('viewer', { flow: 'scrolled-doc', width: innerWidth, height: innerHeight });
  const look = dark ? { color: '#ddd !important', background: '#000 !important' } : {};
  rendition.themes.default({ body: { 'font-size': `${type}% !important`, ...look } });
  globalThis.rendition = rendition;
  const manifest = book.manifest ?? book;
  return {
    spine: [...(book.spine?.items ?? book.spine ?? manifest.spine)].map((item) => item.href ?? item.url),
    contents: flatten([...(book.navigation?.toc ?? book.toc ?? manifest.toc ?? [])]).map((item) => ({
      label: String(item.label ?? item.title ?? item.name).trim(),
      href: item.href ?? item.url,
    })),
  };
};
