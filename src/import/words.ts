/** Words and excerpts, as the account counts them. */

/** What stands between white space, spaces without a break or a width included. */
export function splitWords(text: string): string[] {
  return text.split(/[\s\u200B]+/u).filter((word) => word !== '');
}

/** Text without any white space: what survives re-wrapping and typographic spacing. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** One line with single spaces. */
export function toLine(text: string): string {
  return splitWords(text).join(' ');
}

/** The first 80 characters on one line. */
export function excerptOf(text: string): string {
  return [...toLine(text)].slice(0, 80).join('');
}
