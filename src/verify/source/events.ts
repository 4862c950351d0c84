/**
 * A segment as one row of events, whether it is written in Markdown or in HTML: a table may be either, and one that is
 * written as HTML has Markdown in its cells.
 */
import type { Link, LinkReference, Nodes, Parents, Root } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Point } from 'unist';
import { barePart, flattenPhrase, linkGap, type Part } from '../phrase.ts';
import { decodeEntities, RawText } from '../raw-text.ts';

/** Attributes of a start tag by their names in lower case. */
export type Attributes = Readonly<Record<string, string>>;

/** Hears a segment in the order in which it is written. */
export interface EventListener {
  /** A paragraph, heading, cell, code block or block of HTML begins. */
  beginBlock(at: Point | undefined, isNote: boolean): void;
  open(name: string, attributes: Attributes, at: Point | undefined): void;
  close(name: string): void;
  /** What is shown, or may be added. */
  add(part: Part): void;
  /** Text that is heard and not seen: of the title of a drawing. */
  whisper(text: string): void;
  /** A picture in a file. */
  show(picture: FilePicture, at: Point | undefined): void;
  /** A box with a label of the edition's. */
  label(): void;
}

/** A picture as Markdown names it. */
export interface FilePicture {
  /** In the content folder. */
  readonly path: string;
  readonly alt: string;
  readonly title: string;
}

/** Tells a segment; blocks without pictures and HTML, outside of tables, are left out. */
export function tellEvents(root: Root, listener: EventListener): void {
  new Teller(root, listener).visitAll(root.children);
}

const tag = /<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Elements that end with their start tag in HTML. */
const empty = /^(?:br|hr|img|input|wbr|col|area|link|meta|source|track)$/;

class Teller {
  readonly #listener: EventListener;
  readonly #definitions = new Map<string, { readonly url: string; readonly title: string }>();
  readonly #raw = new RawText();
  /** Tables written as HTML that are open. */
  #tables = 0;
  #isNote = false;

  constructor(root: Root, listener: EventListener) {
    this.#listener = listener;
    this.#define(root);
  }

  #define(node: Nodes): void {
    if (node.type === 'definition' && !this.#definitions.has(node.identifier))
      this.#definitions.set(node.identifier, { url: node.url, title: node.title ?? '' });
    else if ('children' in node) for (const child of node.children) this.#define(child);
  }

  visitAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#visit(node);
  }

  #visit(node: Nodes): void {
    if (node.type === 'table') this.#visitTable(node);
    else if (node.type === 'paragraph' || node.type === 'heading') this.#visitBlock(node);
    else if (node.type === 'html')
      this.#beginAnd(node, () => this.#readHtml(node.value, node.position?.start));
    else if (node.type === 'code') this.#beginAnd(node, () => this.#say(node.value));
    else if (node.type === 'footnoteDefinition') this.#visitNote(node.children);
    else if ('children' in node) {
      if (node.type === 'containerDirective') this.#listener.label();
      this.visitAll(node.children as Nodes[]);
    }
  }

  #beginAnd(node: Nodes, tell: () => void): void {
    this.#raw.beginBlock();
    this.#listener.beginBlock(node.position?.start, this.#isNote);
    tell();
  }

  #visitNote(children: readonly Nodes[]): void {
    this.#isNote = true;
    this.visitAll(children);
    this.#isNote = false;
  }

  #visitBlock(node: Parents): void {
    if (this.#tables > 0 || holds(node)) this.#beginAnd(node, () => this.#visitInline(node.children));
  }

  #visitTable({ children, position }: Extract<Nodes, { type: 'table' }>): void {
    this.#listener.open('table', {}, position?.start);
    for (const [index, row] of children.entries()) {
      if (index < 2) this.#listener.open(index === 0 ? 'thead' : 'tbody', {}, row.position?.start);
      this.#listener.open('tr', {}, row.position?.start);
      for (const cell of row.children) this.#visitCell(cell, index === 0 ? 'th' : 'td');
    }
    this.#listener.close('table');
  }

  #visitCell(cell: Extract<Nodes, { type: 'tableCell' }>, name: string): void {
    this.#listener.open(name, {}, cell.position?.start);
    if (holds(cell)) this.#beginAnd(cell, () => this.#visitInline(cell.children));
    else
      for (const part of flattenPhrase(cell.children, this.#raw, false, this.#definitions))
        this.#listener.add(part);
    this.#listener.close(name);
  }

  #visitInline(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#visitPhrasing(node);
  }

  #visitPhrasing(node: Nodes): void {
    const at = node.position?.start;
    if (node.type === 'html') this.#readHtml(node.value, at);
    else if (node.type === 'image')
      this.#listener.show({ path: node.url, alt: node.alt ?? '', title: node.title ?? '' }, at);
    else if (node.type === 'imageReference') {
      const { url = '', title = '' } = this.#definitions.get(node.identifier) ?? {};
      this.#listener.show({ path: url, alt: node.alt ?? '', title }, at);
    } else if (node.type === 'footnoteReference') this.#listener.add(barePart('', { kind: 'note' }));
    else if ('children' in node) {
      this.#visitInline(node.children as Nodes[]);
      if (node.type === 'link' || node.type === 'linkReference')
        this.#listener.add(barePart('', linkGap(this.#addressOf(node))));
    } else if ('value' in node) this.#say(node.value);
  }

  #addressOf(link: Link | LinkReference): string {
    return link.type === 'link' ? link.url : (this.#definitions.get(link.identifier)?.url ?? '');
  }

  #say(text: string): void {
    if (this.#raw.isHidden) this.#listener.whisper(text);
    else this.#listener.add(barePart(text));
  }

  #readHtml(html: string, at: Point | undefined): void {
    const bare = html
      .replace(/<!--[\s\S]*?-->/g, keepLines)
      .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, keepLines);
    let last = 0;
    let line = at?.line ?? 0;
    for (const { 0: whole, 1: slash, 2: name = '', 3: rest = '', index } of bare.matchAll(tag)) {
      this.#readText(bare.slice(last, index));
      line += countLines(bare.slice(last, index));
      last = index + whole.length;
      this.#readText(whole);
      this.#readTag(name.toLowerCase(), slash === '/', rest, at && { ...at, line });
      line += countLines(whole);
    }
    this.#readText(bare.slice(last));
  }

  /** Tags have no text, but for the sign of a root. */
  #readText(html: string): void {
    if (html === '') return;
    if (this.#raw.isHidden && !html.startsWith('<')) this.#listener.whisper(decodeEntities(html));
    const part = barePart(this.#raw.read(html));
    if (part.text !== '') this.#listener.add(part);
  }

  #readTag(name: string, isEnd: boolean, rest: string, at: Point | undefined): void {
    if (name === 'table') this.#tables = Math.max(0, this.#tables + (isEnd ? -1 : 1));
    if (!isEnd) this.#listener.open(name, readAttributes(rest), at);
    if (isEnd || rest.endsWith('/') || empty.test(name)) this.#listener.close(name);
  }
}

const keepLines = (text: string) => text.replace(/[^\n]/g, '');
const countLines = (text: string) => text.length - text.replaceAll('\n', '').length;

function holds(node: Parents): boolean {
  return (node.children as Nodes[]).some(
    (child) =>
      child.type === 'html' ||
      child.type === 'image' ||
      child.type === 'imageReference' ||
      ('children' in child && holds(child as Parents)),
  );
}

function readAttributes(text: string): Attributes {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of text.matchAll(attribute))
    found[name.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? '');
  return found;
}
