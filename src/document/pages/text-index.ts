/** The text of an XHTML file as one folded string, each character of which can be found again in the tree. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { foldText } from './fold.ts';

/** As the press writes a picture. */
const picture = '\uFFFC';
/** What shows no text. */
const silent: ReadonlySet<string> = new Set(['head', 'script', 'style', 'template']);

/** A piece of text, or a picture. */
export interface Piece {
  readonly node: Text | Element;
  /** The elements around it, the outermost first. */
  readonly above: readonly Element[];
  /** Of its first folded character. */
  readonly start: number;
}

export interface TextIndex {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
}

/** Reads what is in the body. */
export function indexText(root: Root): TextIndex {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (node: Text | Element, above: readonly Element[], text: string) => {
    if (text === '') return;
    pieces.push({ node, above, start: length });
    parts.push(text);
    length += text.length;
  };
  const walk = (node: Root | ElementContent | Root['children'][number], above: readonly Element[]): void => {
    if (node.type === 'text') add(node, above, foldText(node.value));
    if (node.type === 'root') for (const child of node.children) walk(child, above);
    if (node.type !== 'element' || silent.has(node.tagName)) return;
    if (isPicture(node)) add(node, above, picture);
    else if (node.tagName !== 'svg') for (const child of node.children) walk(child, [...above, node]);
  };
  walk(root, []);
  return { text: parts.join(''), pieces };
}

function isPicture({ tagName, properties }: Element): boolean {
  return (tagName === 'svg' && !properties.ariaHidden) || (tagName === 'img' && properties.alt !== '');
}

/** The piece that holds a character; undefined beyond the end. */
export function findPiece({ pieces, text }: TextIndex, at: number): Piece | undefined {
  if (at >= text.length) return undefined;
  let low = 0;
  let high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).start <= at) low = middle;
    else high = middle;
  }
  return pieces[low];
}

/** Where in a text its folded character of that number stands, from 0. */
export function findOffset(text: string, folded: number): number {
  let count = 0;
  let offset = 0;
  for (const character of text) {
    count += foldText(character).length;
    if (count > folded) return offset;
    offset += character.length;
  }
  return offset;
}
