/** Addresses of links: `slug#id` in the source, `#slug--id` in a composed document. */

/** Where a link of the source leads. */
export type Target =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'internal'; readonly slug: string; readonly id?: string };

/** Reads the address of a link in the segment `slug`. */
export function readTarget(href: string, slug: string): Target {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return { kind: 'external', url: href };
  const [path = '', id] = decode(href).split('#', 2);
  return { kind: 'internal', slug: path || slug, ...(id && { id }) };
}

/** Markdown writes `#über` as `#%C3%BCber`; ids are not written so. */
function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The address in a composed document; footnote links are in that form already. */
export function resolveHref(href: string, slug: string): string {
  if (href.startsWith(`#${slug}--`)) return href;
  const target = readTarget(href, slug);
  if (target.kind === 'external') return target.url;
  return target.id ? `#${target.slug}--${target.id}` : `#${target.slug}`;
}

/** The slug of the segment that an address in a composed document leads into; absent for others. */
export function slugOf(href: string): string | undefined {
  return href.startsWith('#') ? href.slice(1).split('--', 1)[0] : undefined;
}
