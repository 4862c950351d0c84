/** The element that holds the post, by the marks that weblogs set. */
import type { Element, Root, RootContent } from 'hast';
import { findTitle } from './about.ts';
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

/** So many times as long as the next is the post of a page that has teasers of others below it. */
const muchLonger = 4;

/** The post and what stands around it and around no other post. */
export interface Selected {
  readonly post: Element;
  readonly around: Root | Element;
}

/**
 * Absent when no element is marked.
 * @param title of the post that is wanted, where the user names it
 * @returns in words why it is not clear which post is wanted, when the page shows several
 */
export function selectPost(
  root: Root,
  title: string | undefined,
): Selected | { problem: string } | undefined {
  for (const test of tests) {
    const found = findAll(root, test, true).filter((it) => lineOfElement(it) !== '');
    if (found.length > 0) return choose(root, found, title);
  }
  return undefined;
}

function choose(
  root: Root,
  found: readonly Element[],
  title: string | undefined,
): Selected | { problem: string } {
  const all = found.map((post) => ({ post, around: findAround(root, post, found) }));
  const named = all.map((it) => ({ ...it, title: titleIn(it.around) }));
  const asked = named.filter((it) => title !== undefined && fold(it.title) === fold(title));
  if (asked[0] && asked.length === 1) return asked[0];
  const [longest, next] = [...all].sort((a, b) => lengthOf(b.post) - lengthOf(a.post));
  if (longest && (!next || lengthOf(longest.post) >= muchLonger * lengthOf(next.post))) return longest;
  const titles = named.map((it) => `“${it.title}”`).join(', ');
  return {
    problem: `it shows ${found.length} posts (${titles.slice(0, 300)}): save the page of the one, or name it with --title`,
  };
}

/** The largest element that holds this post and no other. */
function findAround(root: Root, post: Element, posts: readonly Element[]): Root | Element {
  let around: Root | Element = root;
  while (around !== post && findAll(around, (it) => posts.includes(it)).length > 1) {
    const children: readonly RootContent[] = around.children;
    const elements = children.filter((child) => child.type === 'element');
    const inner: Element | undefined = elements.find(
      (child) => child === post || findAll(child, (it) => it === post).length > 0,
    );
    if (!inner) break;
    around = inner;
  }
  return around;
}

function titleIn(around: Root | Element): string {
  const title = findTitle(around);
  return title ? lineOfElement(title) : 'without a title';
}

function lengthOf(element: Element): number {
  return lineOfElement(element).length;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}
