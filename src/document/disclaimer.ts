/** The disclaimer's boxes: one for each form, in the markup that each medium needs. */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Root as Mdast } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Disclaimer } from '../model.ts';
import { visit } from '../visit.ts';
import { keepNumbersWhole } from './keep.ts';
import type { Words } from './words.ts';

const converter = unified().use(remarkRehype);

/**
 * Where the box stands. Chromium tags an `aside` inside a `section` as nothing (HTML-AAM: a nested one without a name
 * is generic) and one of any other role too; so its own role is said. EPUB wants `doc-notice` on a section.
 */
export type Medium = 'print' | 'ebook';

/** The full text, without a heading of its own. */
export function composeFull(disclaimer: Disclaimer, medium: Medium): Element {
  return box(convert(disclaimer.full), 'full', medium);
}

/** The short form with its label, for the opening of the segment `slug`. */
export function composeShort(disclaimer: Disclaimer, medium: Medium, slug: string, words: Words): Element {
  const id = `${slug}.please-read`; // a dot: no heading's id has one
  const label = h('p', { className: ['box-label'], ...(medium === 'ebook' && { id }) }, words.pleaseRead);
  const element = box([label, ...convert(disclaimer.chapter)], 'short', medium);
  if (medium === 'ebook') element.properties.ariaLabelledBy = [id];
  return element;
}

function box(children: readonly ElementContent[], form: 'full' | 'short', medium: Medium): Element {
  const className = ['disclaimer', `disclaimer-${form}`];
  if (medium === 'print') return h('aside', { className, role: 'complementary' }, [...children]);
  return h('section', { className, 'epub:type': 'notice', role: 'doc-notice' }, [...children]);
}

function convert(mdast: Mdast): ElementContent[] {
  const root = converter.runSync(structuredClone(mdast)) as Root;
  visit(root, (node) => {
    delete node.position;
  });
  keepNumbersWhole(root);
  return root.children.filter((child) => child.type !== 'doctype') as ElementContent[];
}
