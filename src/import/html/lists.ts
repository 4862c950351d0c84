/** Lists of a page → lists that Markdown can number; other numbers and letters become words before their items. */
import type { Element, ElementContent } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { findAll, makeText } from './elements.ts';

/** What stands for a list: what was in it before its first item, and as many lists as it takes to keep the numbers. */
export function prepareList(list: Element): ElementContent[] {
  const { items, before } = gatherItems(list);
  if (list.tagName === 'ul') return [...before, ...asList(list, items.filter(holdsAnything))];
  const values = numberItems(list, items);
  const isPlain = styleOf(list) === undefined && values.every((value) => value >= 0 && value < 1e9);
  return [...before, ...(isPlain ? partByNumber(list, items, values) : typeMarkers(list, items, values))];
}

/** What stands in a list and in none of its items belongs to the item above it, as browsers show it. */
function gatherItems({ children }: Element): { items: Element[]; before: ElementContent[] } {
  const items: Element[] = [];
  const before: ElementContent[] = [];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'li') items.push(child);
    else if (child.type === 'element' || (child.type === 'text' && child.value.trim() !== '')) {
      const last = items.at(-1);
      const block = child.type === 'element' ? child : h('p', child);
      if (last) last.children.push(block);
      else before.push(block);
    }
  }
  return { items, before };
}

function holdsAnything(item: Element): boolean {
  return toText(item).trim() !== '' || findAll(item, ({ tagName }) => tagName === 'img').length > 0;
}

function asList(list: Element, items: readonly Element[]): ElementContent[] {
  return items.length === 0 ? [] : [{ ...list, children: [...items] }];
}

/** Numbers of the items, by `start`, `reversed` and `value`. https://html.spec.whatwg.org/#ordinal-value */
function numberItems({ properties }: Element, items: readonly Element[]): number[] {
  const isReversed = properties.reversed !== undefined && properties.reversed !== false;
  let next = toInteger(properties.start) ?? (isReversed ? items.length : 1);
  return items.map((item) => {
    const value = toInteger(item.properties.value) ?? next;
    next = isReversed ? value - 1 : value + 1;
    return value;
  });
}

function toInteger(value: unknown): number | undefined {
  const number = Number.parseInt(String(value ?? ''), 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

function partByNumber(list: Element, items: readonly Element[], values: readonly number[]): Element[] {
  const parts: Element[] = [];
  for (const [index, item] of items.entries()) {
    const value = values[index] ?? 0;
    if (index === 0 || value !== (values[index - 1] ?? 0) + 1)
      parts.push({ ...list, properties: { ...list.properties, start: value }, children: [] });
    parts.at(-1)?.children.push(item);
  }
  return parts;
}

type Style = 'a' | 'A' | 'i' | 'I';

/** Absent for plain numbers. */
function styleOf({ properties }: Element): Style | undefined {
  const type = String(properties.type ?? '');
  return /^[aAiI]$/.test(type) ? (type as Style) : undefined;
}

/** Letters, Roman numbers and numbers below zero are typed, since Markdown has no such lists. */
function typeMarkers(list: Element, items: readonly Element[], values: readonly number[]): Element[] {
  const style = styleOf(list);
  return items.map((item, index) => {
    const marker = makeText(`${toMarker(values[index] ?? 0, style)}. `, item);
    openingOf(item).children.unshift(marker);
    return { ...item, tagName: 'div' };
  });
}

/** The paragraph with which an item begins, or the item. */
function openingOf(item: Element): Element {
  const first = item.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'element' && /^(p|div)$/.test(first.tagName) ? openingOf(first) : item;
}

function toMarker(value: number, style: Style | undefined): string {
  if (style === undefined || value < 1) return String(value);
  const text = style === 'a' || style === 'A' ? toLetters(value) : toRoman(value);
  return style === 'A' || style === 'I' ? text.toUpperCase() : text;
}

/** 1 is `a`, 27 is `aa`. */
function toLetters(value: number): string {
  const above = Math.floor((value - 1) / 26);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return above === 0 ? letter : toLetters(above) + letter;
}

const romans = 'm 1000 cm 900 d 500 cd 400 c 100 xc 90 l 50 xl 40 x 10 ix 9 v 5 iv 4 i 1'.split(' ');

function toRoman(value: number): string {
  if (value >= 4000) return String(value);
  let rest = value;
  let text = '';
  for (let at = 0; at < romans.length; at += 2) {
    const size = Number(romans[at + 1]);
    while (rest >= size) {
      text += romans[at];
      rest -= size;
    }
  }
  return text;
}
