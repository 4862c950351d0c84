/** Formulas say the same to all readers: they have words, and the shape that MathML Core asks for. */
import type { Element, ElementContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { SKIP, visit } from '../visit.ts';
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

/** Where elements of tables and of scripts must stand. */
const homes: Readonly<Record<string, string>> = { mtr: 'mtable', mtd: 'mtr', mprescripts: 'mmultiscripts' };
/** What alone may stand in tables. */
const contents: Readonly<Record<string, string>> = { mtable: 'mtr', mtr: 'mtd' };

function findShapes(element: Element, file: string): Message[] {
  const { tagName, children, position } = element;
  const below = children.filter((child) => child.type === 'element');
  const tell = (found: string, expected: string, place = position) =>
    createMessage('formula-shape', { found, element: tagName, expected }, { file, place });
  const stray = tokens.has(tagName) ? undefined : children.find(isText);
  const count = counts[tagName] ?? below.length;
  const odd = below.find(
    (child) =>
      (homes[child.tagName] ?? tagName) !== tagName || (contents[tagName] ?? child.tagName) !== child.tagName,
  );
  return [
    ...(stray
      ? [tell(`text “${toText(stray).trim()}”`, 'it in <mi>, <mn>, <mo> or <mtext>', stray.position)]
      : []),
    ...(below.length === count ? [] : [tell(`number of elements ${below.length}`, String(count))]),
    ...(odd ? [tell(`<${odd.tagName}>`, `<${contents[tagName] ?? 'mrow'}>`, odd.position)] : []),
    ...below.flatMap((child) => findShapes(child, file)),
  ];
}

function isText(child: ElementContent): boolean {
  return child.type === 'text' && child.value.trim() !== '';
}
