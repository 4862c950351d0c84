/** Quotation marks, dashes and dots of running text, as each language sets them. */
import type { Root } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

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
    processor.runSync(root);
    if (!finish) return;
    visit(root, 'text', (node) => {
      node.value = finish(node.value);
    });
  };
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
