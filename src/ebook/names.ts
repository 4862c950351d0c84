import assert from 'node:assert/strict';

/** Characters that need no percent-encoding in a URL (RFC 3986, section 2.3, without the tilde), and `/`. */
const portable = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * Asserts that paths are safe in every reading system and distinct even where case does not count.
 *
 * OCF 3.3, sections 4.2.3 and 4.2.5 forbid two names that differ by case only; Kindle refuses books
 * with spaces or non-ASCII in file names.
 */
export function assertNames(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    assert(
      portable.test(path),
      `Unexpected file name \`${path}\` in the e-book, expected letters a-z, digits, . _ -`,
    );
    const folded = path.toLowerCase();
    assert(!seen.has(folded), `Unexpected second file \`${path}\` in the e-book, expected distinct names`);
    seen.add(folded);
  }
}

/** Id of a manifest item, made from its path so that it stays when others come and go. Never the same for two. */
export function createItemId(path: string): string {
  const encoded = path.replace(/[^A-Za-z0-9.-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);
  return `item-${encoded}`;
}

/** Link to an id in a file beside this one: percent-encoded, whatever language the id is in. */
export function createHref(fileName: string, id?: string): string {
  return id === undefined ? fileName : `${fileName}#${encodeURIComponent(id)}`;
}
