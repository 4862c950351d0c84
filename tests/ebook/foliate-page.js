// Runs in the page: opens the book with foliate-js, and goes to the pages that its page list names.
import { EPUB } from '/foliate/epub.js';
import '/foliate/view.js';

/** foliate-js asks for files that a book may do without. */
const load = async (path) => {
  const answer = await fetch(`/${path}`);
  return answer.ok ? answer : undefined;
};

globalThis.openBook = async () => {
  const book = await new EPUB({
    loadText: async (path) => (await load(path))?.text() ?? null,
    loadBlob: async (path) => (await load(path))?.blob() ?? null,
    getSize: () => 1000,
  }).init();
  const view = document.createElement('foliate-view');
  document.body.append(view);
  await view.open(book);
  globalThis.view = view;
  return book.pageList?.map(({ label, href }) => ({ label: label.trim(), href })) ?? [];
};

/** What the engine says is the page of the print once it has gone to a place, and the text from there on. */
globalThis.goTo = async (href) => {
  await globalThis.view.goTo(href);
  const { pageItem, range } = globalThis.view.lastLocation;
  return { label: pageItem?.label.trim(), text: range?.toString() ?? '' };
};
