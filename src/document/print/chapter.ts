/** A segment as it is printed: title, short disclaimer, body. */
import type { Element, ElementContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Body, Edition, Layout, Segment } from '../../model.ts';
import { CONTINUE, SKIP, visit } from '../../visit.ts';
import { composeShort } from '../disclaimer.ts';
import { slugOf } from '../links.ts';
import type { Words } from '../words.ts';
import { wrapPhrases } from './phrases.ts';
import { printPages } from './references.ts';

/** Where a chapter is printed. */
export interface Place {
  /** Without the others, which it then cannot link to. */
  readonly alone: boolean;
  readonly layout: Layout;
}

/** A chapter opens with its title and, at once, the short disclaimer. */
export function composeChapter(
  edition: Edition,
  body: Body,
  bodies: readonly Body[],
  words: Words,
  { alone, layout }: Place,
): Element {
  const { segment } = body;
  const opening = h(
    'header',
    { className: ['opening'] },
    composeTitle(segment, words),
    composeShort(edition.disclaimer, 'print', segment.slug, words),
  );
  const voice = segment.voice ? [h('p', { className: ['voice'] }, words.voice[segment.voice])] : [];
  const content = h(
    'section',
    { className: ['chapter', `kind-${segment.kind}`] },
    opening,
    ...voice,
    ...structuredClone([...body.children]),
  );
  tickBoxes(content);
  keepCautions(content);
  markBrief(content);
  printAddresses(content);
  wrapPhrases(content);
  if (alone) unlinkOthers(content, bodies, segment, words);
  printPages(content, layout, words);
  return content;
}

function composeTitle(segment: Segment, words: Words): Element {
  const number =
    segment.number === undefined
      ? []
      : [h('span', { className: ['number'] }, words.chapter(segment.number)), ' '];
  return h('h1', { id: segment.slug }, ...number, h('span', { className: ['name'] }, segment.title));
}

/** Task list items get a box to tick on paper; its margin stands for the space after it. */
function tickBoxes(content: Element): void {
  visit(content, 'element', (element, index, parent) => {
    if (element.tagName !== 'input' || parent === undefined || index === undefined) return;
    const done = element.properties.checked === true;
    parent.children[index] = h('span', { className: done ? ['tick', 'ticked'] : ['tick'] }, done ? '×' : '');
    const next = parent.children[index + 1];
    if (next?.type === 'text') next.value = next.value.trimStart();
  });
}

/** Three lines of the widest measure, in characters. */
const briefLimit = 225;

/**
 * Chromium 147 gives `widows` up where it cannot have `orphans` too: with two and two, a paragraph of three lines
 * leaves its last one alone. A paragraph that may be so short is marked, and its style keeps it whole.
 */
function markBrief(content: Element): void {
  visit(content, 'element', (element) => {
    if (element.tagName === 'header') return SKIP;
    const holdsLines =
      element.tagName === 'p' || (element.tagName === 'li' && !element.children.some(isParagraph));
    if (holdsLines && toText(element).length <= briefLimit) addClass(element, 'brief');
    return CONTINUE;
  });
}

function isParagraph(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'p';
}

function addClass({ properties }: Element, name: string): void {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  properties.className = [...classes, name];
}

/**
 * A caution stays on the page of the paragraph that it qualifies. A wrapper that is not broken does it;
 * Chromium 147 gives `break-after: avoid` up when the box that follows is itself unbreakable.
 */
function keepCautions(content: Element): void {
  visit(content, 'element', (element, index, parent) => {
    if (!isCaution(element) || parent === undefined || index === undefined) return;
    const start = parent.children.findLastIndex((child, at) => at < index && child.type === 'element');
    const before = parent.children[start];
    if (before?.type !== 'element' || before.tagName !== 'p') return;
    const claim = h(
      'div',
      { className: ['claim'] },
      ...(parent.children.slice(start, index + 1) as ElementContent[]),
    );
    parent.children.splice(start, index + 1 - start, claim);
    return [SKIP, start + 1];
  });
}

function isCaution({ properties }: Element): boolean {
  const classes = Array.isArray(properties.className) ? properties.className : [];
  return classes.includes('box-warning') || classes.includes('box-editor');
}

/** On paper a link is its address: it is printed after the words, unless they are the address. */
function printAddresses(content: Element): void {
  visit(content, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || parent === undefined || index === undefined) return;
    const href = String(element.properties.href ?? '');
    const address = href.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '');
    if (href.startsWith('#') || href === '' || toText(element).includes(address)) return;
    parent.children.splice(index + 1, 0, h('span', { className: ['address'] }, ` (${address})`));
    return index + 2;
  });
}

/** A chapter alone cannot link to another: the link becomes words, and the other chapter is named. */
function unlinkOthers(content: Element, bodies: readonly Body[], self: Segment, words: Words): void {
  visit(content, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || parent === undefined || index === undefined) return;
    const other = bodies.find(
      ({ segment }) => segment.slug === slugOf(String(element.properties.href ?? '')),
    )?.segment;
    if (!other || other.slug === self.slug) return;
    const title = toText(element) === other.title ? [] : [` (${words.inFullEdition(other.title)})`];
    parent.children[index] = h('span', [...element.children, ...title]);
  });
}
