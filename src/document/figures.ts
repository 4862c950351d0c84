/** Pictures on their own become figures with captions; inside a sentence they stay where they are. */
import type { Element, Parents, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** `![](x.png "decorative")`: the word is for us, and not a caption (`check/images.ts`). */
export function clearDecorative(root: Root): void {
  visit(root, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && properties.title === 'decorative') delete properties.title;
  });
}

/**
 * A paragraph that is one picture → `div.figure` with the title as its caption. A tight list item has no
 * paragraph around its picture, and a note's paragraph holds the way back as well.
 */
export function tidyFigures(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (element.tagName === 'img' && isTightItem(parent)) parent.children[index] = figure(element);
    if (element.tagName !== 'p') return;
    const [image, ...others] = element.children.filter((child) => !isBlank(child));
    if (image?.type !== 'element' || image.tagName !== 'img' || !others.every(isWayBack)) return;
    const rest = others.length > 0 ? [h('p', ...others.flatMap((way) => [way, ' ']))] : [];
    parent.children.splice(index, 1, figure(image), ...rest);
  });
}

function isBlank(child: RootContent): boolean {
  return child.type === 'text' && child.value.trim() === '';
}

/** A list item with one picture and nothing else in its line. */
function isTightItem(parent: Parents): boolean {
  if (parent.type !== 'element' || parent.tagName !== 'li') return false;
  const inline = (parent.children as RootContent[]).filter((child) => !isBlank(child) && !isBlock(child));
  return inline.length === 1;
}

function isBlock(child: RootContent): boolean {
  return child.type === 'element' && /^(ul|ol|div|p|pre|table|blockquote|hr|section)$/.test(child.tagName);
}

function isWayBack(child: RootContent): boolean {
  return isBlank(child) || (child.type === 'element' && 'dataFootnoteBackref' in child.properties);
}

function figure(image: Element): Element {
  const { title, ...properties } = image.properties;
  const picture = h('div', { className: ['picture'] }, { ...image, properties });
  if (!title) return h('div', { className: ['figure'] }, picture);
  return h('div', { className: ['figure'] }, picture, h('p', { className: ['caption'] }, String(title)));
}
