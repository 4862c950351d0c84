/**
 * Whether anything in an e-book hides, shrinks, covers or takes away a disclaimer. Readers may choose size and
 * colour themselves; the book must not.
 */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { OpenPage } from '../page.ts';
import { tellElement } from '../place.ts';
import type { EpubFrame, InspectPage } from '../read.ts';
import { findAll, listElements, type Tag, tokens, type XmlElement } from '../xml.ts';
import {
  isMeant,
  openSheets,
  readStyle,
  readStyleAttribute,
  type SheetReader,
  type Subject,
} from './sheets.ts';
import { isHarmfulAnywhere, isHarmfulOnText } from './values.ts';

/** Proves that no style takes the numbers of numbered lists away. */
export function openListStyle(frame: EpubFrame, file: string): InspectPage {
  const readSheet = openSheets(frame);
  return (open) => {
    const { page, tree } = open;
    if (page.number === 0) return [];
    const contents = new Set(findAll(tree, 'nav').flatMap(listElements));
    const items = findAll(tree, 'ol').filter((list) => !contents.has(list));
    if (items.length === 0) return [];
    const involved = items.flatMap((list) => [list, ...findAll(list, 'li')]);
    const styled = readStyle(open, readSheet).declarations.filter(
      ({ subjects, property, value }) =>
        /^list-style(?:-type)?$/.test(property.toLowerCase()) &&
        value !== 'decimal' &&
        involved.some((element) => isMeant(element, subjects.filter(isOfNumbers))),
    );
    return styled.map(({ property, value, where }): Message => {
      const cause = `${property}: ${value} in ${where}`;
      return createMessage('proof-list-style', { where: page.path, cause }, { file });
    });
  };
}

/** Contents have no numbers, and an item of a list with bullets neither. */
function isOfNumbers({ around, parent }: Subject): boolean {
  return !around.includes('nav') && parent !== 'ul';
}

/** Proves that no notice of any file is hidden. @param count is called for each file that has one */
export function openHiding(frame: EpubFrame, file: string, count: () => void): InspectPage {
  const readSheet = openSheets(frame);
  return (open) => {
    const everything = listElements(open.tree);
    const notices = everything.filter((element) => tokens(element, 'role').includes('doc-notice'));
    if (notices.length === 0) return [];
    count();
    return inspectPage(open, everything, notices, readSheet, file);
  };
}

function inspectPage(
  open: OpenPage,
  everything: readonly XmlElement[],
  notices: readonly XmlElement[],
  readSheet: SheetReader,
  file: string,
): Message[] {
  const { path } = open.page;
  const text = listInvolved(open.tree, notices);
  const style = readStyle(open, readSheet);
  const declared = style.declarations
    .filter(({ subjects, property, value }) => {
      if (!isHarmfulOnText(property, value)) return false;
      const elements = isHarmfulAnywhere(property, value) ? everything : [...text];
      return elements.some((element) => isMeant(element, subjects));
    })
    .map(({ property, value, where }) => `${property}: ${value} in ${where}`);
  const own = everything.flatMap((element) => inspectAttributes(element, text.has(element)));
  const cut = style.declarations
    .filter(
      ({ subjects, property, value }) =>
        property === 'white-space' &&
        /nowrap|pre$/.test(value) &&
        [...text].some((element) => isBlock(element) && isMeant(element, subjects)),
    )
    .map(({ property, value, where }) => `${property}: ${value} in ${where}`);
  const causes = new Set([...style.unknown, ...declared, ...cut, ...own, ...listActive(everything)]);
  const [notice] = notices;
  return [...causes].map((cause) => {
    const where = notice ? tellElement(path, notice) : path;
    return createMessage('proof-disclaimer-hidden', { where, cause }, { file });
  });
}

function inspectAttributes(element: Tag, isText: boolean): string[] {
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
function listActive(elements: readonly Tag[]): string[] {
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
function isBlock({ name }: Tag): boolean {
  return !/^(?:span|bdi|a|b|i|em|strong|code)$/.test(name);
}

/** `small (14:3)`: its line and column in the same file. */
function show({ name, line, column }: Tag): string {
  return `${name} (${line}:${column})`;
}

/** Every notice, what is around it and what is in it. */
function listInvolved(tree: XmlElement, notices: readonly XmlElement[]): ReadonlySet<XmlElement> {
  const involved = new Set(notices.flatMap(listElements));
  const addAround = (element: XmlElement): boolean => {
    let holds = involved.has(element);
    for (const child of element.children) if (typeof child !== 'string' && addAround(child)) holds = true;
    if (holds) involved.add(element);
    return holds;
  };
  addAround(tree);
  return involved;
}
