/** An element of the structure tree. */
import type { PdfDict } from '@libpdf/core';
import type { Mapping } from './roles.ts';

/** Marked content that an element names (ISO 32000-1, 14.7.4.2). */
export interface ContentReference {
  /** Number of the object whose stream holds it: a page or a form. */
  readonly holder: number;
  readonly mcid: number;
}

/** An element of the structure tree (ISO 32000-1, 14.7.2). */
export interface Element {
  readonly dict: PdfDict;
  /** As written in the file. */
  readonly type: string;
  readonly mapping: Mapping;
  /** The standard type it stands for, or its own type. */
  readonly role: string;
  readonly parent: Element | undefined;
  readonly children: Element[];
  readonly contents: ContentReference[];
  /** Numbers of the objects, such as annotations, that it refers to. */
  readonly objects: number[];
  /** In words, for messages. */
  readonly where: string;
  /** Nearest `Lang` at or above it. */
  readonly language: string | undefined;
}

/** Types that only group: a table's row in a `NonStruct` is still the table's row. */
const transparent: ReadonlySet<string> = new Set(['NonStruct', 'Div', 'Part']);

/** The children that matter for the shape of lists and tables. */
export function childrenOf(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (transparent.has(child.role) ? childrenOf(child) : [child]));
}

/** Role of the nearest element above that matters; undefined at the top. */
export function parentRole({ parent }: Element): string | undefined {
  let above = parent;
  while (above && transparent.has(above.role)) above = above.parent;
  return above?.role;
}
