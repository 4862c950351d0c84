/** The element that holds the post, by the marks that weblogs set. */
import type { Element, Root } from 'hast';
import { findAll, hasClass, lineOfElement } from './elements.ts';

/** The surest marks first: WordPress core and block themes, Blogger, Ghost, microformats, schema.org. */
const tests: readonly ((element: Element) => boolean)[] = [
  (it) => hasClass(it, 'entry-content', 'wp-block-post-content', 'e-content'),
  (it) =>
    it.properties.itemProp !== undefined &&
    String(it.properties.itemProp).split(/[ ,]/).includes('articleBody'),
  (it) =>
    hasClass(
      it,
      'post-body',
      'post-content',
      'gh-content',
      'entry-body',
      'entrytext',
      'storycontent',
      'article-body',
      'post-entry',
    ),
];

/** Absent when no element is marked; of several the one with the longest text. */
export function selectPost(root: Root): Element | undefined {
  for (const test of tests) {
    const found = findAll(root, test, true).filter((it) => lineOfElement(it) !== '');
    const [longest] = found.sort((a, b) => lineOfElement(b).length - lineOfElement(a).length);
    if (longest) return longest;
  }
  return undefined;
}
