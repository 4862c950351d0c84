/**
 * Markup that every reading system shows as it is read here: elements and attributes of a short allow-list, in their
 * own namespaces, text in the order in which it is written, and nothing struck out, raised or lowered that the source
 * does not strike out, raise or lower.
 */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { fold } from '../fold.ts';
import { directionOf } from '../pdf/bidi.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import { tellElement } from './place.ts';
import type { InspectPage } from './read.ts';
import { findFirst, tokens, walk, type XmlElement } from './xml.ts';

const namespaces: Readonly<Record<string, string>> = {
  html: 'http://www.w3.org/1999/xhtml',
  math: 'http://www.w3.org/1998/Math/MathML',
  svg: 'http://www.w3.org/2000/svg',
};

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const html = set(
  'html head meta title link body section nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr ' +
    'table caption thead tbody tfoot tr th td figure figcaption img a abbr b bdi br cite code del dfn em i ins kbd ' +
    'mark q s samp small span strong sub sup time u var wbr math svg',
);
/** MathML Core, without what explains a formula to programs. */
const math = set(
  'math mi mn mo mtext mfrac mmultiscripts mover mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtr munder munderover none',
);
/** Shapes; drawings hold no letters. */
const svg = set(
  'svg title desc linearGradient radialGradient path rect circle ellipse line polyline polygon defs g stop use',
);
/** What a disclaimer is made of. */
const notice = set('section p ul ol li strong em b i a br span bdi code h1 h2 h3 blockquote');

const everywhere = set('id class lang xml:lang epub:type role dir');
/** Attributes of single elements. */
const own: Readonly<Record<string, ReadonlySet<string>>> = {
  a: set('href title aria-label aria-describedby'),
  abbr: set('title'),
  aside: set('aria-label aria-labelledby'),
  blockquote: set('cite'),
  del: set('datetime'),
  div: set('aria-label aria-labelledby'),
  figure: set('aria-label aria-labelledby'),
  html: set('xmlns xmlns:epub'),
  img: set('src alt title'),
  ins: set('datetime'),
  li: set('value'),
  link: set('rel href type'),
  meta: set('charset'),
  nav: set('aria-label aria-labelledby hidden'),
  ol: set('start reversed type'),
  q: set('cite'),
  section: set('aria-label aria-labelledby'),
  span: set('aria-label'),
  td: set('colspan rowspan headers align'),
  th: set('colspan rowspan headers align abbr scope'),
  time: set('datetime'),
};

/** Characters that turn text round or take no room (Unicode Standard Annex 9; U+200C and U+200D join letters). */
const reordering = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2065-\u2069\ufeff]/gu;

/** What the source itself has of what is refused otherwise. */
interface Allowed {
  readonly characters: ReadonlySet<string>;
  /** All of it, folded: texts of titles are among it. */
  readonly text: () => string;
  readonly direction: string;
  /** Somebody wrote `dir` into it. */
  readonly hasDirections: boolean;
}

interface Fault {
  readonly found: string;
  readonly element: XmlElement;
}

/** Proves the markup of XHTML files, one after the other. */
export function openMarkup(edition: SourceEdition, file: string): InspectPage {
  const allowed = listAllowed(edition);
  const findExtra = openChanged(edition.segments);
  return ({ page, tree }) => {
    const faults = inspectFile(tree, allowed);
    walk(tree, (element) => {
      const found = findExtra(element);
      if (found) faults.push({ found, element });
    });
    return faults.map(
      ({ found, element }): Message =>
        createMessage('proof-markup', { found, where: tellElement(page.path, element) }, { file }),
    );
  };
}

function inspectFile(tree: XmlElement, allowed: Allowed): Fault[] {
  const faults: Fault[] = [];
  const parts = tree.children.filter((child) => typeof child !== 'string').map(({ name }) => name);
  if (tree.name !== 'html' || parts.join(' ') !== 'head body') {
    const found = `a file of ${[tree.name, ...parts].join(', ')} in place of html, head, body`;
    faults.push({ found, element: tree });
  }
  inspectElement(tree, html, false, allowed, faults);
  return faults;
}

function inspectElement(
  element: XmlElement,
  names: ReadonlySet<string>,
  isNotice: boolean,
  allowed: Allowed,
  faults: Fault[],
): void {
  const { name, attributes, children } = element;
  const tell = (found: string): void => void faults.push({ found, element });
  if (!names.has(name)) {
    tell(`the element ${name}`);
    return;
  }
  const inside = isNotice || tokens(element, 'role').includes('doc-notice');
  const foreign = name === 'math' ? math : name === 'svg' ? svg : undefined;
  if (names !== math && names !== svg) listStrange(element, inside, allowed).forEach(tell);
  if (foreign && attributes.xmlns !== undefined && attributes.xmlns !== namespaces[name])
    tell(`the namespace ${attributes.xmlns}`);
  if (inside && hasEmptyLines(element)) tell('empty lines');
  const below = foreign ?? (inside ? notice : names);
  for (const child of children) {
    if (typeof child !== 'string') inspectElement(child, below, inside, allowed, faults);
    else
      for (const character of child.match(reordering) ?? [])
        if (!allowed.characters.has(character)) tell(`the character ${nameOf(character)}`);
  }
}

/** Of drawings and formulas only the elements are looked at: the rules on the content know their attributes. */
function listStrange(element: XmlElement, inNotice: boolean, allowed: Allowed): string[] {
  const { name, attributes } = element;
  if (name === 'html' && attributes.xmlns !== namespaces.html) return ['an element outside of XHTML'];
  return Object.entries(attributes).flatMap(([attribute, value]) => {
    const isForeign = name === 'math' || name === 'svg';
    const isKnown = everywhere.has(attribute) || own[name]?.has(attribute) || attribute.startsWith('data-');
    const isMeant = isKnown && isMeantSo(element, attribute, value, inNotice, allowed);
    return isForeign || isMeant || isJudgedElsewhere(attribute, value)
      ? []
      : [`the attribute ${attribute}="${value}"`];
  });
}

/** Parts of tables may say what they are. */
const tableRoles: Readonly<Record<string, RegExp>> = {
  table: /^table$/,
  thead: /^rowgroup$/,
  tbody: /^rowgroup$/,
  tfoot: /^rowgroup$/,
  tr: /^row$/,
  th: /^(?:column|row)header$/,
  td: /^cell$/,
};

/** Runs of text that are set apart where they run the other way. */
const setApart = set('a bdi code kbd pre samp span');
/** Reading systems may hide these, or show them elsewhere. */
const asNotes = /\b(?:foot|rear|end)notes?\b/;

function isMeantSo(
  { name: element, attributes }: XmlElement,
  attribute: string,
  value: string,
  inNotice: boolean,
  allowed: Allowed,
): boolean {
  if (attribute === 'role')
    return (tableRoles[element] ?? /^(?:doc-[a-z]+|note|img|math|list|group)$/).test(value);
  if (attribute === 'epub:type' && inNotice) return value === 'notice' || value === 'pagebreak';
  if (attribute === 'epub:type') return !asNotes.test(value) || /^(?:aside|section)$/.test(element);
  if (attribute === 'dir')
    return (
      value === allowed.direction ||
      (value === 'ltr' && setApart.has(element)) ||
      (attributes.lang !== undefined && value === directionOf(attributes.lang)) ||
      (allowed.hasDirections && element !== 'html' && !inNotice)
    );
  if (attribute === 'title') return !inNotice && allowed.text().includes(fold(value));
  return !(inNotice && /^(?:aria-label|aria-hidden|hidden)$/.test(attribute));
}

/** Style and scripts have checks of their own, and what is hidden is no text. */
function isJudgedElsewhere(attribute: string, value: string): boolean {
  return (
    (attribute === 'aria-hidden' && value === 'true') ||
    /^(?:style|hidden|inert|on.*|http-equiv|content)$/.test(attribute)
  );
}

/** Two breaks with nothing between them push what follows out of sight. */
function hasEmptyLines({ children }: XmlElement): boolean {
  const shown = children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const isBreak = (child: XmlElement | string | undefined) =>
    typeof child === 'object' && child.name === 'br';
  return shown.some((child, index) => isBreak(child) && isBreak(shown[index + 1]));
}

function listAllowed({ segments, metadata, disclaimer }: SourceEdition): Allowed {
  const facts = JSON.stringify([metadata, disclaimer.chapter, disclaimer.full]);
  const texts = [...segments.map(({ text }) => text), facts];
  let folded: string | undefined;
  return {
    characters: new Set(texts.flatMap((text) => text.match(reordering) ?? [])),
    text: () => {
      folded ??= texts.map(fold).join(' ');
      return folded;
    },
    direction: directionOf(metadata.language),
    hasDirections: texts.some((text) => /\bdir\s*=/i.test(text)),
  };
}

/** Elements that make another text of the same letters, and how the source writes them. */
const changing: Readonly<Record<string, RegExp>> = {
  del: /<(?:del|s)\b/gi,
  s: /<(?:del|s)\b/gi,
  q: /<q\b/gi,
  sub: /<sub\b/gi,
  sup: /<sup\b/gi,
};

/** Tells the first element of each kind that is more than the source has. */
function openChanged(segments: readonly SourceSegment[]): (element: XmlElement) => string | undefined {
  const left = new Map(
    Object.entries(changing).map(([name, pattern]) => [name, countIn(segments, name, pattern)]),
  );
  return (element) => {
    const count = left.get(element.name);
    if (count === undefined || callsNote(element)) return undefined;
    left.set(element.name, count - 1);
    return count === 0 ? `an element ${element.name} more than the source has` : undefined;
  };
}

/** The sign of a note is raised. */
function callsNote(element: XmlElement): boolean {
  return element.name === 'sup' && findFirst(element, 'a') !== undefined;
}

function countIn(segments: readonly SourceSegment[], element: string, pattern: RegExp): number {
  return segments.reduce(
    (sum, { deletions, text }) =>
      sum + (element === 'del' ? deletions : 0) + (text.match(pattern)?.length ?? 0),
    0,
  );
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
