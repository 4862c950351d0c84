/** A disclaimer is tagged as real content: read out as the paragraphs and items that it is, and as nothing else. */
import { excerpt } from '../../checks/describe.ts';
import { countWords } from '../../fold.ts';
import type { Transcript } from '../../transcript.ts';
import type { StructureNode } from '../structure.ts';
import type { Notice } from './notices.ts';

/** Types that read their text out in place (ISO 32000-1, 14.8.4). */
const groups = new Set('Root Document Part Art Sect Div Aside NonStruct'.split(' '));
/** Types that say that what is in them belongs together; a box is one. NonStruct says nothing. */
const boxes = new Set('Art Sect Div Aside'.split(' '));
const texts = new Set('P L LI LBody Span Strong Em Link'.split(' '));

/** Words of the box's own label: "Please read". */
const labelWords = 6;

/** What is wrong with the structure elements of a disclaimer; undefined when nothing is. @param languages of the document, and of the edition: that they differ is told elsewhere */
export function findTagFault(
  { page, ids }: Notice,
  transcript: Transcript,
  languages: readonly string[],
): string | undefined {
  const expected = languages.map(primaryOf);
  const paths = page.tree ? [...findPaths(page.tree, ids, [])] : [];
  if (paths.length < ids.size) return 'a part of it is not in the structure tree';
  for (const node of paths.flat()) {
    const role = node.role ?? '';
    if (!groups.has(role) && !texts.has(role)) return `a part of it is tagged as ${role || 'nothing'}`;
    if (node.lang !== undefined && !expected.includes(primaryOf(node.lang)))
      return `a part of it is read out in another language: ${node.lang || 'none'}`;
  }
  if (!paths.every((path) => path.some(({ role }) => role === 'P' || role === 'LBody')))
    return 'a part of it is in no paragraph';
  return findIntruder(paths, ids, transcript);
}

/** `en` of `en-US`. */
function primaryOf(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}

/** The elements above each content, the root first. */
function* findPaths(
  node: StructureNode,
  ids: ReadonlySet<string>,
  above: readonly StructureNode[],
): Generator<readonly StructureNode[]> {
  if (node.role === undefined && ids.has(node.id ?? '')) yield above;
  for (const child of node.children ?? []) yield* findPaths(child, ids, [...above, node].filter(isElement));
}

function isElement({ role }: StructureNode): boolean {
  return role !== undefined;
}

/** Its paragraphs stand in one group that is named as such, with nothing but a short label besides. */
function findIntruder(
  paths: readonly (readonly StructureNode[])[],
  ids: ReadonlySet<string>,
  { passages }: Transcript,
): string | undefined {
  const [first = []] = paths;
  const box = first.findLast(
    (node) => boxes.has(node.role ?? '') && paths.every((path) => path.includes(node)),
  );
  if (!box) return 'it is in no group of its own';
  const held = listContent(box);
  const strange = passages.filter(
    ({ sources }) => sources.some((id) => held.has(id)) && !sources.some((id) => ids.has(id)),
  );
  const words = strange.reduce((sum, { raw }) => sum + countWords(raw), 0);
  if (words <= labelWords) return undefined;
  return `it is not in a group of its own, beside \u201c${excerpt(strange[0]?.raw ?? '', 40)}\u201d`;
}

function listContent(node: StructureNode, found = new Set<string>()): ReadonlySet<string> {
  if (node.role === undefined && node.id !== undefined) found.add(node.id);
  for (const child of node.children ?? []) listContent(child, found);
  return found;
}
