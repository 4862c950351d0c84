/** The structure tree of one page, written down in reading order. */
import type { PdfDict } from '@libpdf/core';
import { fold } from '../fold.ts';
import type { Origin, Scribe, Span } from '../transcript.ts';
import { type Ends, Joiner } from './gaps.ts';
import type { TextById } from './marked-text.ts';

/** A node as `getStructTree` gives it: an element with a role, or a leaf that names marked content. */
export interface StructureNode {
  readonly role?: string;
  /** The element itself. */
  readonly dict?: PdfDict;
  readonly children?: readonly StructureNode[];
  readonly type?: string;
  readonly id?: string;
  readonly lang?: string;
  /** A text that is read out in place of its content (14.9.3 and 14.9.4). */
  readonly substitute?: string;
  /** What later pages have of a cell that begins on this one. */
  readonly rest?: readonly StructureNode[];
  /** The cell where it begins, on an earlier page, if this is what a later page has of it. */
  readonly again?: StructureNode;
  /** Whether it stands at the top of its table on both pages. */
  readonly isInHead?: boolean;
}

/** Roles whose text is a block of its own. Everything else flows on in the text around it. */
const blockRoles: ReadonlySet<string> = new Set(
  'P H H1 H2 H3 H4 H5 H6 L LI LBody Table THead TBody TFoot TR TH TD BlockQuote Aside Div Sect Art Part Caption TOC TOCI Note Figure'.split(
    ' ',
  ),
);

/** Roles that only group blocks. Chromium writes NonStruct for `section` and for runs of text alike. */
const groupRoles: ReadonlySet<string> = new Set(
  'Root Document Sect Art Part Div Aside BlockQuote L Table THead TBody TFoot TR NonStruct'.split(' '),
);

/** Where the text of an element stands. */
export interface ElementPlace extends Span {
  /** The first one. */
  readonly page: number;
}

/** Elements whose place is asked for. */
const placedRoles: ReadonlySet<string> = new Set(['Figure', 'Table', 'TH', 'TD']);

/** What is around a text. */
interface Around extends Origin {
  readonly isFormula?: boolean | undefined;
}

/** Tall brackets are drawn in parts, from the top down (Unicode Standard 17, 22.7.4). */
const bracketParts: Readonly<Record<string, string>> = {
  '\u239b': '(',
  '\u239e': ')',
  '\u23a1': '[',
  '\u23a4': ']',
  '\u23a7': '{',
  '\u23ab': '}',
};

function joinBrackets(text: string): string {
  return text.replace(/[\u239b-\u23ad]/g, (part) => bracketParts[part] ?? '');
}

/**
 * Writes the text of a page's structure tree. A cell that goes on is written with its rest on later pages, which
 * is not written again there: the other cells of its row stand between. A head that is repeated is written once.
 * @param ends where texts begin and end; without it what is between two texts is not known, and nothing is written there
 * @param places grows by those of tables, cells and figures
 */
export function writeStructure(
  root: StructureNode,
  texts: TextById,
  page: number,
  scribe: Scribe,
  ends?: ReadonlyMap<string, Ends>,
  places?: Map<PdfDict, ElementPlace>,
): void {
  const holders = findBlockHolders(root);
  const { breakBlock, writeLeaf } = openLine(texts, page, scribe, ends);
  breakBlock();
  writeElement(root, {});

  function writeElement(node: StructureNode, around: Around): void {
    if (node.role === 'Lbl') scribe.mark(textBelow(node, texts).trim());
    if (node.role === 'Lbl' || node.again) return;
    const start = scribe.position();
    writeChildren(node, around);
    for (const rest of node.rest ?? []) if (!isRepetition(rest, texts)) writeChildren(rest, around);
    if (places) notePlace(node, { page, start, end: scribe.position() }, places);
  }

  function writeChildren(node: StructureNode, around: Around): void {
    const groups = groupRoles.has(node.role ?? '') && holders.has(node);
    for (const child of node.children ?? []) {
      const picture = child.role === 'Figure' && around.level !== undefined; // flows on in its heading
      const apart = !picture && (groups || isBlock(child) || holders.has(child));
      if (apart) breakBlock();
      if (child.role === undefined) writeLeaf(child, around);
      else writeElement(child, originOf(child, around));
      if (apart) breakBlock();
    }
  }
}

/** Writes leaf after leaf, with what is between them. */
function openLine(texts: TextById, page: number, scribe: Scribe, ends?: ReadonlyMap<string, Ends>) {
  const joiner = new Joiner();
  return {
    breakBlock: (): void => {
      scribe.breakBlock();
      joiner.restart();
    },
    writeLeaf: ({ id = '' }: StructureNode, { isFormula, ...around }: Around): void => {
      const own = texts.get(id);
      if (own === undefined) return;
      const text = joiner.add(own, ends?.get(id) ?? nowhere);
      scribe.write(isFormula ? joinBrackets(text) : text, page, { ...around, source: id });
    },
  };
}

const nowhere: Ends = {};

/** A table goes on from page to page. */
function notePlace(
  { dict, role = '' }: StructureNode,
  place: ElementPlace,
  places: Map<PdfDict, ElementPlace>,
): void {
  if (dict && placedRoles.has(role)) places.set(dict, { ...place, ...places.get(dict), end: place.end });
}

function isBlock(node: StructureNode): boolean {
  return blockRoles.has(node.role ?? '');
}

function originOf(node: StructureNode, { level, isCell, isCode, isFormula }: Around): Around {
  return {
    level: levelOf(node) ?? level,
    isCell: isCell || node.role === 'TH' || node.role === 'TD',
    isCode: isCode || node.role === 'Code',
    isFormula: isFormula || node.role === 'Formula',
  };
}

function levelOf(node: StructureNode): number | undefined {
  const [, digit] = /^H([1-6])$/.exec(node.role ?? '') ?? [];
  return digit === undefined ? undefined : Number(digit);
}

/** The elements that hold a block at any depth. A picture is none to the words beside it: its link goes on in their line. */
function findBlockHolders(root: StructureNode): ReadonlySet<StructureNode> {
  const holders = new Set<StructureNode>();
  mark(root);
  return holders;

  function mark(node: StructureNode): boolean {
    let holds = false;
    for (const child of node.children ?? [])
      holds = mark(child) || (isBlock(child) && child.role !== 'Figure') || holds;
    if (holds) holders.add(node);
    return holds;
  }
}

/** Whether a page shows a cell in the head of a table once more, word by word. What says anything else is no repetition. */
export function isRepetition(node: StructureNode, texts: TextById): boolean {
  if (!node.again || node.isInHead !== true) return false;
  return fold(textBelow(node, texts)) === fold(textBelow(node.again, texts));
}

/** The text of an element. */
export function textBelow(node: StructureNode, texts: TextById): string {
  if (node.role === undefined) return texts.get(node.id ?? '') ?? '';
  return (node.children ?? []).map((child) => textBelow(child, texts)).join('');
}
