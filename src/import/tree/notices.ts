/** The public warning and the legal lines of a post: taken out of the text, to be proposed as the disclaimer. */
import type { Nodes, Paragraph, Parents, RootContent } from 'mdast';
import { splitWords } from '../words.ts';
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

const heading =
  /^(?:(?:public|important|medical|health|safety|general|legal|patient)\s+){0,3}(?:warnings?|disclaimers?|cautions?|notices?)\s*:?$/iu;

const warns =
  /\b(warning|caution|danger\w*|injur\w*|death|fatal\w*|die|kill\w*|controlled substance|qualified|physicians?|doctors?|prescrib\w*|pharmacist|emergency|professional|health ?care|at your own risk|overdose|do not|never)\b/iu;

const legal =
  /informational purposes|for information only|\bnot\b.{0,30}\bsubstitute\b|medical advice|not legal for me|(doctor|physician|therapist)[- ]patient relationship|not for e-?mail|not for appointments|appointment\b.{0,40}\b(telephone|call|phone|office)|consult (your|a|with) |seek the advice|\bliab(le|ility)\b|not intended (to|as)|educational purposes/iu;

/** What reassures would weaken the warning: it stays in the text. */
const reassures = /\b(safe(st|ly|r)?|effective|harmless|proven|cures?|off[- ]?label)\b/iu;

/** Longer paragraphs are text. */
const longest = { warning: 40, legal: 60 };

/**
 * Takes the notices out. What stands behind the warning's heading inside a list leaves the list: the page has set it
 * there only by its indent.
 * @param root its children are changed
 */
export function takeNotices(root: RootContent[]): Notice[] {
  const tree: Parents = { type: 'root', children: root };
  const slots = listSlots(tree);
  const start = slots.findIndex(({ text, opensItem }) => !opensItem && heading.test(text));
  const roles = start === -1 ? findEnds(slots) : findBehind(slots, start);
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

function findBehind(slots: readonly Slot[], start: number): Roles {
  const roles: Roles = new Map();
  const [first, ...behind] = slots.slice(start);
  if (first) roles.set(first, 'heading');
  const short = behind.findIndex((slot) => !mayWarn(slot));
  const run = short === -1 ? behind : behind.slice(0, short);
  const last = run.findLastIndex(
    ({ text }, index) => warns.test(text) || !isFinished(run[index - 1]?.text ?? '.'),
  );
  for (const slot of run.slice(0, last + 1)) roles.set(slot, 'warning');
  for (const slot of behind) if (isLegal(slot)) roles.set(slot, 'legal');
  return roles;
}

/** Lines of a warning are short; one without a warning word is part of it if such a line follows. */
function mayWarn({ node, text, opensItem }: Slot): boolean {
  return (
    !opensItem &&
    node.type === 'paragraph' &&
    splitWords(text).length <= longest.warning &&
    !reassures.test(text)
  );
}

function isLegal({ node, text, opensItem }: Slot): boolean {
  return (
    !opensItem && node.type === 'paragraph' && splitWords(text).length <= longest.legal && legal.test(text)
  );
}

/** Without a heading, the lines at the very end and at the very beginning. */
function findEnds(slots: readonly Slot[]): Roles {
  const roles: Roles = new Map();
  for (const slot of [...slots].reverse()) {
    if (!isLegal(slot)) break;
    roles.set(slot, 'legal');
  }
  for (const slot of slots) {
    if (!isLegal(slot)) break;
    roles.set(slot, 'legal');
  }
  return roles.size === slots.length ? new Map() : roles;
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
