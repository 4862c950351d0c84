/**
 * Raw HTML in Markdown: parsed, then sanitised, and every element, attribute or comment that does not come
 * through is told with its place. Plain remark-rehype would drop it in silence, text and all.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { Html } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Message, Segment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { findUnbalanced } from './balance.ts';
import { findMangled } from './mangled.ts';
import { droppedWhole, markdownOnly, safeHtml } from './safety.ts';
import { findDeclarations, findTags, hasComment } from './tags.ts';

const htmlParser = unified().use(rehypeRaw);
const sanitiser = unified().use(rehypeSanitize, safeHtml);

/** A clean tree, and what was dropped on the way. */
export interface Sanitised {
  readonly root: Root;
  readonly messages: readonly Message[];
}

interface Trace {
  readonly tagName: string;
  readonly properties: readonly string[];
  readonly classes: readonly string[];
  readonly position: Position | undefined;
}

/** An element that remembers its number from before sanitising, which keeps `data`. */
interface Traced {
  data?: { readonly trace?: number };
}

/** Parses the raw HTML in a tree and sanitises the whole. */
export function sanitise(tree: Root, segment: Segment, file: VFile): Sanitised {
  const written = findRawHtml(segment);
  if (written.length === 0) return clean(tree, segment.file);
  const parsed = htmlParser.runSync(structuredClone(tree), file);
  const unparsed = findUnparsed(written, parsed, segment.file);
  const imitations = refuseImitations(written, parsed, segment.file);
  const { root, messages } = clean(parsed, segment.file);
  return {
    root,
    messages: [
      ...findUnbalanced(written, segment.file),
      ...findMangled(tree, root, segment.file),
      ...unparsed,
      ...imitations,
      ...messages,
      ...findUnprinted(written, segment.file),
    ],
  };
}

function clean(tree: Root, file: string): Sanitised {
  const traces = trace(tree);
  const root = sanitiser.runSync(tree);
  return { root, messages: compare(traces, root, file) };
}

function findRawHtml(segment: Segment): Html[] {
  const found: Html[] = [];
  visit(segment.root, 'html', (node) => {
    found.push(node);
  });
  return found;
}

/** Start tags that the HTML parser itself ignored: a cell outside a table, a second body. */
function findUnparsed(written: readonly Html[], tree: Root, file: string): Message[] {
  const starts = new Map<number, string[]>();
  visit(tree, 'element', (element) => {
    const offset = element.position?.start.offset;
    if (offset !== undefined) starts.set(offset, [...(starts.get(offset) ?? []), element.tagName]);
  });
  return written.flatMap((node) => {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    const parsed = [...starts]
      .filter(([offset]) => offset >= from && offset < to)
      .flatMap(([, names]) => names);
    return findTags(node.value)
      .filter(({ name, kind }) => kind === 'start' && !take(parsed, name))
      .map(({ name }) =>
        createMessage('html-dropped', { what: `element <${name}>` }, { file, place: node.position }),
      );
  });
}

function take(names: string[], name: string): boolean {
  const index = names.indexOf(name);
  if (index < 0) return false;
  names.splice(index, 1);
  return true;
}

/** Takes out pictures and check boxes written as HTML, and makes headings written as HTML plain text. */
function refuseImitations(written: readonly Html[], tree: Root, file: string): Message[] {
  const messages: Message[] = [];
  visit(tree, 'element', (element, index, parent) => {
    const instead = markdownOnly[element.tagName];
    if (instead === undefined || parent === undefined || index === undefined) return;
    if (!written.some((node) => isIn(element, node))) return;
    const what = `element <${element.tagName}>; write ${instead}`;
    messages.push(createMessage('html-dropped', { what }, { file, place: element.position }));
    (parent.children as ElementContent[]).splice(index, 1, ...element.children);
    return index;
  });
  return messages;
}

function isIn({ position }: Element, node: Html): boolean {
  const at = position?.start.offset;
  const { start, end } = node.position ?? {};
  return at !== undefined && at >= (start?.offset ?? 0) && at < (end?.offset ?? 0);
}

function trace(tree: Root): Trace[] {
  const traces: Trace[] = [];
  visit(tree, 'element', (element) => {
    (element as Traced).data = { trace: traces.length };
    const properties = Object.keys(element.properties).filter(
      (name) => element.properties[name] !== undefined,
    );
    const classes = classesOf(element);
    traces.push({ tagName: element.tagName, properties, classes, position: element.position });
  });
  return traces;
}

function compare(traces: readonly Trace[], clean: Root, file: string): Message[] {
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

function tellElement({ tagName, position }: Trace, file: string): Message {
  const whole = droppedWhole.includes(tagName) ? ' with all that is in it' : '';
  return createMessage('html-dropped', { what: `element <${tagName}>${whole}` }, { file, place: position });
}

function findUnprinted(written: readonly Html[], file: string): Message[] {
  return written.flatMap((node) => {
    const where = { file, place: node.position };
    const comment = hasComment(node.value) ? [createMessage('html-comment', {}, where)] : [];
    const declarations = findDeclarations(node.value).map((what) =>
      createMessage('html-dropped', { what }, where),
    );
    return [...comment, ...declarations];
  });
}
