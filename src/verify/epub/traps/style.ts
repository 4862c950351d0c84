/**
 * Style that every engine takes: CSS 2.1 with a short allow-list.
 *
 * Adobe's engine, frozen about 2013, opens a book as “corrupt” for a function it does not know and drops a whole
 * sheet for a media query; dark modes make coloured text unreadable (Kindle Publishing Guidelines, 11.3.2.7).
 */
import { strFromU8 } from 'fflate';
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { tellElement } from '../place.ts';
import type { EpubFrame, InspectPage } from '../read.ts';
import { walk } from '../xml.ts';
import { type Declaration, readStyleSheet, type StyleRule } from './css.ts';

/** Up to two digits: more pushes text out of sight. */
const length = '(?:0|-?\\d{0,2}(?:\\.\\d+)?(?:em|px|%))';
const line = '(?:solid|dashed|dotted|double|none)';
const exactly = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const lengths = exactly(`${length}(?: ${length}){0,3}`);
const border = exactly(`0|${length} ${line}`);
const sides = (property: string) => ['', '-top', '-right', '-bottom', '-left'].map((side) => property + side);
const all = (properties: readonly string[], value: RegExp) => properties.map((it) => [it, value] as const);

/** Properties and the values that they may have; type is never smaller than the reader's. */
const allowed: ReadonlyMap<string, RegExp> = new Map([
  ...all(sides('margin'), lengths),
  ...all(sides('padding'), lengths),
  ...all(sides('border'), border),
  ['border-width', lengths],
  ['border-style', exactly(line)],
  ['border-collapse', exactly('collapse')],
  ['display', exactly('block|inline|table-header-group')],
  ['font-family', exactly('monospace|serif|sans-serif')],
  ['font-size', exactly('[1-4](?:\\.\\d+)?em')],
  ['font-style', exactly('italic|normal')],
  ['font-weight', exactly('bold|normal')],
  ['height', exactly('auto')],
  ['line-height', exactly('[1-9](?:\\.\\d+)?')],
  ['list-style-type', exactly('none|disc|decimal')],
  ...all(['max-width', 'max-height'], exactly('100%')),
  ...all(['orphans', 'widows'], exactly('\\d')),
  ...all(['page-break-after', 'page-break-before', 'page-break-inside'], exactly('avoid|auto|always')),
  ...all(['break-after', 'break-before', 'break-inside'], exactly('avoid|auto|always')),
  ['text-align', exactly('left|right|center')],
  ['vertical-align', exactly('top|baseline|middle')],
  ['white-space', exactly('nowrap|pre-wrap|normal')],
  ['word-wrap', exactly('break-word')], // not of CSS 2.1, but understood by all but the oldest, which pass over it
]);

/** CSS 2.1, chapter 5, without pseudo-classes. */
const selector = /^(?:[a-z][a-z0-9]*|\*)?(?:[.#][a-z][\w-]*|\[[a-z-]+(?:[|~]?="[\w-]+")?\])*$/;

/** What in a style sheet is not on the allow-list. */
export function findStyleFaults({ archive, package: book }: EpubFrame, file: string): readonly Message[] {
  return book.items
    .filter(({ mediaType }) => mediaType === 'text/css')
    .flatMap(({ path }) => inspectSheet(strFromU8(archive.texts.get(path) ?? new Uint8Array()), path))
    .map((values) => createMessage('proof-style', values, { file }));
}

/** Style in the files themselves. */
export function seekOwnStyle(file: string): InspectPage {
  return ({ page: { path }, tree }) => {
    const messages: Message[] = [];
    walk(tree, (element) => {
      const { name, attributes } = element;
      const tell = (found: string): void =>
        void messages.push(
          createMessage('proof-style', { found, where: tellElement(path, element) }, { file }),
        );
      if (attributes.style !== undefined) tell(`style="${attributes.style}" of ${name}`);
      if (name === 'style') tell('the element style');
    });
    return messages;
  };
}

interface Fault {
  readonly found: string;
  readonly where: string;
}

function inspectSheet(text: string, where: string): Fault[] {
  const { rules, strange } = readStyleSheet(text);
  return [...strange, ...rules.flatMap(inspectRule)].map((found) => ({ found, where }));
}

function inspectRule({ selectors, declarations }: StyleRule): string[] {
  const odd = selectors.filter((it) => !it.split(/ > | /).every((part) => selector.test(part)));
  return [...odd, ...declarations.flatMap((it, index) => inspectDeclaration(it, declarations[index - 1]))];
}

/** `break-*` is new: its older twin stands right before it, for engines that know only that. */
function inspectDeclaration(declaration: Declaration, before: Declaration | undefined): string[] {
  const { property, value } = declaration;
  const found = `${property}: ${value}`;
  if (!allowed.get(property)?.test(value)) return [found];
  if (!property.startsWith('break-')) return [];
  return before?.property === `page-${property}` && before.value === value
    ? []
    : [`${found} without page-${found} before it`];
}
