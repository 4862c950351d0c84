/** Addresses inside an EPUB. */

/** An address in the archive. */
export interface Target {
  /** From the archive's root, decoded. */
  readonly path: string;
  /** Absent when the address names a whole file. */
  readonly fragment?: string;
}

/** Whether an address names a scheme, as `https:` does, or a host. */
export function isExternal(href: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(href);
}

/** Resolves a relative address; undefined when it leads out of the archive or cannot be decoded. */
export function resolveHref(href: string, from: string): Target | undefined {
  const [address = '', fragment] = href.split('#');
  try {
    const path = address === '' ? from : joinPath(from, decodeURIComponent(address));
    if (path === undefined) return undefined;
    return fragment === undefined ? { path } : { path, fragment: decodeURIComponent(fragment) };
  } catch {
    return undefined;
  }
}

function joinPath(from: string, address: string): string | undefined {
  if (address.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
