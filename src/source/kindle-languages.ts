/**
 * Languages (ISO 639) that Kindle's shop lists for e-books; a book in another may be refused without a word.
 *
 * Source: https://kdp.amazon.com/en_US/help/topic/G200673300, as retrieved on 2022-09-13.
 */
export const kindleLanguages: ReadonlySet<string> = new Set(
  'af ar br ca co cy da de en es eu fi fr frr fy ga gd gl gsw gu gv hi is it ja kw lb ml mr nb nl nn oc pl pt rm sco stq sv ta zh'.split(
    ' ',
  ),
);
