/** The comments below a saved page: who says it, how deep it stands, and what is said. */
import type { Ledger } from '../ledger.ts';
import type { Comment, CommentParagraph } from '../types.ts';
import { type Line, readMarker } from './lines.ts';

interface Draft {
  readonly number: number;
  readonly indent: number;
  readonly author: string;
  readonly depth: number;
  readonly parent?: number;
  readonly paragraphs: CommentParagraph[];
}

const header = /^(.{1,80}?)(?:,? on .{4,40}?(?: at .{3,10})?)?\s(?:says|said|writes|wrote):?$/iu;
const dated =
  /^(?:(?:on )?(?:\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4}|\d{4}-\d{2}-\d{2})(?:,? (?:at )?\d{1,2}:\d{2}.{0,8})?)$/iu;
const button = /^(reply|edit|like|\d+ likes?|permalink|quote|report|flag|liked by .*)$/iu;

/** Reads the threads; the lines are settled in the account but for the texts of the comments. */
export function readComments(lines: readonly Line[], ledger: Ledger): Comment[] {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  for (const line of lines) {
    const draft = openComment(line, drafts.length + 1, open, ledger);
    if (draft) {
      drafts.push(draft);
      continue;
    }
    addLine(line, drafts.at(-1), ledger);
  }
  return drafts.map(({ indent: _, ...draft }) => ({ ...draft, isAuthors: false }));
}

function openComment(line: Line, number: number, open: Draft[], ledger: Ledger): Draft | undefined {
  const marker = readMarker(line);
  const author = header.exec(marker?.rest ?? line.text)?.[1]?.trim();
  if (author === undefined || author.split(' ').length > 6 || (!marker && !line.afterGap)) return undefined;
  ledger.drop([ledger.add(line.number, line.text)], 'name above a comment', true);
  while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
  const parent = open.at(-1);
  const draft: Draft = {
    number,
    indent: line.indent,
    author,
    depth: open.length,
    paragraphs: [],
    ...(parent && { parent: parent.number }),
  };
  open.push(draft);
  return draft;
}

function addLine(line: Line, draft: Draft | undefined, ledger: Ledger): void {
  const id = ledger.add(line.number, line.text);
  if (button.test(line.text) || dated.test(line.text)) ledger.drop([id], 'button or date of a comment', true);
  else if (!draft) ledger.drop([id], 'between post and comments', true);
  else if (line.afterGap || draft.paragraphs.length === 0)
    draft.paragraphs.push({ text: line.text, pieces: [id] });
  else {
    const last = draft.paragraphs.pop();
    draft.paragraphs.push({ text: `${last?.text}\n${line.text}`, pieces: [...(last?.pieces ?? []), id] });
  }
}
