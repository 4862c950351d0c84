/** A long title → title and subtitle. */

/** Longer titles are parted, in characters. */
const longest = 60;

/** Parts a long title behind a dash or colon, so that running heads and file names stay short. */
export function splitTitle(title: string): { title: string; subtitle?: string } {
  if (title.length <= longest) return { title };
  const match = /^(.{10,60}?)(?:\s[–—-]\s|:\s)(.+)$/u.exec(title);
  return match?.[1] === undefined || match[2] === undefined
    ? { title }
    : { title: match[1].trim(), subtitle: match[2].trim() };
}
