/** The line below a title that says who wrote the post, and when. */
import { languages } from '../languages/index.ts';

/** What a byline tells; absent when the line is none. */
export function readByline(text: string): { author?: string; date?: string } | undefined {
  const line = text.trim();
  const bare = readDate(line);
  if (bare !== undefined) return { date: bare };
  if (line.split(' ').length > 14) return undefined;
  for (const { byline } of languages) {
    const { on, by, writer } = byline.exec(line)?.groups ?? {};
    const date = on === undefined ? undefined : readDate(on);
    const author = (by ?? writer)?.trim();
    if (date !== undefined || author !== undefined)
      return { ...(author !== undefined && { author }), ...(date !== undefined && { date }) };
  }
  return undefined;
}

const time = String.raw`(?:,? ?(?:at |um |a las |à )?\d{1,2}[:h]\d{2}.{0,8})?`;
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const american = new RegExp(String.raw`^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${time}$`, 'iu');
const european = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de |ב)?(\p{L}{3,10})\.?,?(?: de)? (\d{4})${time}$`,
  'iu',
);
const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?: ?.{0,4}\d{1,2}:\d{2})?$/u;

/** A day in one of the forms of weblogs: `March 5, 2017`, `5. März 2017`, `2017-03-05`; the time may follow. */
export function readDate(text: string): string | undefined {
  const big = iso.exec(text) ?? chinese.exec(text);
  if (big) return toDay(Number(big[1]), Number(big[2]), Number(big[3]));
  const first = american.exec(text);
  if (first) return toDay(Number(first[3]), monthOf(first[1]), Number(first[2]));
  const second = european.exec(text);
  if (second) return toDay(Number(second[3]), monthOf(second[2]), Number(second[1]));
  return undefined;
}

/** 1 to 12; 0 for what is no month in any language. */
function monthOf(name = ''): number {
  const start = name.toLowerCase();
  const found = languages.map(({ months }) =>
    months.findIndex((month) => month.toLowerCase().startsWith(start)),
  );
  return (found.find((index) => index !== -1) ?? -1) + 1;
}

function toDay(year: number, month: number, day: number): string | undefined {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > days) return undefined;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}-${pad(day)}`;
}
