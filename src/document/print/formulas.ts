/**
 * Formulas on paper. Chromium 147 lays MathML out and tags it as nothing: the role of a picture makes it a Figure
 * with an alternative text, which `print/finish/` turns into a Formula.
 */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from '../../visit.ts';

/** Function application, invisible times, separator and plus: no font of ours has them, and nothing is drawn for them. */
const invisible = /[\u2061-\u2064]/g;

/** Signs that may grow with what they enclose: from their parts the proof can tell what they are. */
const stretching = /^\s*[()[\]{}]\s*$/;

/** Family of the font that formulas are set in: the only bundled one that says how. */
export const formulaFamily = 'Caveat Formula';

/** Names every formula, and leaves out what cannot be printed. */
export function printFormulas(root: Root): void {
  visit(root, 'element', (element) => {
    if (element.tagName !== 'math') return;
    Object.assign(element.properties, { role: 'img', ariaLabel: element.properties.alttext });
    visit(element, 'element', printOperator);
    return SKIP;
  });
}

function printOperator(element: Element): void {
  if (element.tagName === 'mo' && !stretching.test(toText(element))) element.properties.stretchy = 'false';
  for (const child of element.children)
    if (child.type === 'text') child.value = child.value.replace(invisible, '');
}

/** The whole font under a name of its own: where text asks for it, it has but the signs that the others lack. */
export function declareFormulaFont(html: string): string {
  if (!/<math\b/.test(html)) return '';
  return `@font-face {
  font-family: '${formulaFamily}';
  src: url(../fonts/noto-sans-math-latin-400-normal.woff2) format('woff2');
}`;
}
