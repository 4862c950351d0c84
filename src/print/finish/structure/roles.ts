/** Structure types: every one is a type of PDF 1.7 or mapped to one (ISO 14289-1, 7.1; ISO 32000-1, 14.7.3 and 14.8.4). */
import { PDFDict, PDFName } from '../../pdf-lib.ts';
import type { Element, StructureTree } from './tree.ts';

const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/**
 * Types of PDF 2.0 that Chromium writes. An aside is a Div, as readers speak its content in place: a Note would be
 * spoken as the footnote of a text that refers to it, and needs an ID (ISO 14289-1, 7.9).
 */
const known: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Aside: 'Div',
  DocumentFragment: 'Div',
  Title: 'P',
  Sub: 'Span',
  FENote: 'Note',
};

const blocks = new Set('Part Art Sect Div BlockQuote Caption P H H1 H2 H3 H4 H5 H6 L Table'.split(' '));

/** Maps every type that is not standard, also one that a later Chromium may write. */
export function mapRoles(tree: StructureTree, elements: readonly Element[]): void {
  const map = tree.root.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? tree.context.obj({});
  for (const { dict } of elements) {
    const role = tree.role(dict);
    if (standard.has(role) || map.has(PDFName.of(role))) continue;
    map.set(PDFName.of(role), PDFName.of(known[role] ?? guess(tree, elements, role)));
  }
  if (map.keys().length > 0) tree.root.set(PDFName.of('RoleMap'), map);
}

/** A type that holds a block anywhere is a block. */
function guess(tree: StructureTree, elements: readonly Element[], role: string): string {
  const own = elements.filter(({ dict }) => tree.role(dict) === role);
  const holdsBlock = own.some(({ dict }) => tree.kids(dict).some((kid) => blocks.has(tree.roleOf(kid))));
  return holdsBlock ? 'Div' : 'Span';
}
