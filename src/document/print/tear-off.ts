/** The last page of a chapter handout: what a reader tears off, fills in and takes along. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../../visit.ts';
import type { Words } from '../words.ts';

/** Id of the page, with a dot, which no slug has. */
export const tearOffId = 'edition.tear-off';

/** Questions that leave room for a third line below each. */
const few = 4;

/**
 * Takes the questions and forms that end a chapter out of it, with the headings above them that have nothing
 * else below: they stand behind the chapter's imprint, so that tearing them off takes no text with it. Notes stay.
 *
 * No name is asked for: a lost page would tell who takes what.
 * @param titles of the edition and of the chapter, for the page stands alone
 * @returns the page; nothing when the chapter ends in other text
 */
export function takeTearOff(
  chapter: Element,
  titles: { readonly edition: string; readonly chapter: string },
  words: Words,
): Element[] {
  const { start, end } = findRun(chapter.children);
  if (start === end) return [];
  const taken = chapter.children.splice(start, end - start);
  const date = h('p', { className: ['tear-off-date'] }, words.label(words.date), writingLine());
  const page = h(
    'section',
    { className: ['tear-off'] },
    h('p', { className: ['series'] }, words.fromTheEdition(titles.edition)),
    h('h2', { id: tearOffId }, words.tearOff),
    h('p', { className: ['tear-off-chapter'] }, titles.chapter),
    date,
    ...taken,
  );
  makeRoom(page);
  return [page];
}

/** Whether there is anything to take. */
export function endsInForms(children: readonly ElementContent[]): boolean {
  const { start, end } = findRun(children);
  return start < end;
}

/** The run of forms, and of headings that belong to them, that ends a chapter; empty when there is none. */
function findRun(children: readonly ElementContent[]): { readonly start: number; readonly end: number } {
  const end = children.findLastIndex((child) => !isSpace(child) && !isNotes(child)) + 1;
  const before = children.findLastIndex((child, index) => index < end && !isPart(child));
  return { start: children.slice(before + 1, end).some(isForm) ? before + 1 : end, end };
}

function isPart(child: ElementContent): boolean {
  return isSpace(child) || isForm(child) || isHeading(child);
}

function isSpace(child: ElementContent): boolean {
  return child.type === 'comment' || (child.type === 'text' && child.value.trim() === '');
}

function isHeading(child: ElementContent): boolean {
  return child.type === 'element' && /^h[2-6]$/.test(child.tagName);
}

function isForm(child: ElementContent): boolean {
  return hasClass(child, 'box-questions') || hasClass(child, 'box-medicines');
}

function isNotes(child: ElementContent): boolean {
  return hasClass(child, 'footnotes');
}

function hasClass(child: ElementContent, name: string): boolean {
  if (child.type !== 'element') return false;
  const { className } = child.properties;
  return Array.isArray(className) && className.includes(name);
}

/** Lines below every question, to write the answer on. */
function makeRoom(page: Element): void {
  const questions: Element[] = [];
  visit(page, 'element', (box) => {
    if (!hasClass(box, 'box-questions')) return;
    visit(box, 'element', (item) => {
      if (item.tagName !== 'li') return;
      questions.push(item);
      return SKIP;
    });
    return SKIP;
  });
  const lines = questions.length > few ? 2 : 3;
  for (const { children } of questions) children.push(...Array.from({ length: lines }, writingLine));
}

function writingLine(): Element {
  return h('span', { className: ['write'] });
}
