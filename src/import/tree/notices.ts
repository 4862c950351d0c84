/** The public warning and the legal lines of a post: taken out of the text, to be proposed as the disclaimer. */
import type { Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { NoticeWords } from '../languages/index.ts';
import { measure } from '../words.ts';
import { lineOf } from './nodes.ts';
import { isFinished } from './sentences.ts';

/** A paragraph of a notice. */
export interface Notice {
  readonly role: 'heading' | 'warning' | 'legal';
  readonly node: Paragraph;
}

/** A place in the text where a paragraph stands. */
interface Slot {
  readonly parent: Parents;
  readonly node: Nodes;
  readonly text: string;
  /** First in an item of a list: it cannot be taken away from its number. */
  readonly opensItem: boolean;
  /** The top-level list that it stands in. */
  readonly list?: RootContent;
}

/** Longer paragraphs are text; in words. */
const longest = { warning: 40, legal: 60 };

/**
 * Takes the notices out. What stands behind the warning's heading inside a list leaves the list: the page has set it
 * there only by its indent.
 * @param root its children are changed
 * @returns nothing where there is nothing else: such a post is a text about warnings
 */
export function takeNotices(root: RootContent[], words: NoticeWords): Notice[] {
  const tree: Parents = { type: 'root', children: root };
  const slots = listSlots(tree);
  const start = slots.findIndex(({ text, opensItem }) => !opensItem && words.heading.test(text));
  const roles = start === -1 ? findEnds(slots, words) : findBehind(slots, start, words);
  if (roles.size === slots.length) return [];
  if (start !== -1) hoist(slots.slice(start), roles, tree);
  return [...roles]
    .sort(([a], [b]) => slots.indexOf(a) - slots.indexOf(b))
    .map(([slot, role]) => take(slot, role));
}

function listSlots(parent: Parents, list?: RootContent): Slot[] {
  return parent.children.flatMap((node, index) => {
    const inside = list ?? (node.type === 'list' ? node : undefined);
    if (node.type === 'list' || node.type === 'listItem') return listSlots(node, inside);
    return [
      {
        parent,
        node,
        text: lineOf(node),
        opensItem: index === 0 && parent.type === 'listItem',
        ...(inside && { list: inside as RootContent }),
      },
    ];
  });
}

type Roles = Map<Slot, Notice['role']>;

function findBehind(slots: readonly Slot[], start: number, words: NoticeWords): Roles {
  const roles: Roles = new Map();
  const [first, ...behind] = slots.slice(start);
  if (first) roles.set(first, 'heading');
  const short = behind.findIndex((slot) => !mayWarn(slot, words));
  const run = short === -1 ? behind : behind.slice(0, short);
  const last = run.findLastIndex(
    ({ text }, index) => words.warns.test(text) || !isFinished(run[index - 1]?.text ?? '.'),
  );
  for (const slot of run.slice(0, last + 1)) roles.set(slot, 'warning');
  for (const slot of behind) if (isLegal(slot, words)) roles.set(slot, 'legal');
  return roles;
}

/** Lines of a warning are short; one without a warning word is part of it if such a line follows. */
function mayWarn({ node, text, opensItem }: Slot, { reassures }: NoticeWords): boolean {
  return !opensItem && node.type === 'paragraph' && measure(text) <= longest.warning && !reassures.test(text);
}

function isLegal({ node, text, opensItem }: Slot, { legal }: NoticeWords): boolean {
  return !opensItem && node.type === 'paragraph' && measure(text) <= longest.legal && legal.test(text);
}

/** Without a heading, the lines at the very end and at the very beginning. */
function findEnds(slots: readonly Slot[], words: NoticeWords): Roles {
  const roles: Roles = new Map();
  for (const slot of [...slots].reverse()) {
    if (!isLegal(slot, words)) break;
    roles.set(slot, 'legal');
  }
  for (const slot of slots) {
    if (!isLegal(slot, words)) break;
    roles.set(slot, 'legal');
  }
  return roles;
}

/** Puts what is left behind the heading in a list behind that list. */
function hoist(slots: readonly Slot[], roles: Roles, tree: Parents): void {
  let after: Nodes | undefined;
  for (const slot of slots) {
    if (!slot.list || roles.has(slot) || slot.opensItem) continue;
    slot.parent.children.splice(slot.parent.children.indexOf(slot.node as never), 1);
    const at = tree.children.indexOf((after ?? slot.list) as never);
    tree.children.splice(at + 1, 0, slot.node as never);
    after = slot.node;
  }
}

function take({ parent, node }: Slot, role: Notice['role']): Notice {
  const at = parent.children.indexOf(node as never);
  parent.children.splice(at, 1);
  const children = node.type === 'paragraph' || node.type === 'heading' ? node.children : [];
  return { role, node: { type: 'paragraph', children } };
}
