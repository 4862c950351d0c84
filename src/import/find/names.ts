/** Names of people in a text, for a person to look at: behind a title, before credentials, or two words with capitals. */

const word = String.raw`\p{Lu}[\p{Ll}’'-]+`;
const full = `${word}(?: \\p{Lu}\\.)?(?: ${word}){1,2}`;
const titled = new RegExp(
  `\\b(?:Dr|Drs|Doctor|Professor|Prof|Mr|Mrs|Ms|Miss|Sister|Nurse)\\.? (?:\\p{Lu}\\.? )?${word}(?: ${word})?`,
  'gu',
);
const credited = new RegExp(`${full}(?=,? (?:MD|DO|PhD|PharmD|RN|NP|PsyD)\\b)`, 'gu');
const paired = new RegExp(`(?<=[\\p{Ll},;]\\s)${full}`, 'gu');

/** Each name once, in the order of the text. */
export function findNames(text: string): string[] {
  const found = [titled, credited, paired].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: name, index }) => ({ name, index })),
  );
  found.sort((a, b) => a.index - b.index || b.name.length - a.name.length);
  const names = found.map(({ name }) => name);
  return [...new Set(names)].filter(
    (name) => !names.some((other) => other !== name && other.endsWith(` ${name}`)),
  );
}
