/** The disclaimer's box: dark modes take colours and backgrounds away, so a border in the text's own colour marks it. */
import { strFromU8 } from 'fflate';
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { OpenPage } from '../page.ts';
import { resolveHref } from '../paths.ts';
import { tellElement } from '../place.ts';
import type { EpubFrame, InspectPage } from '../read.ts';
import { findAll, listElements, type Tag, tokens } from '../xml.ts';
import { type Declaration, readStyleSheet, type StyleRule } from './css.ts';

const border = /^[1-9]\d*px solid$/;

/** A message for each file whose notice no rule of its style sheets gives a border, or one takes it away. */
export function seekUnmarkedNotices(file: string, frame: EpubFrame): InspectPage {
  const sheets = readSheets(frame);
  return (open): Message[] => {
    const notices = listElements(open.tree).filter((it) => tokens(it, 'role').includes('doc-notice'));
    const rules = linkedSheets(open).flatMap((path) => sheets.get(path) ?? []);
    const bare = notices.find((notice) => !hasBorder(notice, rules));
    if (!bare) return [];
    return [createMessage('proof-notice-border', { where: tellElement(open.page.path, bare) }, { file })];
  };
}

function readSheets({ archive, package: book }: EpubFrame): ReadonlyMap<string, readonly StyleRule[]> {
  const items = book.items.filter(({ mediaType }) => mediaType === 'text/css');
  return new Map(
    items.map(({ path }) => {
      const text = strFromU8(archive.texts.get(path) ?? new Uint8Array());
      return [path, readStyleSheet(text).rules];
    }),
  );
}

function linkedSheets({ tree, page: { path } }: OpenPage): string[] {
  return findAll(tree, 'link')
    .filter((link) => tokens(link, 'rel').includes('stylesheet'))
    .flatMap(({ attributes }) => resolveHref(attributes.href ?? '', path)?.path ?? []);
}

/** In the order of the sheet; a selector of several parts counts by its last, which errs towards refusing. */
function hasBorder(notice: Tag, rules: readonly StyleRule[]): boolean {
  const declarations = rules
    .filter(({ selectors }) => selectors.some((it) => matches(notice, it)))
    .flatMap((rule) => rule.declarations)
    .filter(({ property }) => property.startsWith('border'));
  const isMark = ({ property, value }: Declaration) => property === 'border' && border.test(value);
  return declarations.length > 0 && declarations.every(isMark);
}

/** Whether the last part of a selector such as `section.disclaimer` names the element. */
function matches(element: Tag, selector: string): boolean {
  const last = selector.split(/[ >]+/).at(-1) ?? '';
  const [, tag = '', classes = ''] = /^([a-z0-9*]*)((?:\.[\w-]+)*)/.exec(last) ?? [];
  if (tag === '' && classes === '') return false;
  if (tag !== '' && tag !== '*' && tag !== element.name) return false;
  return classes
    .split('.')
    .filter(Boolean)
    .every((name) => tokens(element, 'class').includes(name));
}
