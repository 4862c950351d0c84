/** Inline SVG as every edition needs it: one picture with a name and a size. */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { s } from 'hastscript';
import { SKIP, visit } from '../../visit.ts';
import { wordElements } from './svg.ts';

/** Names every drawing for assistive technology and gives it a `viewBox`, without which it cannot shrink. */
export function tidyDrawings(root: Root): void {
  visit(root, 'element', (element) => {
    if (element.tagName !== 'svg') return;
    tidyDrawing(element);
    return SKIP;
  });
}

/** Shapes refer to ids as `#id` and `url(#id)`; all stand in the same drawing (`clear.ts`). */
export function scopeReferences(root: Root, scope: (id: string) => string): void {
  visit(root, 'element', ({ tagName, properties }) => {
    for (const name of tagName === 'a' ? [] : (['href', 'xLinkHref'] as const)) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = `#${scope(value.slice(1))}`;
    }
    for (const name of ['fill', 'stroke'] as const) {
      const [, id] = /^\s*url\(#(.+)\)\s*$/.exec(String(properties[name] ?? '')) ?? [];
      if (id !== undefined) properties[name] = `url(#${scope(id)})`;
    }
  });
}

function tidyDrawing(drawing: Element): void {
  const { xmlns, xmlnsXLink, version, role, ...properties } = drawing.properties;
  const { width, height, viewBox = inPixels(width, height), ariaHidden } = properties;
  const label = String(properties.ariaLabel ?? findTitle(drawing)).trim();
  drawing.properties = { ...properties, ...(viewBox && { viewBox }) };
  if (label !== '' && !ariaHidden) Object.assign(drawing.properties, { role: 'img', ariaLabel: label });
  visit(drawing, 'element', simplify);
}

/** The text of its own `title`, which comes first of its children (SVG 2, 5.4). */
function findTitle({ children }: Element): string {
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  return title?.type === 'element' ? toText(title).replace(/\s+/g, ' ') : '';
}

function inPixels(width: unknown, height: unknown): string | undefined {
  const sizes = [width, height].map((size) => /^\s*(\d+\.?\d*)(?:px)?\s*$/.exec(String(size))?.[1]);
  return sizes.every((size) => size !== undefined) ? `0 0 ${sizes.join(' ')}` : undefined;
}

/** One way to refer, and ink that no style of a reader's program can change. */
function simplify({ properties }: Element): void {
  const href = properties.href ?? properties.xLinkHref;
  delete properties.xLinkHref;
  if (href !== undefined) properties.href = href;
  for (const name of ['fill', 'stroke', 'stopColor'] as const)
    if (/^\s*currentcolor\s*$/i.test(String(properties[name]))) properties[name] = '#000';
}

/**
 * A drawing for e-readers: it has white paper below it, or a dark mode would show black lines on black; and references
 * are written as in SVG 1.1, which older engines know.
 */
export function adaptDrawing(drawing: Element): void {
  let refers = false;
  visit(drawing, 'element', (element) => {
    const { href, ...others } = element.properties;
    if (href === undefined) return;
    element.properties = { ...others, xLinkHref: href };
    refers = true;
  });
  if (refers) drawing.properties.xmlnsXLink = 'http://www.w3.org/1999/xlink';
  const words = drawing.children.findLastIndex(
    (child) => child.type === 'element' && wordElements.includes(child.tagName),
  );
  drawing.children.splice(words + 1, 0, composePaper(drawing));
}

function composePaper({ properties }: Element): Element {
  const [x, y, width, height] = String(properties.viewBox ?? '').split(/[\s,]+/);
  return s('rect', { x, y, width, height, fill: '#fff' });
}
