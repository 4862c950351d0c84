/** What raw HTML shows as text, read node by node: a drawing may begin in one and end in another. */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { lineEnd, mayBreak, unclear } from './spacing.ts';

/** Elements of drawings whose text is heard, not seen. */
const wordsOrDrawing = /<(\/?)(svg|title|desc)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi;
/** A root is drawn with a sign that is not in its text, behind what stands below it. */
const rootEnd = /<\/(?:msqrt|mroot)\s*>/gi;
/** With `>` in an attribute, such as `alttext="x > 2"`; then what has an apostrophe in it. */
const tags = [/<[/!?]?[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi, /<[/!?]?[a-z][^>]*>/gi];

/** Elements that begin a line of their own, or end one. */
const ofLines = new Set(
  'address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that take room in a line without a letter. */
const ofRoom = new Set('img input svg'.split(' '));
/** White space between the signs of a formula, and around each, is not shown (MathML Core, 2.1.7). */
const formula = /<math\b[\s\S]*?(?:<\/math\s*>|$)/gi;
const aroundTags = /\s+(?=<)|(?<=>)\s+/g;
/** Links and code in tables may be broken between any two letters. */
const breakable = /(<(?:a|code)\b(?:"[^"]*"|'[^']*'|[^<>"'])*>)([^<]*)/gi;

/** Reads the nodes of one text in order. */
export class RawText {
  /** How many drawings are open. */
  #drawings = 0;
  #isHidden = false;
  #isFormula = false;

  /** Whether a text node is a sign of a formula. */
  get isFormula(): boolean {
    return this.#isFormula;
  }

  /** Whether a text node is the words of a drawing, which no page shows. */
  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** What is left open ends here: no words are hidden but those between two tags of one block. */
  beginBlock(): void {
    this.#isHidden = false;
    this.#isFormula = false;
  }

  /** The text that an element of raw HTML keeps: comments, declarations and tags have none, but may part words. */
  read(html: string): string {
    const bare = html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, '');
    const shown = this.#withoutWords(bare).replace(rootEnd, '\u221a');
    const isInTable = /<t[dh]\b/i.test(shown);
    const tight = shown
      .replace(formula, (whole) => whole.replace(aroundTags, ''))
      .replace(
        breakable,
        (_, tag: string, text: string) => tag + (isInTable && !text.includes('&') ? mayBreak(text) : text),
      );
    return decodeEntities(
      tags.reduce((text, tag) => text.replace(tag, (whole) => this.#showTag(whole)), tight),
    );
  }

  /** What a tag puts between the words around it. */
  #showTag(tag: string): string {
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z\d]*)/i.exec(tag.toLowerCase()) ?? [];
    if (name === 'math') this.#isFormula = slash === '' && !tag.endsWith('/>');
    if (this.#isFormula || name === 'math' || ofRoom.has(name)) return unclear;
    if (name === 'wbr') return '\u200b';
    return ofLines.has(name) ? lineEnd : '';
  }

  #withoutWords(html: string): string {
    let shown = '';
    let at = 0;
    for (const { 0: whole, 1: slash, 2: name = '', index } of html.matchAll(wordsOrDrawing)) {
      if (!this.#isHidden) shown += html.slice(at, index);
      at = index + whole.length;
      this.#pass(name.toLowerCase(), slash === '/', whole.endsWith('/>'));
    }
    return this.#isHidden ? shown : shown + html.slice(at);
  }

  #pass(name: string, isEnd: boolean, isClosed: boolean): void {
    if (name !== 'svg') this.#isHidden = !isEnd && !isClosed && this.#drawings > 0;
    else if (isEnd) this.#drawings = Math.max(0, this.#drawings - 1);
    else if (!isClosed) this.#drawings += 1;
  }
}

const entities = new Map<string, string>();
const parser = unified().use(remarkParse);

/** Character references of HTML, which are those of CommonMark (0.31.2, 2.5). */
export function decodeEntities(text: string): string {
  return text.replace(/&#?\w{1,40};/g, (reference) => {
    const known = entities.get(reference) ?? decode(reference);
    entities.set(reference, known);
    return known;
  });
}

function decode(reference: string): string {
  const [paragraph] = parser.parse(reference).children;
  const [node] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  return node?.type === 'text' ? node.value : reference;
}
