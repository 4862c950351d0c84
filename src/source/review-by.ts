/** Whether an edition is past the day by which its facts were to be checked again. */
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { MetadataResult } from './metadata.ts';

/** The day to judge by, and what to do with an edition that is past its own. */
export interface Today {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** A warning instead of an error. */
  readonly allowOutdated: boolean;
}

/** A message when `reviewBy` is over; the day itself is still good. */
export function checkReviewBy({ metadata, file, placeOf }: MetadataResult, today: Today): Message[] {
  if (metadata === undefined || today.day <= metadata.reviewBy) return [];
  const rule = today.allowOutdated ? 'review-overdue-allowed' : 'review-overdue';
  const values = { reviewBy: metadata.reviewBy, today: today.day };
  return [createMessage(rule, values, { file, place: placeOf('reviewBy') })];
}
