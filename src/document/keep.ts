/**
 * Numbers with hyphens in them, such as telephone numbers, stay on one line, and so do words with a no-break
 * hyphen (U+2011). That one becomes a plain hyphen: Chromium leaves it without a meaning in the PDF's text.
 */
import type { ElementContent, Parents } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../visit.ts';

/** With its country or area code, if there is one. */
const hyphenated =
  /(?<![\p{L}\d])(?:\+\d{1,3}[ \u00A0])?(?:\(\d+\)[ \u00A0]?)?\d+(?:-\d+)+(?![\p{L}\d])|[\p{L}\d]*(?:\u2011[\p{L}\d]*)+/u;

const untouched: ReadonlySet<string> = new Set(['code', 'pre', 'math', 'svg']);

/** Wraps every such number in a `span.keep`; code, formulas and drawings are left alone. */
export function keepNumbersWhole(tree: Parents): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && untouched.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || parent === undefined || index === undefined) return;
    const pieces = node.value.split(new RegExp(`(${hyphenated.source})`, 'u'));
    if (pieces.length === 1) return;
    const nodes = pieces.map((piece, at) =>
      at % 2 === 1 ? h('span', { className: ['keep'] }, piece.replaceAll('\u2011', '-')) : text(piece),
    );
    (parent.children as ElementContent[]).splice(index, 1, ...nodes);
    return [SKIP, index + nodes.length];
  });
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
