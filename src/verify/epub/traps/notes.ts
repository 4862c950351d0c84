/** Footnotes that pop up: Apple Books shows a note beside its call only when both are marked as such. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { XhtmlPage } from '../page.ts';
import { resolveHref } from '../paths.ts';
import type { EpubReading } from '../read.ts';
import { findAll, tokens, type XmlElement } from '../xml.ts';

/** Each call leads to a note in its own file, and each note back to a call. */
export function findNoteFaults({ pages }: EpubReading, file: string): readonly Message[] {
  return [...pages.values()].flatMap((page) =>
    [...inspectCalls(page), ...inspectNotes(page)].map((problem) =>
      createMessage('proof-note', { problem, where: page.path }, { file }),
    ),
  );
}

const listCalls = (tree: XmlElement) =>
  [...findAll(tree, 'a')].filter((link) => tokens(link, 'epub:type').includes('noteref'));
const listNotes = (tree: XmlElement) =>
  [...findAll(tree, 'aside')].filter((aside) => tokens(aside, 'epub:type').includes('footnote'));

function* inspectCalls({ tree, path }: XhtmlPage): Generator<string> {
  const notes = new Set(listNotes(tree).map(({ attributes }) => attributes.id));
  for (const call of listCalls(tree)) {
    const { href = '' } = call.attributes;
    const target = resolveHref(href, path);
    if (!tokens(call, 'role').includes('doc-noteref')) yield `the call ${href} has no role doc-noteref`;
    if (target?.path !== path || !notes.has(target.fragment)) yield `the call ${href} leads to no footnote`;
  }
}

function* inspectNotes({ tree, path }: XhtmlPage): Generator<string> {
  const calls = new Set(listCalls(tree).map(({ attributes }) => attributes.id));
  for (const note of listNotes(tree)) {
    const { id = '' } = note.attributes;
    const ways = [...findAll(note, 'a')].filter((link) => tokens(link, 'role').includes('doc-backlink'));
    const isBack = ({ attributes }: XmlElement) =>
      calls.has(resolveHref(attributes.href ?? '', path)?.fragment);
    if (!tokens(note, 'role').includes('doc-footnote')) yield `the note ${id} has no role doc-footnote`;
    if (ways.length === 0 || !ways.every(isBack)) yield `the note ${id} leads back to no call`;
  }
}
