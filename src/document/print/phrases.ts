/**
 * Phrases in another language keep it in the PDF: of inline elements Chromium 147 hands on the language of
 * `em` and `a` alone, so each phrase is wrapped in an `em` that looks like nothing.
 */
import type { Element, Parents } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../../visit.ts';

const inline =
  /^(abbr|b|bdi|bdo|cite|code|del|dfn|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

/** Wraps every inline element that names a language. */
export function wrapPhrases(tree: Parents): void {
  visit(tree, 'element', (element, index, parent) => {
    const { lang } = element.properties;
    if (typeof lang !== 'string' || !inline.test(element.tagName) || index === undefined) return;
    const wrapped: Element = h('em', { className: ['phrase'], lang }, element);
    (parent as Parents).children[index] = wrapped;
    return [SKIP, index + 1];
  });
}
