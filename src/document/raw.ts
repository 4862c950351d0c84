/**
 * Raw HTML in Markdown: parsed, then sanitised, and every element, attribute or comment that does not come
 * through is told with its place. Plain remark-rehype would drop it in silence, text and all.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { Html } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import { findUnbalanced } from './balance.ts';
import { clearForeign } from './foreign/clear.ts';
import { findMangled } from './mangled.ts';
import { markdownOnly, safeHtml } from './safety.ts';
import { findDeclarations, findTags, hasComment } from './tags.ts';
import { compare, trace } from './traces.ts';

const htmlParser = unified().use(rehypeRaw);
const sanitiser = unified().use(rehypeSanitize, safeHtml);

/** A clean tree, and what was dropped on the way. */
export interface Sanitised {
  readonly root: Root;
  readonly messages: readonly Message[];
}

/** Parses the raw HTML in a tree and sanitises the whole. */
export function sanitise(tree: Root, segment: ParsedSegment, file: VFile): Sanitised {
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
  clearForeign(tree);
  const root = sanitiser.runSync(tree);
  return { root, messages: compare(traces, root, file) };
}

function findRawHtml(segment: ParsedSegment): Html[] {
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
    if (offset !== undefined) {
      const names = starts.get(offset) ?? [];
      starts.set(offset, [...names, element.tagName.toLowerCase()]);
    }
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
