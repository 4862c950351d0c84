/** What each check of the proof says when it holds. */

const sentences: Readonly<Record<string, string>> = {
  readable: 'The file can be read',
  'plain-file': 'It is plain pages: nothing runs, moves, hides or lies on them',
  'read-aloud': 'What is read out is what is seen',
  'text-visible': 'All text is dark, opaque, upright and uncut',
  'text-uncovered': 'Nothing covers any text',
  'text-letters': 'The letters of all text are what they say',
  tagged: 'Its text is tagged for screen readers',
  language: 'It names its language',
  'disclaimer-full': 'The full disclaimer stands in the front matter, whole',
  'disclaimer-chapter': 'The disclaimer opens the chapter',
  'disclaimer-tagged': 'The disclaimers are real text in a box of their own',
  'disclaimer-visible': 'Nothing hides, shrinks or clips a disclaimer',
  'disclaimer-contrast': 'The disclaimers are dark on light',
  'disclaimer-letters': 'The letters of the disclaimers are what they say',
  'disclaimer-uncovered': 'Nothing covers a disclaimer',
  'disclaimer-one-bit': 'The disclaimers survive a black-and-white copier',
  headings: 'Every heading is there, in order',
  'text-complete': 'Every block of the text is there, word for word',
  'text-added': 'Nothing is added but the labels and lines of the edition',
  'list-numbers': 'Numbered items keep their numbers',
  links: 'Every link leads somewhere',
  'fonts-embedded': 'Every font is in the file',
  'type-size': 'No letter is smaller than its readers need',
  measure: 'No line is longer than its readers need',
  margins: 'Nothing stands in the margins',
  'picture-density': 'Pictures are fine enough for print',
  'running-line': 'The running line is on every page',
  'page-numbers': 'Page numbers lead to the pages that they name',
  privacy: 'No name, address or text of a reader is in it',
  formulas: 'Every formula is marked as one, with its words',
  'out-of-date': 'Every page says that the edition is out of date',
  imposition: 'Folded, the pages are in order',
  'pdf-ua': 'No breach of PDF/UA-1 that a machine can find',
  markup: 'Every reader shows its markup as it is',
  spine: 'Every part is in the reading order',
  navigation: 'The contents lead to every part',
  'reading-systems': 'None of the known traps of e-readers',
  'page-list': 'Its page numbers are those of the book',
};

/** The sentence of a check; its id where it has none. */
export function nameCheck(check: string): string {
  return sentences[check] ?? check;
}
