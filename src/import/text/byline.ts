/** The line below a title that says who wrote the post, and when. */

/** What a byline tells; absent when the line is none. */
export function readByline(text: string): { author?: string; date?: string } | undefined {
  const match =
    /^(?:posted|published|written|updated)?\s*(?:on\s+(?<on>.{6,30}?))?\s*(?:by:?\s+(?<by>[\p{L}][\p{L}.,' -]{2,60}))?$/iu.exec(
      text.trim(),
    );
  const bare = readDate(text.trim());
  if (bare !== undefined) return { date: bare };
  if (!match || match[0].split(' ').length > 14) return undefined;
  const date = match.groups?.on === undefined ? undefined : readDate(match.groups.on);
  const author = match.groups?.by?.trim();
  if (date === undefined && author === undefined) return undefined;
  return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day in one of the forms of weblogs: `March 5, 2017`, `5 March 2017`, `2017-03-05`; the time may follow. */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american =
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (?:at )?\d{1,2}:\d{2}.{0,4})?$/i.exec(text);
  if (american) return toDay(Number(american[3]), monthOf(american[1]), Number(american[2]));
  const european =
    /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})(?:,? (?:at )?\d{1,2}:\d{2}.{0,4})?$/i.exec(text);
  if (european) return toDay(Number(european[3]), monthOf(european[2]), Number(european[1]));
  return undefined;
}

function monthOf(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function toDay(year: number, month: number, day: number): string | undefined {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > days) return undefined;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}
