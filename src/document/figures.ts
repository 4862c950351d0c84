/** Pictures on their own become figures with captions; inside a sentence they stay where they are. */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** `<p><img title="…"></p>` → `div.figure` with the title as its caption. */
export function tidyFigures(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName !== 'p' || parent === undefined || index === undefined) return;
    const image = onlyImage(element);
    if (image) parent.children[index] = figure(image);
  });
}

function onlyImage(paragraph: Element): Element | undefined {
  const [first, ...others] = paragraph.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  return first?.type === 'element' && first.tagName === 'img' && others.length === 0 ? first : undefined;
}

function figure(image: Element): Element {
  const { title, ...properties } = image.properties;
  const picture = h('div', { className: ['picture'] }, { ...image, properties });
  if (!title) return h('div', { className: ['figure'] }, picture);
  return h('div', { className: ['figure'] }, picture, h('p', { className: ['caption'] }, String(title)));
}
