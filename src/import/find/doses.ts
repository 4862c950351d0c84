/** Amounts of medicines in a text, for a person to look at: a number with a unit, or a frequency. */

const number = String.raw`\d+(?:[.,/]\d+)*(?:\s?(?:-|–|to)\s?\d+(?:[.,]\d+)*)?`;
const unit =
  '(?:mg|mcg|µg|μg|ug|ng|kg|g|mL|ml|L|cc|IU|units?|milligrams?|micrograms?|nanograms?|grams?|millilit(?:er|re)s?|tablets?|capsules?|pills?|drops?|sprays?|puffs?|patches|patch)';
const frequency = String.raw`(?:b\.?i\.?d|t\.?i\.?d|q\.?i\.?d|q\.?o\.?d|q\.?d|p\.?r\.?n|BID|TID|QID|QD|QOD|PRN|QHS|TIW)`;
const dose = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:\.?${number}[\s-]?${unit}(?:\s?/\s?\w+)?(?:\s+${frequency})?|${frequency})(?![\p{L}\d])`,
  'gu',
);

/** Every amount in a text, as it is written there. */
export function findDoses(text: string): string[] {
  return [...text.matchAll(dose)].map(([found]) => found);
}
