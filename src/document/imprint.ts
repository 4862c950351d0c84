/** Who made the edition, from what, and when: title page, title block and colophon draw on the same lines. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition, Person } from '../model.ts';
import { composeOutdated } from './outdated.ts';
import type { Words } from './words.ts';

/** Name with credentials. */
export function nameOf(person: Person): string {
  return person.credentials ? `${person.name}, ${person.credentials}` : person.name;
}

/** Author and editor, once if they are the same. */
export function composeByline({ metadata }: Edition, words: Words): ElementContent[] {
  const { author, editor } = metadata;
  const by = h('p', { className: ['byline'] }, words.by(nameOf(author)));
  if (editor.name === author.name) return [by];
  return [by, h('p', { className: ['byline'] }, words.editedBy(nameOf(editor)))];
}

/** Version and dates, a line each. */
export function composeDates(edition: Edition, words: Words): ElementContent[] {
  return listDates(edition, words).map((line) => h('p', { className: ['date'] }, line));
}

/** The same in one paragraph, where room is dear. */
export function composeDateLine(edition: Edition, words: Words): Element {
  return h('p', { className: ['date'] }, listDates(edition, words).join(' · '));
}

function listDates(edition: Edition, words: Words): string[] {
  const { metadata } = edition;
  return [
    words.version(metadata.version),
    words.published(words.day(metadata.published)),
    sayChecked(edition, words),
    words.reviewBy(words.day(metadata.reviewBy)),
  ];
}

/** When the facts were last checked, or that nobody has checked them since they were written. */
export function sayChecked({ metadata: { reviewed } }: Edition, words: Words): string {
  return reviewed === 'never' ? words.unchecked : words.checked(words.day(reviewed));
}

/** Who reviewed the edition clinically; as long as no one did, or when it is long ago, that is said in a box. */
export function composeReview(edition: Edition, words: Words): ElementContent[] {
  const { reviewer } = edition.metadata;
  const outdated = composeOutdated(edition, words);
  if (reviewer === 'none') return [...outdated, h('p', { className: ['not-reviewed'] }, words.notReviewed)];
  return [
    ...outdated,
    h('p', { className: ['reviewed'] }, words.reviewedBy(nameOf(reviewer), words.day(reviewer.date))),
  ];
}

/** The text that the edition draws on: author, title and date. */
export function citeSource({ metadata: { source } }: Edition, words: Words): string {
  const date = source.date === undefined ? words.undated : words.day(source.date);
  return words.source(source.author, words.quoted(source.title), date);
}

/** The text that the edition draws on, with its address. */
export function composeSource(edition: Edition, words: Words): ElementContent[] {
  const { url } = edition.metadata.source;
  if (url === undefined) return [h('p', { className: ['source'] }, citeSource(edition, words))];
  const address = h('a', { href: url }, url.replace(/^https?:\/\//, '').replace(/\/$/, ''));
  return [h('p', { className: ['source'] }, `${citeSource(edition, words)} `, address)];
}

/**
 * The rest of the colophon.
 * @param source how the source stands in it
 */
export function composeColophon(
  edition: Edition,
  words: Words,
  source: readonly ElementContent[] = composeSource(edition, words),
): ElementContent[] {
  const { metadata, disclaimer } = edition;
  return [
    ...source,
    h('p', words.label(words.permission) + metadata.source.permission),
    h('p', words.label(words.rights) + metadata.rights),
    h('p', words.label(words.identifier), h('code', metadata.id)),
    h('p', words.label(words.disclaimerHash), h('code', disclaimer.sha256)),
    h('p', words.typeset),
    ...composeFonts(edition, words),
  ];
}

/** Figures of the content's hash that a sheet shows, enough to tell two editions apart. */
const markLength = 8;

/** Lines for the foot of a handout's pages, so that each sheet alone tells which it is and how old. */
export function composeDatedFoot({ metadata, sha256 }: Edition, words: Words): string[] {
  const { title, version, reviewed, reviewBy } = metadata;
  const mark = sha256.slice(0, markLength);
  const next = words.day(reviewBy);
  const dates =
    reviewed === 'never'
      ? `${words.unchecked} · ${words.reviewBy(next)}`
      : words.footDates(words.day(reviewed), next);
  return [`${title} · ${words.version(version)} · ${mark}`, dates];
}

/** The families of the edition's own fonts, each once. */
function composeFonts({ fonts }: Edition, words: Words): ElementContent[] {
  const families = [...new Set(fonts.map(({ family }) => family))];
  return families.length === 0 ? [] : [h('p', words.otherLetters(families.join(', ')))];
}
