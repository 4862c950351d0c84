/** Every word that the system itself prints in a document. */

/** The words of one language. */
export interface Words {
  readonly chapter: (number: number) => string;
  readonly contents: string;
  readonly readThisFirst: string;
  readonly pleaseRead: string;
  readonly warning: string;
  readonly editor: string;
  readonly 'key-points': string;
  readonly questions: string;
  readonly notes: string;
  readonly note: string;
  readonly back: string;
  readonly toDo: string;
  readonly done: string;
  readonly voice: Readonly<Record<'physician' | 'editor', string>>;
  readonly notReviewed: string;
  readonly reviewedBy: (name: string, date: string) => string;
  readonly by: (name: string) => string;
  readonly editedBy: (name: string) => string;
  readonly version: (version: string) => string;
  readonly published: (date: string) => string;
  readonly checked: (date: string) => string;
  readonly reviewBy: (date: string) => string;
  readonly aboutThisEdition: string;
  readonly source: string;
  readonly qrCode: (address: string) => string;
  readonly permission: string;
  readonly rights: string;
  readonly identifier: string;
  readonly disclaimerHash: string;
  readonly fromTheEdition: (title: string) => string;
  readonly inFullEdition: (title: string) => string;
  readonly typeset: string;
  /** A day, written out. */
  readonly day: (isoDate: string) => string;
}

const english: Words = {
  chapter: (number) => `Chapter ${number}`,
  contents: 'Contents',
  readThisFirst: 'Read this first',
  pleaseRead: 'Please read',
  warning: 'Warning',
  editor: 'Editor’s note',
  'key-points': 'Key points',
  questions: 'Questions to ask',
  notes: 'Notes',
  note: 'Note',
  back: 'back to the text',
  toDo: 'To do:',
  done: 'Done:',
  voice: {
    physician: 'The physician’s view, in our words. What the editor adds stands in boxes.',
    editor: 'Written by the editor.',
  },
  notReviewed: 'Not yet reviewed by a clinician. Check every point with your own prescriber or pharmacist.',
  reviewedBy: (name, date) => `Reviewed by ${name} on ${date}.`,
  by: (name) => `By ${name}`,
  editedBy: (name) => `Edited by ${name}`,
  version: (version) => `Version ${version}`,
  published: (date) => `Published ${date}`,
  checked: (date) => `Facts last checked ${date}`,
  reviewBy: (date) => `To be checked again by ${date}; do not rely on it after that day`,
  aboutThisEdition: 'About this edition',
  source: 'Source',
  qrCode: (address) => `QR code with the address ${address}`,
  permission: 'Permission',
  rights: 'Rights',
  identifier: 'Identifier',
  disclaimerHash: 'SHA-256 of the disclaimer',
  fromTheEdition: (title) => `From “${title}”`,
  inFullEdition: (title) => `“${title}” in the full edition`,
  typeset:
    'Set in Atkinson Hyperlegible Next, a typeface drawn by the Braille Institute for readers with low vision. Made with Caveat.',
  day: (isoDate) => formatDay(isoDate, 'en'),
};

const table: Readonly<Record<string, Words>> = { en: english };

/** Primary language subtags that Caveat has words for. */
export const languages: readonly string[] = Object.keys(table);

/** The words for a BCP 47 tag, by its primary subtag. `check` refuses languages without words. */
export function wordsFor(language: string): Words {
  const words = table[language.toLowerCase().split('-')[0] ?? ''];
  if (!words) throw new RangeError(`No words for the language ${language}`);
  return words;
}

/** `2026-11-23` → `23 November 2026`; `2017` and `2017-03` keep their precision. */
function formatDay(isoDate: string, locale: string): string {
  const [year, month, day] = isoDate.split('-');
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  };
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
    .format(date)
    .replaceAll(' ', '\u00A0');
}
