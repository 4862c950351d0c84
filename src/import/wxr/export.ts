/** An export, read in pieces → the posts that are wanted, one after the other. */
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { composeContent, type Imported } from '../content.ts';
import { encodingOf } from '../encoding.ts';
import { Ledger } from '../ledger.ts';
import { explainLoss } from '../loss.ts';
import type { About } from '../types.ts';
import { fieldOf, mostComments, type WxrItem } from './item.ts';
import { openWxr } from './parse.ts';
import { readItem } from './read.ts';

/** Which posts of an export are wanted. */
export interface Wanted {
  /** Id, slug or title; absent: the only post of the export. */
  readonly post?: string;
  /** Every published post and page. */
  readonly all: boolean;
}

/** A post, or in words why it cannot be imported. */
export type Composed = Imported | { readonly problem: string };

/** Takes an export in pieces; posts come as soon as they are whole. */
export interface ExportReader {
  /** @returns posts that became whole. @throws WxrProblem */
  write(bytes: Uint8Array): Composed[];
  /** @returns the posts that are left, or in words why there are none. @throws WxrProblem */
  finish(): { readonly posts: readonly Composed[] } | { readonly problem: string };
}

/** As many posts are named when it is not clear which is wanted. */
const mostNamed = 20;

/**
 * Opens an export.
 * @param start the first bytes, to recognise the encoding by
 * @param today day of the import, `YYYY-MM-DD`
 */
export function openExport(start: Uint8Array, wanted: Wanted, today: string, about: About): ExportReader {
  const encoding = encodingOf(start);
  const decoder = iconv.getDecoder(encoding);
  const channel = new Map<string, string>();
  const names: string[] = [];
  const ready: WxrItem[] = [];
  let found = 0;
  const parser = openWxr(
    (item) => {
      if (!isText(item)) return;
      if (isPublished(item)) names.push(nameOf(item));
      if (!isWanted(item, wanted, found)) return;
      found += 1;
      ready.push(item);
    },
    (name, text) => channel.set(name, text.trim()),
  );
  const compose = () => ready.splice(0).map((item) => composeItem(item, channel, encoding, today, about));
  return {
    write: (bytes) => {
      parser.write(decoder.write(Buffer.from(bytes)));
      return wanted.all ? compose() : [];
    },
    finish: () => {
      parser.write(decoder.end() ?? '');
      parser.finish();
      const problem = judge(wanted, found, names);
      return problem === undefined ? { posts: compose() } : { problem };
    },
  };
}

/** Why it is not clear which post is wanted; absent when it is. */
function judge({ all, post }: Wanted, found: number, names: readonly string[]): string | undefined {
  if (!all && post === undefined && names.length > 1)
    return `it holds ${names.length} posts: name one with --post, or use --all (${list(names)})`;
  if (!all && post !== undefined && found > 1) return `${found} posts are called ${post}: name one by its id`;
  if (found > 0) return undefined;
  return names.length === 0
    ? 'the export holds no published post'
    : `no post is called ${post} (${list(names)})`;
}

function list(names: readonly string[]): string {
  const more = names.length > mostNamed ? `, and ${names.length - mostNamed} more` : '';
  return `${names.slice(0, mostNamed).join('; ')}${more}`;
}

/** Posts and pages with a text; menus, pictures and revisions are none. */
function isText(item: WxrItem): boolean {
  const type = fieldOf(item, 'wp:post_type');
  const status = fieldOf(item, 'wp:status');
  const gone = status === 'trash' || status === 'auto-draft' || status === 'inherit';
  return (type === 'post' || type === 'page') && !gone && fieldOf(item, 'content:encoded') !== '';
}

function isPublished(item: WxrItem): boolean {
  return fieldOf(item, 'wp:status') === 'publish';
}

function isWanted(item: WxrItem, { post, all }: Wanted, found: number): boolean {
  if (all) return isPublished(item);
  if (post === undefined) return isPublished(item) && found === 0;
  const asked = post.trim().toLowerCase();
  return ['wp:post_id', 'wp:post_name', 'title'].some((name) => fieldOf(item, name).toLowerCase() === asked);
}

/** `12 sore-knees “Sore knees”`. */
function nameOf(item: WxrItem): string {
  return `${fieldOf(item, 'wp:post_id')} ${fieldOf(item, 'wp:post_name')} “${fieldOf(item, 'title')}”`;
}

function composeItem(
  item: WxrItem,
  channel: ReadonlyMap<string, string>,
  encoding: string,
  today: string,
  about: About,
): Composed {
  if (item.surplus > 0)
    return {
      problem: `${nameOf(item)} has ${mostComments + item.surplus} comments, expected at most ${mostComments}`,
    };
  const content = item.fields.get('content:encoded')?.text ?? '';
  const identity = [fieldOf(item, 'guid'), fieldOf(item, 'wp:post_id'), content].join('\0');
  const sha256 = createHash('sha256').update(identity).digest('hex');
  const source = { encoding, sha256, lines: content.split('\n').length };
  try {
    const ledger = new Ledger();
    return composeContent(readItem(item, channel, ledger), ledger, source, today, about);
  } catch (error) {
    return { problem: `${nameOf(item)}: ${explainLoss(error)}` };
  }
}
