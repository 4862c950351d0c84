/** A segment's mdast → its body as HTML, the same for print and e-book. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Body, Heading, Message, ParsedSegment } from '../model.ts';
import { SKIP, visit } from '../visit.ts';
import { composeBox } from './boxes.ts';
import { fillEmptyCells } from './cells.ts';
import { compactTree } from './compact.ts';
import { clearDecorative, tidyFigures } from './figures.ts';
import { scopeReferences, tidyDrawings } from './foreign/drawings.ts';
import { tidyFormulas } from './foreign/formulas.ts';
import { keepNumbersWhole } from './keep.ts';
import { resolveHref } from './links.ts';
import { sanitise } from './raw.ts';
import { gatherHeads } from './tables/head.ts';
import { straightenTables } from './tables/straighten.ts';
import type { Words } from './words.ts';

/** A body, and what was dropped of the segment on the way. */
export interface BodyResult {
  readonly body: Body;
  readonly messages: readonly Message[];
}

/** Converts a segment, whose tree is not kept. Ids and links are scoped by its slug. */
export function composeBody(segment: ParsedSegment, words: Words): BodyResult {
  const file = new VFile({ value: segment.text, path: segment.file });
  const converted = converter(segment, words).runSync(structuredClone(segment.root), file) as Root;
  const { root, messages: dropped } = sanitise(converted, segment, file);
  const messages = [...dropped, ...straightenTables(root, segment.file)];
  scopeIds(root, segment.slug);
  resolveLinks(root, segment.slug);
  alignByClass(root);
  clearDecorative(root);
  tidyFormulas(root);
  tidyDrawings(root);
  tidyFigures(root);
  makeRoomForNumbers(root);
  gatherHeads(root);
  fillEmptyCells(root);
  keepNumbersWhole(root);
  compactTree(root, segment.root);
  const title: Heading = { id: segment.slug, level: 1, text: segment.title };
  const children = root.children.filter((child) => child.type !== 'doctype') as ElementContent[];
  const { root: _, ...bare } = segment;
  return { body: { segment: bare, children, headings: [title, ...findHeadings(root)] }, messages };
}

function converter(segment: ParsedSegment, words: Words) {
  return unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: `${segment.slug}--`,
    footnoteLabel: words.notes,
    footnoteLabelProperties: {},
    footnoteBackContent: words.back,
    footnoteBackLabel: (reference) => `${words.back} ${reference + 1}`,
    handlers: {
      containerDirective: (state: State, node: ContainerDirective) => composeBox(state, node, words),
    },
  });
}

/** Ids from raw HTML and from footnotes get the segment's slug in front, like all others, and so do their uses. */
function scopeIds(root: Root, slug: string): void {
  const scope = (id: string) => (id.startsWith(`${slug}--`) ? id : `${slug}--${id}`);
  scopeReferences(root, scope);
  visit(root, 'element', (element) => {
    const { properties } = element;
    if (typeof properties.id === 'string') properties.id = scope(properties.id);
    for (const name of ['ariaDescribedBy', 'headers'] as const) {
      const ids = properties[name];
      if (Array.isArray(ids)) properties[name] = ids.map((id) => scope(String(id)));
    }
  });
}

function resolveLinks(root: Root, slug: string): void {
  visit(root, 'element', (element) => {
    if (element.tagName !== 'a' || typeof element.properties.href !== 'string') return;
    element.properties.href = resolveHref(element.properties.href, slug);
  });
}

/** `align` is not in HTML5 nor in EPUB's XHTML: it becomes a class. */
function alignByClass(root: Root): void {
  visit(root, 'element', (element) => {
    const { align, ...others } = element.properties;
    if (typeof align !== 'string') return;
    element.properties = { ...others, className: [`align-${align}`] };
  });
}

/** Numbers of three digits and more need more room to their left, or the first is cut off by the page's edge. */
function makeRoomForNumbers(root: Root): void {
  visit(root, 'element', (list) => {
    if (list.tagName !== 'ol') return;
    const items = list.children.filter(
      (child) => child.type === 'element' && child.tagName === 'li',
    ) as Element[];
    const values = items.map(({ properties }) => Number(properties.value ?? 0));
    const last = Math.max(Number(list.properties.start ?? 1) + items.length - 1, ...values);
    const digits = Math.min(String(last).length, 6);
    const classes = Array.isArray(list.properties.className) ? list.properties.className : [];
    if (digits >= 3) list.properties.className = [...classes, `digits-${digits}`];
  });
}

function findHeadings(root: Root): Heading[] {
  const headings: Heading[] = [];
  visit(root, 'element', (element) => {
    const level = Number(/^h([1-6])$/.exec(element.tagName)?.[1]);
    if (!level) return;
    headings.push({ id: String(element.properties.id ?? ''), level, text: headingText(element) });
    return SKIP;
  });
  return headings;
}

/** Without the numbers of footnotes called in it. */
function headingText(heading: Element): string {
  const copy = structuredClone(heading);
  visit(copy, 'element', (element, index, parent) => {
    if (!('dataFootnoteRef' in element.properties) || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
  return toText(copy).trim();
}
