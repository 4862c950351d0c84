/** Footnotes that pop up: Apple Books shows a note beside its call only when both are marked as such. */
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import type { OpenPage } from '../page.ts';
import { resolveHref } from '../paths.ts';
import { tellElement } from '../place.ts';
import type { InspectPage } from '../read.ts';
import { findAll, tokens, type XmlElement } from '../xml.ts';

/** Each call leads to a note in its own file, and each note back to a call. */
export function seekNoteFaults(file: string): InspectPage {
  return (open) =>
    [...inspectCalls(open), ...inspectNotes(open)].map(
      ({ problem, element }): Message =>
        createMessage('proof-note', { problem, where: tellElement(open.page.path, element) }, { file }),
    );
}

interface Fault {
  readonly problem: string;
  readonly element: XmlElement;
}

const listCalls = (tree: XmlElement) =>
  findAll(tree, 'a').filter((link) => tokens(link, 'epub:type').includes('noteref'));
const listNotes = (tree: XmlElement) =>
  findAll(tree, 'aside').filter((aside) => tokens(aside, 'epub:type').includes('footnote'));

function* inspectCalls({ tree, page: { path } }: OpenPage): Generator<Fault> {
  const notes = new Set(listNotes(tree).map(({ attributes }) => attributes.id));
  for (const call of listCalls(tree)) {
    const { href = '' } = call.attributes;
    const target = resolveHref(href, path);
    const tell = (problem: string): Fault => ({ problem, element: call });
    if (!tokens(call, 'role').includes('doc-noteref')) yield tell(`the call ${href} has no role doc-noteref`);
    if (target?.path !== path || !notes.has(target.fragment))
      yield tell(`the call ${href} leads to no footnote`);
  }
}

function* inspectNotes({ tree, page: { path } }: OpenPage): Generator<Fault> {
  const calls = new Set(listCalls(tree).map(({ attributes }) => attributes.id));
  for (const note of listNotes(tree)) {
    const { id = '' } = note.attributes;
    const tell = (problem: string): Fault => ({ problem, element: note });
    const ways = findAll(note, 'a').filter((link) => tokens(link, 'role').includes('doc-backlink'));
    const isBack = ({ attributes }: XmlElement) =>
      calls.has(resolveHref(attributes.href ?? '', path)?.fragment);
    if (!tokens(note, 'role').includes('doc-footnote')) yield tell(`the note ${id} has no role doc-footnote`);
    if (ways.length === 0 || !ways.every(isBack)) yield tell(`the note ${id} leads back to no call`);
  }
}
