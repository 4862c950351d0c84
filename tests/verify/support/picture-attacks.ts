/** Attacks on pictures that change HTML and XHTML alike. */

/** What is changed, the check that fails, and what is told. */
type Entry<Change> = readonly [change: Change, fails: string, told: RegExp];

/** Pictures that are lost, moved or said otherwise. @param change of a chapter with pictures */
export function movePictures<Change>(
  change: (from: string | RegExp, to: string) => Change,
): Readonly<Record<string, Entry<Change>>> {
  return {
    'a picture that is lost': [
      change(/<img src="images\/scale[^>]*>/, ''),
      'pictures',
      /scale\.jpg .* is not there/,
    ],
    'a picture at another word': [
      change(/stands (<img[^>]*>) in a sentence/, 'stands in a $1 sentence'),
      'pictures',
      /scale\.jpg .* is not there/,
    ],
    'a picture in front of another paragraph': [
      change(/<p>Before the first picture.<\/p>\n(<p><img[^>]*><\/p>)/, '$1<p>Before the first picture.</p>'),
      'pictures',
      /Unexpected picture “One tablet a day”/,
    ],
    'other words of a picture': [
      change('alt="One tablet a day"', 'alt="Ten tablets a day"'),
      'pictures',
      /says “Ten tablets a day” to those who do not see it/,
    ],
  };
}
