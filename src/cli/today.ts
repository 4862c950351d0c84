/** Which day it is: the only thing that the outside world tells the pipeline. */
import { MachineError } from '../rules.ts';

/** The last second of the year 9999: later years have five digits. */
const lastSecond = 253_402_300_799;

/**
 * Today in UTC, `YYYY-MM-DD`: of `SOURCE_DATE_EPOCH` where it is set, else of the clock.
 * https://reproducible-builds.org/specs/source-date-epoch/
 * @throws MachineError when the variable holds anything but whole seconds
 */
export function readToday(env: Readonly<Record<string, string | undefined>>): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return toDay(new Date());
  if (!/^\d{1,12}$/.test(epoch) || Number(epoch) > lastSecond)
    throw new MachineError(
      `SOURCE_DATE_EPOCH is “${epoch}”, expected whole seconds since 1 January 1970. Correct it, or unset it to go by the clock.`,
    );
  return toDay(new Date(Number(epoch) * 1000));
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
