/** The comments below a saved page: who says it, how deep it stands, and what is said. */
import { readerAt } from '../below.ts';
import type { Page } from '../furniture.ts';
import type { Ledger } from '../ledger.ts';
import type { Comment, CommentParagraph } from '../types.ts';
import { type Line, toPageLine } from './lines.ts';

interface Draft {
  readonly number: number;
  readonly indent: number;
  readonly author: string;
  readonly depth: number;
  readonly parent?: number;
  readonly paragraphs: CommentParagraph[];
}

/** Comments, and those who are not kept but may be named in the lines that are left out. */
export interface FoundComments {
  readonly comments: readonly Comment[];
  readonly unseen: readonly Comment[];
}

/** Reads the threads; the lines are settled in the account but for the texts of the comments. */
export function readComments(lines: readonly Line[], ledger: Ledger, page: Page): FoundComments {
  const pageLines = lines.map(toPageLine);
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  const loose: string[] = [];
  for (const [index, line] of lines.entries()) {
    const author = readerAt(pageLines, index, page);
    if (author === undefined) {
      if (drafts.length === 0) loose.push(line.text);
      addLine(line, drafts.at(-1), ledger, page);
    } else {
      ledger.drop(enter(line, ledger), 'name above a comment', true);
      drafts.push(openComment(author, line.indent, drafts.length + 1, open));
    }
  }
  const comments = drafts.map(({ indent: _, ...draft }) => ({ ...draft, isAuthors: false }));
  return { comments, unseen: suspect(loose, page) };
}

const fullName = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u;

/** Lines of comments of which nobody knows who wrote them: their words, and lines that look like names. */
function suspect(lines: readonly string[], page: Page): Comment[] {
  const words = lines.filter(
    (line) => !page.isButton(line) && !page.isDate(line) && page.furnitureOf(line) === undefined,
  );
  if (words.length === 0) return [];
  const nobody = { number: 0, depth: 0, author: '', isAuthors: false, paragraphs: [] };
  const names = words.filter((line) => fullName.test(line));
  return [
    { ...nobody, paragraphs: words.map((text) => ({ text, pieces: [] })) },
    ...names.map((author) => ({ ...nobody, author })),
  ];
}

function openComment(author: string, indent: number, number: number, open: Draft[]): Draft {
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
  const parent = open.at(-1);
  const depth = parent ? parent.depth + 1 : 0;
  const draft: Draft = {
    number,
    indent,
    author,
    depth,
    paragraphs: [],
    ...(parent && { parent: parent.number }),
  };
  open.push(draft);
  return draft;
}

function enter({ number, text, pieces }: Line, ledger: Ledger): readonly number[] {
  return pieces ?? [ledger.add(number, text)];
}

function addLine(line: Line, draft: Draft | undefined, ledger: Ledger, page: Page): void {
  const pieces = enter(line, ledger);
  if (page.isButton(line.text) || page.isDate(line.text))
    ledger.drop(pieces, 'button or date of a comment', true);
  else if (!draft) ledger.drop(pieces, 'between post and comments', true);
  else if (line.afterGap || draft.paragraphs.length === 0) draft.paragraphs.push({ text: line.text, pieces });
  else {
    const last = draft.paragraphs.pop();
    draft.paragraphs.push({
      text: `${last?.text}\n${line.text}`,
      pieces: [...(last?.pieces ?? []), ...pieces],
    });
  }
}
