/** The tags, comments and declarations in raw HTML as it is written, before any parser mends it. */

/** A start tag or an end tag. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly kind: 'start' | 'end';
  /** Written `<x/>`, which only elements of MathML and SVG take for an end. */
  readonly isClosed: boolean;
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const code = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;
const declaration = /<(?:\?[\s\S]*?\?>|!\[CDATA\[[\s\S]*?\]\]>|![a-z][^>]*>)/gi;
/** An empty line ends it: what looks like attributes beyond it are words that a `<` swallowed. */
const tag = /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|(?!\n[ \t]*\n)[^<>"'])*>/gi;

/** Every tag that ends, in order; those inside scripts, style sheets and comments are none. */
export function findTags(html: string): Tag[] {
  const bare = html.replace(comment, '').replace(code, '<$1></$1>');
  return [...bare.matchAll(tag)].map(([whole, slash, name = '']) => ({
    name: name.toLowerCase(),
    kind: slash ? 'end' : 'start',
    isClosed: whole.endsWith('/>'),
  }));
}

/** Processing instructions, document types and CDATA sections, which HTML ignores. */
export function findDeclarations(html: string): string[] {
  return html.replace(comment, '').match(declaration) ?? [];
}

export function hasComment(html: string): boolean {
  return html.includes('<!--');
}

/** A comment without an end takes in the rest of the file. */
export function hasOpenComment(html: string): boolean {
  return /<!--(?![\s\S]*-->)/.test(html);
}

/** What is left for a reader, the words of tags that do not end among it: no tags, comments, declarations, scripts, style sheets or character references. */
export function textOf(html: string): string {
  return [comment, code, declaration, tag, /&#?\w+;/g].reduce((text, part) => text.replace(part, ' '), html);
}
