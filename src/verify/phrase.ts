/** The text of a source block as it must be found: literal parts with places where print may add something. */
import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { foldAddress, withoutScheme } from './address.ts';
import { fold } from './fold.ts';
import { RawText } from './raw-text.ts';
import { foldWords, joinSpaced, lineEnd, mayBreak, type Spaced, unclear, unspaced } from './spacing.ts';

/** What an edition may add between two parts of a block. */
export type Gap =
  | { readonly kind: 'none' }
  /** A footnote's number or sign. */
  | { readonly kind: 'note' }
  /** The address of a link, or the page that it leads to; whether the words of the link say the address. */
  | { readonly kind: 'link'; readonly url: string; readonly isSaid: boolean };

/** A literal text, folded, where it has white space, and what may stand behind it. */
export interface Part extends Spaced {
  readonly after: Gap;
}

/** A block's text. Empty when the block shows no text. */
export type Phrase = readonly Part[];

const none: Gap = { kind: 'none' };

/** A part as it is written. */
interface Piece {
  readonly raw: string;
  readonly after: Gap;
}

/** Phrasing content on its way to a phrase. */
interface Draft {
  readonly pieces: Piece[];
  readonly raw: RawText;
  /** In a cell of a table links and code may be broken between any two letters. */
  readonly isCell: boolean;
  readonly definitions: Definitions;
}

/** Definitions of links by their identifiers. */
export type Definitions = ReadonlyMap<string, { readonly url: string }>;

const noDefinitions: Definitions = new Map();

/** Flattens phrasing content. Images, drawings and comments show no text and give none. */
export function flattenPhrase(
  nodes: readonly Nodes[],
  raw = new RawText(),
  isCell = false,
  definitions = noDefinitions,
): Phrase {
  const draft: Draft = { pieces: [], raw, isCell, definitions };
  raw.beginBlock();
  for (const node of nodes) collect(node, draft);
  return join(draft.pieces);
}

/** A phrase of one literal part. */
export function literalPhrase(text: string): Phrase {
  return join([{ raw: text, after: none }]);
}

/** A part of a phrase that is compared without its white space: that of its block is compared already. */
export function barePart(raw: string, after: Gap = none): Part {
  return { text: fold(raw), spacing: '', after };
}

/** Phrases that are looked for as one, with white space between them. */
export function joinPhrases(phrases: readonly Phrase[]): Phrase {
  const between = { ...foldWords(lineEnd), after: none };
  return joinParts(phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase])));
}

/** Joins neighbouring literals, so that only real gaps part them. */
export function joinParts(parts: readonly Part[]): Phrase {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.after.kind === 'none') joined[joined.length - 1] = { ...part, ...joinSpaced(last, part) };
    else joined.push(part);
  }
  return joined.filter((part) => part.text !== '' || part.after.kind !== 'none');
}

/** What may stand behind a link. @param words of the link */
export function linkGap(address: string, words = ''): Gap {
  const url = foldAddress(address);
  return { kind: 'link', url, isSaid: fold(words).includes(withoutScheme(url)) };
}

/** The phrase without what may be added. */
export function textOf(phrase: Phrase): string {
  return phrase.map((part) => part.text).join('');
}

/** Whether nothing but links without words is in it, as around a picture: paper shows their addresses, a screen nothing. */
export function isBare(phrase: Phrase): boolean {
  return phrase.length > 0 && phrase.every(({ text, after }) => text === '' && after.kind !== 'note');
}

function collect(node: Nodes, draft: Draft): void {
  const { raw } = draft;
  const add = (text: string) => draft.pieces.push({ raw: text, after: none });
  if (node.type === 'html') add(raw.read(node.value));
  else if (raw.isHidden) return;
  else if (node.type === 'footnoteReference') draft.pieces.push({ raw: '', after: { kind: 'note' } });
  else if (node.type === 'link') collectLink(node.children, node.url, draft);
  else if (node.type === 'linkReference')
    collectLink(node.children, draft.definitions.get(node.identifier)?.url ?? '', draft);
  else if (node.type === 'break') add(lineEnd);
  else if (node.type === 'image' || node.type === 'imageReference') add(unclear);
  else if (node.type === 'inlineCode' && draft.isCell) add(mayBreak(node.value));
  else if ('children' in node) for (const child of (node as Parents).children) collect(child, draft);
  else if ('value' in node) add(raw.isFormula ? node.value.trim() : node.value);
}

function collectLink(children: readonly PhrasingContent[], url: string, draft: Draft): void {
  const first = draft.pieces.length;
  for (const child of children) collect(child, draft);
  if (draft.isCell)
    for (const [index, piece] of draft.pieces.entries())
      if (index >= first) draft.pieces[index] = { ...piece, raw: mayBreak(piece.raw) };
  const words = draft.pieces.slice(first).map((piece) => piece.raw);
  draft.pieces.push({ raw: '', after: linkGap(url, words.join('')) });
}

/** Joins neighbouring literals, so that only real gaps part them. */
function join(pieces: readonly Piece[]): Phrase {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.after.kind === 'none') joined[joined.length - 1] = { ...piece, raw: last.raw + piece.raw };
    else joined.push(piece);
  }
  return joined
    .map(({ raw, after }): Part => ({ ...foldWords(withoutLineEnds(raw)), after }))
    .filter((part) => part.text !== '' || part.after.kind !== 'none');
}

const unspacedLine = new RegExp(`(?<=${unspaced.source})\\s*\\n\\s*|\\s*\\n\\s*(?=${unspaced.source})`, 'gu');

/** Beside scripts without spaces, a line end of the source may be shown as a space or as nothing. */
function withoutLineEnds(raw: string): string {
  return raw.includes('\n') && unspaced.test(raw) ? raw.replace(unspacedLine, unclear) : raw;
}
