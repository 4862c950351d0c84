/** Formulas as every edition needs them: those on their own stand in a block of their own. */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '../../visit.ts';

const blocks = /^(blockquote|dd|div|section)$/;

/** A formula that no paragraph holds → `div.formula`; `figures.ts` does the same to a paragraph that is one formula. */
export function tidyFormulas(root: Root): void {
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName !== 'math' || parent === undefined || index === undefined) return;
    delete element.properties.xmlns;
    if (parent.type !== 'root' && !blocks.test(parent.tagName)) return SKIP;
    parent.children[index] = standAlone(element);
    return [SKIP, index + 1];
  });
}

/** Set in the middle of the line, fractions and sums in full size. */
export function standAlone(formula: Element): Element {
  formula.properties.display = 'block';
  return h('div', { className: ['formula'] }, formula);
}

/**
 * A formula for e-readers: upright. MathML Core (4.2) turns a letter on its own into a mathematical italic one, which
 * fonts of devices lack.
 */
export function adaptFormula(formula: Element): void {
  visit(formula, 'element', (element) => {
    if (element.tagName === 'mi' && [...toText(element).trim()].length === 1)
      element.properties.mathvariant = 'normal';
  });
}
