/** The lines of a block → a paragraph, joined or line by line, or verse, or a quotation. */
import type { BlockContent, PhrasingContent, RootContent, Text } from 'mdast';
import type { Ledger } from '../ledger.ts';
import type { Line } from './lines.ts';

/** Lines of verse are short, few of them end a sentence, and none begins with a number. */
const longestVerse = 60;
const fewestVerseLines = 3;

/** A heading typed with hash signs is one; a line of hyphens or stars is left out as a spacer before. */
export function composeParagraph(
  lines: readonly Line[],
  ledger: Ledger,
  wrap: number | undefined,
): RootContent[] {
  if (lines.every(({ text }) => signs.test(text))) return [composeQuotation(lines, ledger, wrap)];
  const texts = lines.map(({ number, text, block }) => composeLine(text, ledger.add(number, text, block)));
  if (isWrapped(lines, wrap))
    return [{ type: 'paragraph', children: join(texts, { type: 'text', value: ' ' }) }];
  const paragraph: RootContent = { type: 'paragraph', children: join(texts, { type: 'break' }) };
  return isVerse(lines) ? [{ type: 'blockquote', children: [paragraph] }] : [paragraph];
}

/** Signs of a quotation; before a number the sign means “more than”. */
const signs = /^(?:>(?!\s*[=\d.,½¼¾⅓⅔<])\s*)+/u;

function composeQuotation(lines: readonly Line[], ledger: Ledger, wrap: number | undefined): RootContent {
  const parts: Line[][] = [[]];
  for (const line of lines) {
    const sign = signs.exec(line.text)?.[0] ?? '';
    const block = ledger.openBlock();
    ledger.drop([ledger.add(line.number, sign, block)], 'sign of a quotation, set as one');
    const text = line.text.slice(sign.length);
    if (text === '') parts.push([]);
    else parts.at(-1)?.push({ ...line, text, block });
  }
  const paragraphs = parts.filter((part) => part.length > 0);
  const children = paragraphs.flatMap((part) => composeParagraph(part, ledger, wrap));
  return { type: 'blockquote', children: children as BlockContent[] };
}

/** Whether each line but the last is about as long as lines of this text get. */
function isWrapped(lines: readonly Line[], wrap: number | undefined): boolean {
  if (lines.length === 1) return true;
  if (wrap === undefined) return false;
  return lines.slice(0, -1).every(({ indent, text }) => indent + text.length >= wrap * 0.75);
}

function isVerse(lines: readonly Line[]): boolean {
  const ending = lines.slice(0, -1).filter(({ text }) => /[.!?:]["”’)]?$/u.test(text)).length;
  return (
    lines.length >= fewestVerseLines &&
    lines.every(({ text }) => text.length <= longestVerse && !/^[\d|`<]/u.test(text)) &&
    ending <= (lines.length - 1) / 2
  );
}

function join(lines: readonly PhrasingContent[][], between: PhrasingContent): PhrasingContent[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ ...between }, ...line]));
}

/** Text with its addresses as links. */
function composeLine(text: string, piece: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]}’']/gu)) {
    if (!isAddress(found)) continue;
    if (index > end) nodes.push(create(text.slice(end, index), piece));
    nodes.push({ type: 'link', url: found, children: [create(found, piece)] });
    end = index + found.length;
  }
  if (end < text.length) nodes.push(create(text.slice(end), piece));
  return nodes;
}

function create(value: string, piece: number): Text {
  return { type: 'text', value, data: { pieces: [piece] } };
}

/** An address on the web with a host that can be looked up; a name before it could pass for the host. */
export function isAddress(url: string): boolean {
  try {
    const { hostname, protocol, username } = new URL(url);
    return /^https?:$/.test(protocol) && username === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(hostname);
  } catch {
    return false;
  }
}
