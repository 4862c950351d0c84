/** Chapters → files of `segments/`. */
import type { Heading, Nodes, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { visit } from '../../visit.ts';
import type { Ledger } from '../ledger.ts';
import type { Chapter } from '../tree/cut.ts';
import { lineOf, piecesOf } from '../tree/nodes.ts';
import { writeMarkdown } from './markdown.ts';
import { toSlug } from './names.ts';

/** A file of `segments/`. */
export interface SegmentFile {
  /** Without `.md`. */
  readonly name: string;
  /** `segments/NN-slug.md`. */
  readonly path: string;
  readonly title: string;
  /** The title stood in the text; else it is a copy. */
  readonly hasOwnTitle: boolean;
  readonly kind: 'chapter' | 'back';
  readonly body: string;
  readonly content: string;
}

/** @param taken slugs of the segments before; grows by those of these */
export function composeSegments(
  chapters: readonly Chapter[],
  kind: SegmentFile['kind'],
  taken: Set<string>,
  ledger: Ledger,
): SegmentFile[] {
  return chapters.map((chapter) => {
    const number = String(taken.size + 1).padStart(2, '0');
    const slug = unique(toSlug(chapter.title, 'part'), taken);
    const name = `${number}-${slug}`;
    const path = `segments/${name}.md`;
    if (chapter.titleNode) ledger.keep(piecesOf([chapter.titleNode]), `${path}, title`);
    ledger.keep(piecesOf(chapter.nodes), path);
    const body = writeMarkdown(levelHeadings(chapter.nodes));
    const content = `---\n${stringify({ title: chapter.title, kind, verbatim: true }, { lineWidth: 0 })}---\n\n${body}`;
    return {
      name,
      path,
      title: chapter.title,
      hasOwnTitle: chapter.titleNode !== undefined,
      kind,
      body,
      content,
    };
  });
}

function unique(slug: string, taken: Set<string>): string {
  let name = slug;
  for (let count = 2; taken.has(name); count += 1) name = `${slug}-${count}`;
  taken.add(name);
  return name;
}

/** The title is level 1: headings begin with 2, and no level is skipped; one without words is no heading. */
function levelHeadings(nodes: readonly RootContent[]): RootContent[] {
  const open: number[] = [];
  return nodes
    .filter((node) => node.type !== 'heading' || lineOf(node) !== '')
    .map((node) => {
      if (node.type !== 'heading') return flattenInner(node);
      while ((open.at(-1) ?? 0) >= node.depth) open.pop();
      open.push(node.depth);
      return { ...node, depth: Math.min(open.length + 1, 6) as Heading['depth'] };
    });
}

/** Headings inside quotations and lists become lines in bold: an outline has no place for them. */
function flattenInner(node: RootContent): RootContent {
  visit(node as Nodes, 'heading', (heading, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const children = [{ type: 'strong' as const, children: heading.children }];
    parent.children.splice(index, 1, { type: 'paragraph', children });
  });
  return node;
}
