/** What a tree had before it was sanitised and lacks after: each element, attribute and class, told with its place. */
import type { Element, Root } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Position } from 'unist';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import { droppedWhole } from './safety.ts';

/** An element as it was before. */
export interface Trace {
  readonly tagName: string;
  /** The formula or drawing around it; absent elsewhere. */
  readonly inside: 'math' | 'svg' | undefined;
  /** Letters of a drawing; empty for others. */
  readonly letters: string;
  readonly properties: readonly string[];
  readonly classes: readonly string[];
  readonly position: Position | undefined;
}

/** An element that remembers its number from before sanitising, which keeps `data`. */
interface Traced {
  data?: { readonly trace?: number };
}

/** Notes down every element, and numbers them. */
export function trace(tree: Root): Trace[] {
  const traces: Trace[] = [];
  const roots = new Map<object, 'math' | 'svg'>();
  visit(tree, 'element', (element, _, parent) => {
    const { tagName } = element;
    const inside = parent && roots.get(parent);
    const root = inside ?? (tagName === 'math' || tagName === 'svg' ? tagName : undefined);
    if (root) roots.set(element, root);
    const letters = inside === 'svg' && tagName === 'text' ? toText(element).trim() : '';
    (element as Traced).data = { trace: traces.length };
    const properties = Object.keys(element.properties).filter(
      (name) => element.properties[name] !== undefined,
    );
    const classes = classesOf(element);
    traces.push({ tagName, inside, letters, properties, classes, position: element.position });
  });
  return traces;
}

/** Tells what is gone; takes the numbers off again. */
export function compare(traces: readonly Trace[], clean: Root, file: string): Message[] {
  const survivors = new Map<number, Element>();
  visit(clean, 'element', (element) => {
    const { data } = element as Traced;
    if (data?.trace !== undefined) survivors.set(data.trace, element);
    delete element.data;
  });
  return traces.flatMap((before, index) => {
    const after = survivors.get(index);
    if (!after) return [tellElement(before, file)];
    const lost = [...lostProperties(before, after), ...lostClasses(before, after)];
    return lost.map((name) => {
      const what = `${name} of <${before.tagName}>`;
      return createMessage('html-dropped', { what }, { file, place: before.position });
    });
  });
}

function lostProperties({ properties }: Trace, after: Element): string[] {
  return properties
    .filter((name) => name !== 'className' && after.properties[name] === undefined)
    .map((name) => `attribute ${name}`);
}

/** The sanitiser leaves an empty list behind, which would be printed as `class=""`. */
function lostClasses({ classes }: Trace, after: Element): string[] {
  const kept = classesOf(after);
  if (kept.length === 0) delete after.properties.className;
  return classes.filter((name) => !kept.includes(name)).map((name) => `class “${name}”`);
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

function tellElement({ tagName, inside, letters, position }: Trace, file: string): Message {
  const where = { file, place: position };
  if (letters !== '') return createMessage('image-text', { text: letters, url: '<svg>' }, where);
  const isWhole = inside === 'svg' || droppedWhole.includes(tagName);
  const what = `element <${tagName}>${isWhole ? ' with all that is in it' : ''}`;
  return createMessage(inside === 'math' ? 'formula-changed' : 'html-dropped', { what }, where);
}
