/** A text as lines, and the lines as blocks: a block ends at an empty line, at a new item and where the indent falls. */
import type { PageLine } from '../below.ts';

/** A line of the input that is not empty. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** Without white space at its ends; no-break spaces are spaces. */
  readonly text: string;
  /** Whether an empty line stands before it. */
  readonly afterGap: boolean;
  /** Of the ledger, where another piece stands before the text on its line. */
  readonly block?: number;
  /** Of the ledger, where the line was entered before. */
  readonly pieces?: readonly number[];
}

/** The number or bullet that a line begins with. */
export interface Marker {
  readonly text: string;
  /** Absent for a bullet. */
  readonly number?: number;
  /** Column at which the item's text begins. */
  readonly column: number;
  readonly rest: string;
}

/** Takes a text apart; empty lines only tell where blocks end. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  for (const [index, raw] of text.split(/[\n\f\v\u2028\u2029]/u).entries()) {
    const line = raw.replace(/\t/g, '    ').replace(/[\u00A0\u2007\u202F\u200B\uFEFF]/gu, ' ');
    const trimmed = line.trim();
    if (trimmed === '') afterGap = true;
    else {
      lines.push({ number: index + 1, indent: line.search(/\S/u), text: trimmed, afterGap });
      afterGap = false;
    }
  }
  return lines;
}

/** The number or bullet at the start of a line, if there is one. A plus sign is none: it may add 5 mg. */
export function readMarker({ text, indent }: Line): Marker | undefined {
  const match = /^(?:(\d{1,3})[.)]|[•‣▪●◦*-])\s+(?=\S)/u.exec(text);
  if (!match) return undefined;
  const column = indent + match[0].length;
  const rest = text.slice(match[0].length);
  const marker = { text: match[0].trim(), column, rest };
  return match[1] === undefined ? marker : { ...marker, number: Number(match[1]) };
}

/** A line as it is looked at for where the comments begin. */
export function toPageLine(line: Line): PageLine {
  const marker = readMarker(line);
  return { text: line.text, bare: marker?.rest ?? line.text, mayOpen: line.afterGap || marker !== undefined };
}
