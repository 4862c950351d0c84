/** Templates are plain HTML with `<slot name="…">`; a slot is filled with nodes, never with strings. */
import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from '../visit.ts';
import { isolatePhrases, isolateStretches } from './isolate.ts';

/** What goes into each slot. An empty list takes the slot out; a missing name is our own fault. */
export type Slots = Readonly<Record<string, readonly ElementContent[]>>;

const parser = unified().use(rehypeParse);
const parsed = new Map<string, Root>();

/** What stands in the head of a document. */
export interface Head {
  /** BCP 47, set on the root element. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
}

/**
 * Fills a template.
 * @throws TypeError when the template names a slot that is not given
 */
export function fillTemplate(template: string, head: Head, slots: Slots): Root {
  const tree = structuredClone(parse(template));
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'html') setLanguage(element, head);
    if (element.tagName === 'title') element.children = [{ type: 'text', value: head.title }];
    if (element.tagName !== 'slot' || parent === undefined || index === undefined) return;
    const nodes = contentOf(element, slots);
    (parent.children as ElementContent[]).splice(index, 1, ...nodes);
    return index + nodes.length;
  });
  if (head.dir === 'rtl') isolateStretches(tree, head.lang);
  else isolatePhrases(tree);
  return tree;
}

/** Left to right needs no saying. */
function setLanguage({ properties }: Element, { lang, dir }: Head): void {
  properties.lang = lang;
  if (dir === 'rtl') properties.dir = dir;
}

function parse(template: string): Root {
  const known = parsed.get(template) ?? withoutPositions(parser.parse(template));
  parsed.set(template, known);
  return known;
}

function withoutPositions(tree: Root): Root {
  visit(tree, (node) => {
    delete node.position;
  });
  return tree;
}

function contentOf(slot: Element, slots: Slots): readonly ElementContent[] {
  const name = String(slot.properties.name);
  const nodes = slots[name];
  if (!nodes) throw new TypeError(`The template names a slot "${name}" that nothing fills`);
  return nodes;
}
