/** Which format a text is in, by its content: names of files say little. */
import type { Format } from './types.ts';

/** The format, or in words why it is none that can be imported. */
export type Recognised = { readonly format: Format } | { readonly problem: string };

/** @param text the file, or its first few thousand characters */
export function recognise(text: string): Recognised {
  const start = text.slice(0, 20_000).trimStart();
  if (/^(<\?xml|<rss\b|<!--)/.test(start) && /<rss\b/.test(start)) return recogniseFeed(start);
  if (/^<\?xml/.test(start) && !/<html\b|<!doctype html/i.test(start))
    return /<!DOCTYPE/i.test(start)
      ? { problem: 'it is XML with a document type, which no WordPress export has' }
      : { problem: 'it is XML, but not a WordPress export (RSS with `wp:` elements)' };
  if (/^<(!doctype html|html|head|body)\b/i.test(start)) return { format: 'html' };
  return { format: isFragment(start) ? 'html' : 'text' };
}

const tag = /<\/?(p|div|article|section|h[1-6]|ol|ul|li|table|blockquote|br)\b[^<>]*>/gi;

/** A part of a page has tags in many of its blocks; a text that speaks of tags has them in few. */
function isFragment(start: string): boolean {
  const blocks = start.split(/\n\s*\n/);
  const tagged = blocks.filter((block) => block.search(tag) !== -1);
  return (start.match(tag)?.length ?? 0) >= 2 && tagged.length * 4 >= blocks.length;
}

function recogniseFeed(start: string): Recognised {
  if (/<!DOCTYPE/i.test(start))
    return { problem: 'it is XML with a document type, which no WordPress export has' };
  if (/xmlns:wp\s*=/.test(start)) return { format: 'wxr' };
  return { problem: 'it is a feed, not a WordPress export (Tools → Export)' };
}
