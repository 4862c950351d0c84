/** The natural language of every text is known (ISO 14289-1, 7.2). */
import type { UaDocument } from '../document.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

const tag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

/** `Lang` is a language tag wherever it stands (7.2; ISO 32000-1, 14.9.2). */
function* findMalformedTags({ language, structure, survey, look }: UaDocument): Iterable<Fault> {
  const malformed = (lang: string | undefined): boolean => lang !== undefined && !tag.test(lang);
  const tell = (lang: string | undefined): string => `Lang is “${lang}”, which is no language tag`;
  if (malformed(language)) yield { problem: tell(language), where: 'catalog' };
  for (const { dict, where } of structure.elements) {
    const own = look.text(dict, 'Lang');
    if (malformed(own)) yield { problem: tell(own), where };
  }
  for (const { what, where } of survey.marks.languages.values())
    if (malformed(what)) yield { problem: tell(what), where };
}

/** Text on the pages, and texts of marked content (7.2; Matterhorn 11-001, 11-002). */
function* findContentWithoutLanguage({ survey }: UaDocument): Iterable<Fault> {
  for (const { what, where } of survey.marks.withoutLanguage.values())
    yield { problem: `the language of ${what} is not known`, where };
}

/** `Alt`, `ActualText` and `E` of elements (7.2; Matterhorn 11-002). */
function* findElementsWithoutLanguage({ language, structure, look }: UaDocument): Iterable<Fault> {
  if (language !== undefined) return;
  for (const element of structure.elements) {
    if (element.language !== undefined) continue;
    const key = ['Alt', 'ActualText', 'E'].find((name) => look.text(element.dict, name) !== undefined);
    if (key) yield { problem: `the language of its ${key} is not known`, where: element.where };
  }
}

/** Outline, contents of annotations, names of fields, metadata (7.2; Matterhorn 11-003 to 11-006). */
function* findEntriesWithoutLanguage(document: UaDocument): Iterable<Fault> {
  const { file, language, annotations, look, xmp } = document;
  if (language !== undefined) return;
  if (look.dict(look.dict(file.catalog, 'Outlines'), 'First'))
    yield { problem: 'the language of the bookmarks is not known', where: 'outline' };
  for (const { dict, element, where } of annotations) {
    const key = ['Contents', 'TU'].find((name) => look.text(dict, name) !== undefined);
    const own = look.text(element?.dict, 'Lang');
    if (key && own === undefined) yield { problem: `the language of its ${key} is not known`, where };
  }
  const unknown =
    typeof xmp === 'string'
      ? undefined
      : xmp.find(({ languages }) => languages.length > 0 && languages.every((it) => it === 'x-default'));
  if (unknown) yield { problem: `the language of ${unknown.name} is not known`, where: 'metadata' };
}

const remedy = 'Set Lang on the document, as a tag such as en or de-CH.';

export const languageRules: readonly Rule[] = [
  rule('7.2', findMalformedTags, remedy),
  rule('7.2', findContentWithoutLanguage, remedy),
  rule('7.2', findElementsWithoutLanguage, remedy),
  rule('7.2', findEntriesWithoutLanguage, remedy),
];
