/** Names of files and editions: lower-case ASCII words joined by hyphens. */

/** Longest name of a segment without its number. */
const longest = 40;

/** @param fallback for texts without a Latin letter */
export function toSlug(text: string, fallback: string, limit = longest): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  while (words[0] !== undefined && !/^[a-z]/.test(words[0])) words.shift();
  let slug = '';
  for (const word of words) {
    const next = slug === '' ? word : `${slug}-${word}`;
    if (next.length > limit) break;
    slug = next;
  }
  return slug === '' ? (words[0]?.slice(0, limit) ?? fallback) : slug;
}

/** A UUID that is the same for the same text: SHA-256 in the form of version 8 (RFC 9562, 5.8). */
export function toUuid(sha256: string): string {
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}a${sha256.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
