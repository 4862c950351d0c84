/**
 * Takes out of formulas and drawings what a list of names cannot judge: elements where they do not belong, text where
 * none is shown, references that lead out of the drawing. What is gone is told by `traces.ts`.
 */
import type { Element, ElementContent, Root } from 'hast';
import { CONTINUE, SKIP, visit } from '../../visit.ts';
import { mathElements, tokenElements } from './mathml.ts';
import { gradients, svgElements, wordElements } from './svg.ts';

/** `html` elements of any place may have these; in formulas and drawings EPUB does not know them. */
const htmlOnly = ['lang', 'dir', 'className'] as const;

/** Code and style: of other elements that a formula may not hold, the content stays. */
const wholly: readonly string[] = ['script', 'style', 'annotation', 'annotation-xml'];

/** Clears every formula and drawing of a tree. */
export function clearForeign(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'math') clearFormula(element);
    else if (element.tagName === 'svg') clearDrawing(element);
    else return CONTINUE;
    return SKIP;
  });
}

function clearFormula(element: Element): void {
  dropHtmlOnly(element);
  const isToken = tokenElements.includes(element.tagName);
  element.children = element.children.flatMap((child) => keepInFormula(child, isToken));
}

function keepInFormula(child: ElementContent, inToken: boolean): ElementContent[] {
  if (child.type !== 'element') return [child];
  if (wholly.includes(child.tagName)) return [];
  clearFormula(child);
  const isAllowed = !inToken && child.tagName !== 'math' && mathElements.includes(child.tagName);
  return isAllowed ? [child] : child.children;
}

function clearDrawing(drawing: Element): void {
  clearShapes(drawing);
  const places = new Map<string, Element>();
  visit(drawing, 'element', (element) => {
    if (typeof element.properties.id === 'string') places.set(element.properties.id, element);
  });
  visit(drawing, 'element', (element) => dropReferences(element, places));
}

function clearShapes(element: Element): void {
  dropHtmlOnly(element);
  element.children = element.children.filter((child) => belongsInDrawing(child, element));
  for (const child of element.children) if (child.type === 'element') clearShapes(child);
}

function belongsInDrawing(child: ElementContent, { tagName }: Element): boolean {
  const holdsWords = wordElements.includes(tagName);
  if (child.type !== 'element') return holdsWords || !('value' in child) || child.value.trim() === '';
  return !holdsWords && child.tagName !== 'svg' && svgElements.includes(child.tagName);
}

function dropHtmlOnly({ properties }: Element): void {
  for (const name of htmlOnly) delete properties[name];
}

/** References stay inside the drawing, and none leads to another: a few lines could draw billions of shapes. */
function dropReferences({ properties }: Element, places: ReadonlyMap<string, Element>): void {
  for (const name of ['href', 'xLinkHref'] as const) {
    const target = places.get(/^#(.+)$/.exec(String(properties[name] ?? ''))?.[1] ?? '');
    if (!target || refersOn(target)) delete properties[name];
  }
  for (const name of ['fill', 'stroke'] as const) {
    const [, id] = /^\s*url\(#(.+)\)\s*$/.exec(String(properties[name] ?? '')) ?? [];
    if (id !== undefined && !gradients.includes(places.get(id)?.tagName ?? '')) delete properties[name];
  }
}

function refersOn(target: Element): boolean {
  let refers = false;
  visit(target, 'element', ({ tagName, properties: { href, xLinkHref } }) => {
    refers ||= tagName === 'use' || href !== undefined || xLinkHref !== undefined;
  });
  return refers;
}
