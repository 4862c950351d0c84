/**
 * Raw HTML in Markdown: parsed, then sanitised, and every element, attribute or comment that does not come
 * through is told with its place. Plain remark-rehype would drop it in silence, text and all.
 */
import type { Element, Root } from 'hast';
import type { Html } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Message, Segment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { droppedWhole, safeHtml } from './safety.ts';

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
  readonly position: Position | undefined;
}

/** An element that remembers its number from before sanitising, which keeps `data`. */
interface Traced {
  data?: { readonly trace?: number };
}

/** Parses the raw HTML in a tree and sanitises the whole. */
export function sanitise(tree: Root, segment: Segment, file: VFile): Sanitised {
  const written = findRawHtml(segment);
  const parsed = written.length > 0 ? htmlParser.runSync(tree, file) : tree;
  const unparsed = findUnparsed(written, parsed, segment.file);
  const traces = trace(parsed);
  const root = sanitiser.runSync(parsed);
  return {
    root,
    messages: [...unparsed, ...compare(traces, root, segment.file), ...findComments(written, segment.file)],
  };
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
    return startTags(node.value)
      .filter((name) => !take(parsed, name))
      .map((name) =>
        createMessage('html-dropped', { what: `element <${name}>` }, { file, place: node.position }),
      );
  });
}

function startTags(html: string): string[] {
  const bare = html.replace(/<!--[\s\S]*?-->/g, '').replace(/"[^"]*"|'[^']*'/g, '""');
  return [...bare.matchAll(/<([a-z][a-z0-9-]*)/gi)].map((match) => (match[1] ?? '').toLowerCase());
}

function take(names: string[], name: string): boolean {
  const index = names.indexOf(name);
  if (index < 0) return false;
  names.splice(index, 1);
  return true;
}

function trace(tree: Root): Trace[] {
  const traces: Trace[] = [];
  visit(tree, 'element', (element) => {
    (element as Traced).data = { trace: traces.length };
    const properties = Object.keys(element.properties).filter(
      (name) => element.properties[name] !== undefined,
    );
    traces.push({ tagName: element.tagName, properties, position: element.position });
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
    return before.properties
      .filter((name) => after.properties[name] === undefined)
      .map((name) =>
        createMessage(
          'html-dropped',
          { what: `attribute ${name} of <${before.tagName}>` },
          { file, place: before.position },
        ),
      );
  });
}

function tellElement({ tagName, position }: Trace, file: string): Message {
  const whole = droppedWhole.includes(tagName) ? ' with all that is in it' : '';
  return createMessage('html-dropped', { what: `element <${tagName}>${whole}` }, { file, place: position });
}

function findComments(written: readonly Html[], file: string): Message[] {
  return written
    .filter((node) => node.value.includes('<!--'))
    .map((node) => createMessage('html-comment', {}, { file, place: node.position }));
}
