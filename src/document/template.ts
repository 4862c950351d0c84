/** Templates are plain HTML with `<slot name="…">`; a slot is filled with nodes, never with strings. */
import type { Element, ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What goes into each slot. An empty list takes the slot out; a missing name is our own fault. */
export type Slots = Readonly<Record<string, readonly ElementContent[]>>;

const parser = unified().use(rehypeParse);
const parsed = new Map<string, Root>();

/** What stands in the head of a document. */
export interface Head {
  /** BCP 47, set on the root element. */
  readonly lang: string;
  readonly title: string;
}

/**
 * Fills a template.
 * @throws TypeError when the template names a slot that is not given
 */
export function fillTemplate(template: string, head: Head, slots: Slots): Root {
  const tree = structuredClone(parse(template));
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'html') element.properties.lang = head.lang;
    if (element.tagName === 'title') element.children = [{ type: 'text', value: head.title }];
    if (element.tagName !== 'slot' || parent === undefined || index === undefined) return;
    const nodes = contentOf(element, slots);
    (parent.children as ElementContent[]).splice(index, 1, ...nodes);
    return index + nodes.length;
  });
  return tree;
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
