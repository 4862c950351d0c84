/** Words and excerpts, as the account counts them. */

/** What stands between white space, spaces without a break or a width included. */
export function splitWords(text: string): string[] {
  return text.split(/[\s\u200B]+/u).filter((word) => word !== '');
}

/** Length in words; where no spaces stand between words, two characters are one. */
export function measure(text: string): number {
  const joined = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const spaced = splitWords(text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' '));
  return spaced.filter((word) => /[\p{L}\p{N}]/u.test(word) || joined === 0).length + Math.ceil(joined / 2);
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
