/** Short addresses on a page, such as `/about`, become whole ones. */
import type { Element, Root } from 'hast';
import { findAll } from './elements.ts';

/** @param base address of the page; without it, only whole addresses are links */
export function resolveLinks(article: Root | Element, base: string | undefined): void {
  for (const link of findAll(article, ({ tagName }) => tagName === 'a')) {
    const href = String(link.properties.href ?? '').trim();
    const url = href.startsWith('#') ? undefined : resolve(href, base);
    if (url !== undefined) link.properties.href = url;
  }
}

/** Absent for what is no address on the web: the allow-list and the clean-up judge that as it is. */
function resolve(href: string, base: string | undefined): string | undefined {
  try {
    const { protocol, username, password } = new URL(href, base);
    if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
    return /^https?:\S+$/i.test(href) ? href : new URL(href, base).href;
  } catch {
    return undefined;
  }
}
