/**
 * What runs from left to right inside a text that runs from right to left (a telephone number, a dose with its
 * unit, Latin words) is set apart, so that it keeps its own order: Unicode Standard Annex 9 would show
 * `02-1234-5678` behind Arabic letters as 5678-1234-02, and `5 mg` as mg 5.
 */
import type { Element, ElementContent, Parents, RootContent, Text } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from '../visit.ts';

const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

const letter = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\u0300-\\u036F\\d°µ²³]';
/** Before a number: brackets of an area code, a sign, a comparison. */
const before = '(?:\\(\\d+\\)[ \\u00A0]?|[+<>~±≈≤≥−$€£][ \\u00A0]?(?=\\d))?';
/** One space or a little punctuation joins; a comma or full stop with a space behind it does not. */
const joint = "(?:[ \\u00A0]|[-./:@&'’_+#?=~,]{1,3})";
/** Ranges such as 15–20 run from left to right in Hebrew, from right to left in Arabic, as is usual. */
const hebrewJoint = `(?:${joint}|–)`;
const createStretch = (by: string) =>
  new RegExp(`${before}${letter}+(?:${by}${before}${letter}+)*[%‰]?`, 'gu');
const stretch = createStretch(joint);
const hebrewStretch = createStretch(hebrewJoint);
/** One word or number runs its own way by itself. */
const single = /^(?:[\p{L}\p{M}]+|\d+(?:[.,:]\d+)*)$/u;

/** Elements that are set apart whole when nothing in them runs from right to left. */
const whole = /^(a|code|kbd|pre|samp)$/;
const untouched = /^(head|math|svg|script|style)$/;

/**
 * Sets every left-to-right stretch of a document apart, unless it is already.
 * @param language BCP 47, of the document
 */
export function isolateStretches(tree: Parents, language: string): void {
  const pattern = /^(he|iw)\b/i.test(language) ? hebrewStretch : stretch;
  visit(tree, (node) => {
    if (node.type === 'root') isolateIn(node, pattern);
    if (node.type !== 'element') return;
    if (untouched.test(node.tagName) || node.properties.dir === 'ltr') return SKIP;
    if (isForeign(node)) {
      node.properties.dir = 'ltr';
      return SKIP;
    }
    isolateIn(node, pattern);
  });
}

/**
 * In a document that runs from left to right, sets apart what is marked as of another language and has
 * right-to-left letters alone: else a number or bracket behind it would be drawn before it.
 */
export function isolatePhrases(tree: Parents): void {
  visit(tree, 'element', (element) => {
    const { lang, dir } = element.properties;
    if (typeof lang !== 'string' || dir !== undefined || element.tagName === 'html') return;
    const text = toText(element);
    if (rtlLetter.test(text) && !/\p{Script=Latin}/u.test(text)) element.properties.dir = 'rtl';
  });
}

function isForeign(element: Element): boolean {
  const { lang } = element.properties;
  if (element.tagName === 'html') return false;
  if (!whole.test(element.tagName) && typeof lang !== 'string') return false;
  const text = toText(element);
  return !rtlLetter.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** Neighbouring texts and numbers kept whole are looked at as one. */
function isolateIn(parent: Parents, pattern: RegExp): void {
  const children: RootContent[] = [];
  let run: (Text | Element)[] = [];
  const flush = () => {
    children.push(...isolateRun(run, pattern));
    run = [];
  };
  for (const child of parent.children as RootContent[]) {
    if (isText(child)) run.push(child);
    else {
      flush();
      children.push(child);
    }
  }
  flush();
  (parent.children as RootContent[]) = children;
}

function isText(node: RootContent): node is Text | Element {
  if (node.type === 'text') return true;
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes('keep') && node.properties.dir === undefined;
}

function isolateRun(run: readonly (Text | Element)[], pattern: RegExp): RootContent[] {
  const joined = run.map((node) => toText(node)).join('');
  const made: RootContent[] = [];
  let at = 0;
  for (const { 0: found, index } of joined.matchAll(pattern)) {
    if (single.test(found)) continue;
    made.push(...slice(run, at, index));
    at = index + found.length;
    made.push(h('span', { dir: 'ltr' }, ...(slice(run, index, at) as ElementContent[])));
  }
  return at === 0 ? [...run] : [...made, ...slice(run, at, joined.length)];
}

/** The nodes between two places in their joined text; a number kept whole lies in one stretch whole. */
function slice(run: readonly (Text | Element)[], start: number, end: number): RootContent[] {
  const nodes: RootContent[] = [];
  let at = 0;
  for (const node of run) {
    const text = toText(node);
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
    if (from < to) nodes.push(node.type === 'text' ? { type: 'text', value: text.slice(from, to) } : node);
    at += text.length;
  }
  return nodes;
}
