/** Pictures on their own become figures with captions; inside a sentence they stay where they are. */
import type { Element, Parents, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../visit.ts';
import { standAlone } from './foreign/formulas.ts';

/** `![](x.png "decorative")`: the word is for us, and not a caption (`check/images.ts`). */
export function clearDecorative(root: Root): void {
  visit(root, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && properties.title === 'decorative') delete properties.title;
  });
}

/**
 * A paragraph that is one picture → `div.figure` with the title as its caption; one that is one formula →
 * `div.formula`. A tight list item has no paragraph around its picture, nor has a drawing on lines of its own, and a
 * note's paragraph holds the way back as well.
 */
export function tidyFigures(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (isPicture(element) && (isTightItem(parent) || isLoose(parent))) {
      parent.children[index] = figure(element);
      return [SKIP, index + 1];
    }
    if (element.tagName !== 'p') return;
    const [only, ...others] = element.children.filter((child) => !isBlank(child));
    if (only?.type !== 'element' || !others.every(isWayBack)) return;
    if (!isPicture(only) && only.tagName !== 'math') return;
    const rest =
      others.length > 0
        ? [
            h(
              'p',
              others.flatMap((way) => [way, ' ']),
            ),
          ]
        : [];
    parent.children.splice(index, 1, isPicture(only) ? figure(only) : standAlone(only), ...rest);
    return [SKIP, index + 1 + rest.length];
  });
}

function isPicture({ tagName }: Element): boolean {
  return tagName === 'img' || tagName === 'svg';
}

/** HTML on lines of its own is in no paragraph. */
function isLoose(parent: Parents): boolean {
  return (
    parent.type === 'root' || (parent.type === 'element' && /^(blockquote|div|section)$/.test(parent.tagName))
  );
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
