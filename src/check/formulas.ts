/** Formulas say the same to all readers: they have words, and the shape that MathML Core asks for. */
import type { Element, ElementContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './checked.ts';

const tokens = new Set(['mi', 'mn', 'mo', 'mtext']);

/** Elements that take so many, in this order (MathML Core, 3.3 and 3.4): with more or fewer nothing is drawn right. */
const counts: Readonly<Record<string, number>> = {
  mfrac: 2,
  mover: 2,
  mroot: 2,
  msub: 2,
  msubsup: 3,
  msup: 2,
  munder: 2,
  munderover: 3,
};

/** What only shows by where it stands: run together, one half is twelve. */
const placed = new Set([...Object.keys(counts), 'mmultiscripts', 'msqrt', 'mtable']);

export function checkFormulas({ bodies }: Checked): Message[] {
  return bodies.flatMap(({ children, segment: { file } }) => {
    const messages: Message[] = [];
    visit({ type: 'root', children: [...children] }, 'element', (element) => {
      if (element.tagName !== 'math') return;
      messages.push(...checkFormula(element, file));
      return SKIP;
    });
    return messages;
  });
}

function checkFormula(formula: Element, file: string): Message[] {
  const where = { file, place: formula.position };
  const text = toText(formula).replace(/\s+/g, '');
  const alt = String(formula.properties.alttext ?? '').trim();
  if (alt === '')
    return [createMessage('formula-alt-missing', { text }, where), ...findShapes(formula, file)];
  const isFlat = holds(formula, placed);
  return [
    ...(isFlat ? [createMessage('formula-flat', { alt, text }, where)] : []),
    ...findShapes(formula, file),
  ];
}

function holds({ children }: Element, names: ReadonlySet<string>): boolean {
  return children.some(
    (child) => child.type === 'element' && (names.has(child.tagName) || holds(child, names)),
  );
}

function findShapes(element: Element, file: string): Message[] {
  const tell = (found: string, expected: string, { position }: ElementContent = element) => {
    const values = { found, element: element.tagName, expected };
    return createMessage('formula-shape', values, { file, place: position ?? element.position });
  };
  const below = element.children.filter((child) => child.type === 'element');
  const stray = element.children.filter(
    (child) => child.type === 'text' && child.value.trim() !== '' && !tokens.has(element.tagName),
  );
  const count = counts[element.tagName] ?? below.length;
  const only = { mtable: 'mtr', mtr: 'mtd' }[element.tagName];
  const odd = below.filter(
    ({ tagName }) =>
      (only !== undefined && tagName !== only) ||
      (tagName === 'mtr' && only !== 'mtr') ||
      (tagName === 'mtd' && only !== 'mtd') ||
      (tagName === 'mprescripts' && element.tagName !== 'mmultiscripts'),
  );
  return [
    ...stray.map((child) =>
      tell(`text “${toText(child).trim()}”`, 'it in <mi>, <mn>, <mo> or <mtext>', child),
    ),
    ...(below.length === count ? [] : [tell(`${below.length} elements`, `${count}`)]),
    ...odd.map((child) => tell(`<${child.tagName}>`, `${only ? `<${only}>` : 'it elsewhere'}`, child)),
    ...below.flatMap((child) => findShapes(child, file)),
  ];
}
