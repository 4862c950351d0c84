/** XML as a tree, for files that are small and must be well-formed. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The start tag of an element, with its attributes by their names as written (`epub:type`). */
export interface Tag {
  /** Without prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where it begins, from 1. */
  readonly line: number;
  readonly column: number;
}

/** An element and all that is in it. */
export interface XmlElement extends Tag {
  readonly children: readonly (XmlElement | string)[];
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Most elements have no attributes: they share these. */
const noAttributes: Readonly<Record<string, string>> = {};
const none: readonly string[] = [];

type Growing = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Growing | string)[];
  line: number;
  column: number;
};

/** Parses a file. Throws with line and column when it is not UTF-8 or not well-formed. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decoder.decode(bytes);
  const parser = new SaxesParser({ xmlns: true });
  let start = { line: 1, column: 1 };
  const endOf = measureLines(text);
  const top: Growing = { name: '', attributes: {}, children: [], ...start };
  const open: Growing[] = [top];
  const add = (child: Growing | string): void => void open.at(-1)?.children.push(child);
  parser.on('error', (error) => {
    throw error;
  });
  // The name has just been read, and the one character behind it, perhaps a line end.
  parser.on('opentagstart', ({ name }) => {
    const line = parser.column > 0 ? parser.line : parser.line - 1;
    const behind = parser.column > 0 ? parser.column : endOf(line);
    start = { line, column: behind - name.length - 1 };
  });
  parser.on('opentag', (tag) => {
    const element: Growing = { name: tag.local, attributes: readAttributes(tag), children: [], ...start };
    add(element);
    open.push(element);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Error('its DOCTYPE has declarations of its own');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target !== 'xml') throw new Error(`it has a processing instruction, <?${target}?>`);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('no element in the file');
  return root;
}

/** Columns behind the last character of each line, from 1; counted when first asked. */
function measureLines(text: string): (line: number) => number {
  let lines: readonly string[] | undefined;
  return (line) => {
    lines ??= text.split('\n');
    return (lines[line - 1]?.length ?? 0) + 1;
  };
}

function readAttributes({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
  const all = Object.values(attributes);
  return all.length === 0 ? noAttributes : Object.fromEntries(all.map((it) => [it.name, detach(it.value)]));
}

/** A copy: what is cut from a text, of more than a dozen characters, holds the whole of it in memory. */
export function detach(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Calls `see` with an element and all below it, in document order. */
export function walk(element: XmlElement, see: (element: XmlElement) => void): void {
  see(element);
  for (const child of element.children) if (typeof child !== 'string') walk(child, see);
}

/** An element and all below it, in document order. */
export function listElements(element: XmlElement): XmlElement[] {
  const all: XmlElement[] = [];
  walk(element, (it) => void all.push(it));
  return all;
}

/** All elements of a name, the element itself included, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  walk(element, (it) => {
    if (it.name === name) found.push(it);
  });
  return found;
}

/** The first element of a name. */
export function findFirst(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : findFirst(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The text of an element and all below it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The words of an attribute: `role="doc-notice note"` has two. */
export function tokens({ attributes }: Tag, attribute: string): readonly string[] {
  const value = attributes[attribute];
  return value === undefined ? none : value.split(/\s+/).filter((token) => token !== '');
}
