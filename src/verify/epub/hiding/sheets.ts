/** What style a file of an e-book has: its sheets, its style elements and attributes, taken apart to any depth. */

import type { CssNode } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { ident } from 'css-tree/utils';
import walk from 'css-tree/walker';
import { strFromU8 } from 'fflate';
import type { OpenPage } from '../page.ts';
import { resolveHref } from '../paths.ts';
import type { EpubFrame } from '../read.ts';
import { findAll, type Tag, textOf, tokens } from '../xml.ts';

/** The simple selectors that an element itself must meet; what they stand in is left out of account. */
export interface Subject {
  /** Absent for any. */
  readonly tag?: string;
  readonly classes: readonly string[];
  readonly id?: string;
  /** Types of elements that the selector has before it. */
  readonly around: readonly string[];
  /** The type of its parent, when the selector says so. */
  readonly parent?: string;
}

/** A declaration and the elements that it may be meant for. */
export interface Styled {
  readonly subjects: readonly Subject[];
  readonly property: string;
  readonly value: string;
  /** Path of the sheet or file, and the line. */
  readonly where: string;
}

/** The style of a file. */
export interface Style {
  readonly declarations: readonly Styled[];
  /** What nobody can judge: sheets that are not in the book, imports, fonts of its own. In words. */
  readonly unknown: readonly string[];
}

/** Sheets are parsed once for a book. */
export type SheetReader = (path: string) => Style;

export function openSheets({ archive }: EpubFrame): SheetReader {
  const known = new Map<string, Style>();
  return (path) => {
    const bytes = archive.texts.get(path);
    const read =
      known.get(path) ??
      (bytes
        ? parseSheet(strFromU8(bytes), path)
        : unknownStyle(`a style sheet, ${path}, that is not in it`));
    known.set(path, read);
    return read;
  };
}

/** Gathers the style of a file. */
export function readStyle({ tree, page: { path } }: OpenPage, readSheet: SheetReader): Style {
  const links = findAll(tree, 'link').filter((it) => tokens(it, 'rel').includes('stylesheet'));
  const linked = links.map(({ attributes }) => {
    const target = resolveHref(attributes.href ?? '', path);
    return target ? readSheet(target.path) : unknownStyle(`a style sheet, ${attributes.href}`);
  });
  const inner = findAll(tree, 'style').map((element) => parseSheet(textOf(element), path, element.line));
  const all = [...linked, ...inner];
  return {
    declarations: all.flatMap(({ declarations }) => declarations),
    unknown: all.flatMap(({ unknown }) => unknown),
  };
}

/** The declarations of a `style` attribute. */
export function readStyleAttribute({ attributes }: Tag): readonly (readonly [string, string])[] {
  if (attributes.style === undefined) return [];
  const found: (readonly [string, string])[] = [];
  walk(parse(attributes.style, { context: 'declarationList' }), {
    visit: 'Declaration',
    enter: ({ property, value }) => void found.push([property, generate(value)]),
  });
  return found;
}

function unknownStyle(what: string): Style {
  return { declarations: [], unknown: [what] };
}

/** @param firstLine of the text in its file */
function parseSheet(text: string, path: string, firstLine = 1): Style {
  const declarations: Styled[] = [];
  const unknown: string[] = [];
  const tree = parse(text, {
    parseRulePrelude: true,
    positions: true,
    onParseError: ({ message }) => unknown.push(`style in ${path} that cannot be read: ${message}`),
  });
  walk(tree, function (node) {
    const where = `${path}:${firstLine - 1 + (node.loc?.start.line ?? 1)}`;
    if (node.type === 'Atrule' && /^(?:import|font-face)$/i.test(node.name))
      unknown.push(`@${node.name} in ${where}`);
    if (node.type !== 'Declaration' || !this.rule) return;
    const subjects = listSubjects(this.rule.prelude);
    declarations.push({ subjects, property: node.property, value: generate(node.value), where });
  });
  return { declarations, unknown };
}

/** The last compound of each selector; a selector that cannot be read may be meant for anything. */
function listSubjects(prelude: CssNode): Subject[] {
  if (prelude.type !== 'SelectorList') return [{ classes: [], around: [] }];
  return prelude.children.toArray().map((selector) => {
    const parts = selector.type === 'Selector' ? selector.children.toArray() : [];
    const from = parts.findLastIndex(({ type }) => type === 'Combinator') + 1;
    const before = parts.slice(0, Math.max(0, from - 1));
    const around = before.flatMap((part) => (part.type === 'TypeSelector' ? [part.name.toLowerCase()] : []));
    const joint = parts[from - 1];
    const last = before.at(-1);
    const parent = joint?.type === 'Combinator' && joint.name === '>' && last?.type === 'TypeSelector';
    return { ...readCompound(parts.slice(from)), around, ...(parent && { parent: last.name.toLowerCase() }) };
  });
}

/** Pseudo-classes and attributes are taken to hold, which errs towards refusing. */
function readCompound(parts: readonly CssNode[]): Subject {
  let subject: Subject = { classes: [], around: [] };
  for (const part of parts) {
    if (part.type === 'TypeSelector' && part.name !== '*')
      subject = { ...subject, tag: ident.decode(part.name.replace(/^.*\|/, '')) };
    if (part.type === 'ClassSelector')
      subject = { ...subject, classes: [...subject.classes, ident.decode(part.name)] };
    if (part.type === 'IdSelector') subject = { ...subject, id: ident.decode(part.name) };
  }
  return subject;
}

/** Whether an element meets one of the subjects. */
export function isMeant(element: Tag, subjects: readonly Subject[]): boolean {
  return subjects.some(({ tag, classes, id }) => {
    if (tag !== undefined && tag !== '*' && tag.toLowerCase() !== element.name.toLowerCase()) return false;
    if (id !== undefined && id !== element.attributes.id) return false;
    return classes.every((name) => tokens(element, 'class').includes(name));
  });
}
