/** A saved weblog post → the files of a content folder, and the account of every line. Pure. */
import { createHash } from 'node:crypto';
import { composeContent, type Imported } from './content.ts';
import { decode, decodeStart } from './encoding.ts';
import { readHtml } from './html/read.ts';
import { Ledger } from './ledger.ts';
import { explainLoss } from './loss.ts';
import { type Recognised, recognise } from './recognise.ts';
import { readText } from './text/read.ts';
import { lineOf } from './tree/nodes.ts';
import type { About, Format, Post } from './types.ts';

export type { Imported } from './content.ts';
export type { Report } from './report.ts';
export type { About } from './types.ts';
export { type Composed, type ExportReader, openExport, type Wanted } from './wxr/export.ts';
export { WxrProblem } from './wxr/parse.ts';

/** What came of an import, or in words why there is nothing to import. */
export type ImportResult = { readonly posts: readonly Imported[] } | { readonly problem: string };

/**
 * Imports a post from a file that is held in memory: plain text or HTML.
 * @param today day of the import, `YYYY-MM-DD`: the edition's date
 * @param about what the user knows of the post; it goes before what the post says
 */
export async function importPost(bytes: Uint8Array, today: string, about: About = {}): Promise<ImportResult> {
  const decoded = decode(bytes);
  if ('problem' in decoded) return decoded;
  const { text, encoding } = decoded;
  const recognised = recognise(text);
  if ('problem' in recognised) return recognised;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { encoding, sha256, lines: text.split('\n').length };
  try {
    const ledger = new Ledger();
    const post = await read(text, recognised.format, ledger, about);
    if ('problem' in post) return post;
    return { posts: [composeContent(post, ledger, source, today, about)] };
  } catch (error) {
    return { problem: explainLoss(error) };
  }
}

async function read(
  text: string,
  format: Format,
  ledger: Ledger,
  about: About,
): Promise<Post | { readonly problem: string }> {
  if (format === 'html' && /<html\b/i.test(text) && !/<\/html\s*>/i.test(text))
    return { problem: 'the page has no end (</html>): the file is cut off' };
  const post =
    format === 'html' ? await readHtml(text, ledger, about) : readText(text, ledger, about.language);
  if ('problem' in post) return post;
  return post.body.every((node) => lineOf(node) === '') ? { problem: 'it holds no text of a post' } : post;
}

/** The format of a file by its first bytes, or in words why it cannot be imported. */
export function recogniseStart(start: Uint8Array): Recognised {
  const decoded = decodeStart(start);
  return 'problem' in decoded ? decoded : recognise(decoded.text);
}
