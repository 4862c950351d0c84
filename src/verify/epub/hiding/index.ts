/**
 * Whether anything in an e-book hides, shrinks, covers or takes away a disclaimer. Readers may choose size and
 * colour themselves; the book must not.
 */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { type Findings, judge } from '../../findings.ts';
import type { XhtmlPage } from '../page.ts';
import { tellElement } from '../place.ts';
import type { EpubReading } from '../read.ts';
import { findAll, tokens, type XmlElement } from '../xml.ts';
import {
  isMeant,
  openSheets,
  readStyle,
  readStyleAttribute,
  type SheetReader,
  type Subject,
} from './sheets.ts';
import { isHarmfulAnywhere, isHarmfulOnText } from './values.ts';

/** Proves that no style takes the numbers of numbered lists away. @returns what does, in words */
export function findUnnumbered(reading: EpubReading): { readonly page: XhtmlPage; readonly cause: string }[] {
  const readSheet = openSheets(reading);
  return reading.spine.flatMap((page) => {
    const contents = new Set([...findAll(page.tree, 'nav')].flatMap(listElements));
    const items = [...findAll(page.tree, 'ol')].filter((list) => !contents.has(list));
    const involved = items.flatMap((list) => [list, ...findAll(list, 'li')]);
    const styled = readStyle(page, readSheet).declarations.filter(
      ({ subjects, property, value }) =>
        /^list-style(?:-type)?$/.test(property.toLowerCase()) &&
        value !== 'decimal' &&
        involved.some((element) => isMeant(element, subjects.filter(isOfNumbers))),
    );
    return styled.map(({ property, value, where }) => ({ page, cause: `${property}: ${value} in ${where}` }));
  });
}

/** Contents have no numbers, and an item of a list with bullets neither. */
function isOfNumbers({ around, parent }: Subject): boolean {
  return !around.includes('nav') && parent !== 'ul';
}

/** Proves that no notice of any file is hidden. */
export function checkHiding(reading: EpubReading, file: string): Findings {
  const readSheet = openSheets(reading);
  const pages = [...reading.pages.values()].filter(({ tree }) => findNotices(tree).length > 0);
  const messages = pages.flatMap((page) => inspectPage(page, readSheet, file));
  return judge('disclaimer-visible', `${pages.length} files, nothing hides it`, messages);
}

function inspectPage(page: XhtmlPage, readSheet: SheetReader, file: string): Message[] {
  const { tree, path } = page;
  const text = listInvolved(tree);
  const style = readStyle(page, readSheet);
  const everything = listElements(tree);
  const declared = style.declarations
    .filter(({ subjects, property, value }) => {
      const elements = isHarmfulAnywhere(property, value) ? everything : text;
      return isHarmfulOnText(property, value) && elements.some((element) => isMeant(element, subjects));
    })
    .map(({ property, value, where }) => `${property}: ${value} in ${where}`);
  const [notice] = findNotices(tree);
  const where = notice ? tellElement(path, notice) : path;
  const own = everything.flatMap((element) => inspectAttributes(element, text.includes(element)));
  const cut = style.declarations
    .filter(
      ({ subjects, property, value }) =>
        property === 'white-space' &&
        /nowrap|pre$/.test(value) &&
        text.some((element) => isBlock(element) && isMeant(element, subjects)),
    )
    .map(({ property, value, where }) => `${property}: ${value} in ${where}`);
  const causes = new Set([...style.unknown, ...declared, ...cut, ...own, ...listActive(everything)]);
  return [...causes].map((cause) => createMessage('proof-disclaimer-hidden', { where, cause }, { file }));
}

function inspectAttributes(element: XmlElement, isText: boolean): string[] {
  const harmful = readStyleAttribute(element)
    .filter((it) => (isText ? isHarmfulOnText(...it) : isHarmfulAnywhere(...it)))
    .map(([property, value]) => `style="${property}: ${value}" of ${show(element)}`);
  if (!isText) return harmful;
  const small = /^(?:small|sub|sup|del|s|strike|font)$/.test(element.name)
    ? [`the element ${show(element)}`]
    : [];
  return [...harmful, ...small];
}

/** What can change the file after it was proved. */
function listActive(elements: readonly XmlElement[]): string[] {
  return elements.flatMap((element) => {
    const { name, attributes } = element;
    return [
      ...(/^(?:script|iframe|object|embed)$/i.test(name) ? [`the element ${show(element)}`] : []),
      ...(name === 'meta' && attributes['http-equiv'] ? [`http-equiv of ${show(element)}`] : []),
      ...Object.keys(attributes)
        .filter((attribute) => /^on/i.test(attribute))
        .map((attribute) => `the attribute ${attribute} of ${show(element)}`),
    ];
  });
}

/** A line of words that is not broken runs out of the page; a single number is kept whole. */
function isBlock({ name }: XmlElement): boolean {
  return !/^(?:span|bdi|a|b|i|em|strong|code)$/.test(name);
}

/** `small (14:3)`: its line and column in the same file. */
function show({ name, line, column }: XmlElement): string {
  return `${name} (${line}:${column})`;
}

function listElements(element: XmlElement): XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : listElements(child))),
  ];
}

function findNotices(tree: XmlElement): XmlElement[] {
  return listElements(tree).filter((element) => tokens(element, 'role').includes('doc-notice'));
}

/** Every notice, what is around it and what is in it. */
function listInvolved(tree: XmlElement): XmlElement[] {
  const inside = new Set(findNotices(tree).flatMap(listElements));
  const around = (element: XmlElement): boolean =>
    inside.has(element) || element.children.some((child) => typeof child !== 'string' && around(child));
  return listElements(tree).filter((element) => inside.has(element) || around(element));
}
