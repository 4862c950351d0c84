/** The running line in the page margins. */
import { tidy } from '../checks/describe.ts';
import { fold } from '../fold.ts';
import { literalPhrase, textOf } from '../phrase.ts';
import { lineEnd } from '../spacing.ts';
import { openTranscript } from '../transcript.ts';
import { findChangedWords, tellWords } from '../words.ts';

/** What the margin of each page must show. */
export interface RunningLine {
  /** The disclaimer's shortest form. */
  readonly text: string;
  readonly version: string;
  /** Beginning of the content's hash; absent where it need not stand. */
  readonly mark?: string;
  /** Days that must stand there; empty where none need. */
  readonly days: readonly Day[];
}

/** A day and every form in which it may be written. */
export interface Day {
  /** What the day is, for messages. */
  readonly name: string;
  readonly forms: readonly string[];
}

/**
 * What is missing in a page's margin; undefined when all is there.
 * @param untagged texts of the page outside the structure tree
 * @param label the page number that the reader's program shows
 */
export function findMarginFault(
  untagged: readonly string[],
  line: RunningLine,
  label: string,
): string | undefined {
  const margin = fold(untagged.join(' '));
  if (!margin.includes(fold(line.text))) return `\u201c${line.text}\u201d is missing`;
  const changed = findChange(untagged, line.text);
  if (changed !== undefined) return changed;
  const missing = line.days.find((day) => writtenForm(day, margin) === undefined);
  if (missing) return `${missing.name} (${missing.forms[0]}) is missing`;
  const days = line.days.flatMap((day) => writtenForm(day, margin) ?? []);
  const rest = [line.text, ...days].reduce((text, known) => text.replace(fold(known), ' '), margin);
  if (!rest.includes(fold(line.version))) return `the version ${line.version} is missing`;
  const mark = line.mark ?? '';
  if (!rest.includes(mark)) return `the mark ${mark} of the content is missing`;
  if (showsNumber(untagged, [line.text, line.version, mark, ...days], label)) return undefined;
  return `the page number ${label} is missing`;
}

/** How the words of a text in the margin are changed; undefined when it stands there once as it should. */
function findChange(untagged: readonly string[], text: string): string | undefined {
  // Almost all have it as it is written.
  if (tidy(untagged.join(' ')).includes(tidy(text))) return undefined;
  const phrase = literalPhrase(text);
  const length = textOf(phrase).length;
  const scribe = openTranscript();
  scribe.write(untagged.join(lineEnd), 1);
  const margin = scribe.finish();
  let told: string | undefined;
  for (
    let at = margin.text.indexOf(textOf(phrase));
    at !== -1;
    at = margin.text.indexOf(textOf(phrase), at + 1)
  ) {
    const changed = findChangedWords(margin, phrase, { start: at, end: at + length });
    if (changed === undefined) return undefined;
    told ??= tellWords(changed);
  }
  return told;
}

function writtenForm({ forms }: Day, margin: string): string | undefined {
  return forms.find((form) => margin.includes(fold(form)));
}

/** Whether a number stands there beside the texts that are known to. */
function showsNumber(untagged: readonly string[], others: readonly string[], label: string): boolean {
  const words = [...toWords(untagged.join(' '))];
  for (const known of others.flatMap(toWords)) {
    const at = words.indexOf(known);
    if (at !== -1) words.splice(at, 1);
  }
  return words.some((word) => word === label);
}

function toWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}.]*[\p{L}\p{N}])?/gu) ?? [];
}
