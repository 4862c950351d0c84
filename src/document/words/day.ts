/** A day in the words of a language. */

/**
 * `2026-11-23` → `23 November 2026`; `2017` and `2017-03` keep their precision.
 * @param locale BCP 47, with `-u-` keywords where calendar and digits are not to follow the region
 */
export function formatDay(isoDate: string, locale: string): string {
  const [year, month, day] = isoDate.split('-');
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  };
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale, options).format(date).replaceAll(' ', '\u00A0');
}
