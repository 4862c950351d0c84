/** Quotation marks, dashes and dots of running text, as each language sets them. */
import type { Heading, Paragraph, Root, TableCell } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { SKIP, visit } from '../visit.ts';

type Typographer = (root: Root) => void;
type Options = NonNullable<Parameters<typeof remarkSmartypants>[0]>;

const english: Options = {};
const angled: Options = {
  openingQuotes: { double: '«', single: '‘' },
  closingQuotes: { double: '»', single: '’' },
};

/** By language; Arabic, Hebrew (where ד"ר is no quotation) and Chinese keep the marks that are typed. */
const marks: Readonly<Record<string, Options>> = {
  ar: { quotes: false },
  de: {
    openingQuotes: { double: '„', single: '‚' },
    closingQuotes: { double: '“', single: '‘' },
    dashes: 'oldschool',
  },
  es: angled,
  fr: angled,
  he: { quotes: false },
  zh: { quotes: false, ellipses: false },
};

/** What is left to do behind the library. */
const afterwards: Readonly<Record<string, (text: string) => string>> = {
  de: restoreApostrophes,
  fr: spaceMarks,
};

const known = new Map<string, Typographer>();

/**
 * Sets the typographic characters in every text of a tree; works across emphasis and links.
 * @param tag BCP 47; languages without marks of their own get those of English
 */
export function setPunctuation(root: Root, tag: string): void {
  const language = tag.toLowerCase().split('-', 1)[0] ?? '';
  const typographer = known.get(language) ?? createTypographer(language);
  known.set(language, typographer);
  typographer(root);
}

function createTypographer(language: string): Typographer {
  const processor = unified().use(remarkSmartypants, marks[language] ?? english);
  const finish = afterwards[language];
  return (root) => {
    const work: Root = { type: 'root', children: listWork(root) as Root['children'] };
    processor.runSync(work);
    if (!finish) return;
    visit(root, 'text', (node) => {
      node.value = finish(node.value);
    });
  };
}

/** What the library looks for: straight quotes, back-ticks, and dashes or dots in a row. */
const typed = /["'`]|[-\u2013\u2014]{2}|\.[^\p{L}\p{N}]*\./u;
/** Blocks before and behind one with such signs that may decide which way its quotes turn. */
const neighbours = 2;

type Block = Paragraph | Heading | TableCell;

/** The blocks that the library has work with, and their neighbours: it takes a long time over plain ones. */
function listWork(root: Root): Block[] {
  const blocks: Block[] = [];
  const marked: boolean[] = [];
  visit(root, ['paragraph', 'heading', 'tableCell'], (node) => {
    blocks.push(node as Block);
    marked.push(hasTypedSigns(node as Block));
    return SKIP;
  });
  return blocks.filter((_, at) =>
    marked.slice(Math.max(0, at - neighbours), at + neighbours + 1).includes(true),
  );
}

/** Texts are joined, since a sign may be cut by emphasis. */
function hasTypedSigns(block: Block): boolean {
  let text = '';
  visit(block, ['text', 'inlineCode'], (node) => {
    text += node.type === 'text' ? node.value : 'A';
  });
  return typed.test(text);
}

/** An apostrophe inside a word, or for letters left out before one, is no closing quotation mark. */
function restoreApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})‘(?=\p{L})/gu, '’');
}

/**
 * No-break spaces inside guillemets and before `: ; ! ?` and `%`, where a space is typed already or, for
 * guillemets, always (Lexique des règles typographiques en usage à l'Imprimerie nationale). An address
 * (`https://…`) and a time (`10:30`) have no space there, and get none.
 */
function spaceMarks(text: string): string {
  return text
    .replace(/«[ \n]*/g, '«\u00A0')
    .replace(/[ \n]*»/g, '\u00A0»')
    .replace(/[ \n]+(?=[:;!?%](?:[\s\u00A0»)]|$))/g, '\u00A0');
}
