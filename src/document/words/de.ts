/** German, with the formal “Sie”. */
import { formatDay } from './day.ts';
import type { Words } from './words.ts';

export const german: Words = {
  direction: 'ltr',
  quoted: (text) => `„${text}“`,
  label: (label) => `${label}: `,
  chapter: (number) => `Kapitel ${number}`,
  contents: 'Inhalt',
  cover: 'Umschlag',
  page: (number) => `Seite\u00A0${number}`,
  readThisFirst: 'Bitte zuerst lesen',
  pleaseRead: 'Bitte lesen',
  warning: 'Warnung',
  editor: 'Anmerkung der Redaktion',
  'key-points': 'Das Wichtigste',
  questions: 'Fragen, die Sie stellen können',
  medicines: 'Medikamente, die ich nehme',
  medicineColumns: ['Medikament', 'Wofür', 'Wie viel und wann, so wie es verordnet wurde', 'Verordnet von'],
  forEachMedicine: 'Schreiben Sie für jedes auf:',
  notes: 'Anmerkungen',
  note: 'Anmerkung',
  back: 'zurück zum Text',
  toDo: 'Zu tun:',
  done: 'Erledigt:',
  voice: {
    physician: 'Die Sicht des Arztes, in unseren Worten. Was die Redaktion ergänzt, steht in Kästen.',
    editor: 'Von der Redaktion geschrieben.',
  },
  notReviewed:
    'Noch nicht von medizinischem Fachpersonal geprüft. Besprechen Sie jeden Punkt mit Ihrer Ärztin, Ihrem Arzt oder Ihrer Apotheke.',
  reviewedBy: (name, date) => `Geprüft von ${name} am ${date}.`,
  by: (name) => `Von ${name}`,
  editedBy: (name) => `Herausgegeben von ${name}`,
  version: (version) => `Version\u00A0${version}`,
  published: (date) => `Veröffentlicht am ${date}`,
  checked: (date) => `Angaben zuletzt geprüft am ${date}`,
  reviewBy: (date) =>
    `Erneut zu prüfen bis zum ${date}; verlassen Sie sich nach diesem Tag nicht mehr darauf`,
  footDates: (checked, reviewBy) => `Geprüft am ${checked} · Erneut zu prüfen bis zum ${reviewBy}`,
  outOfDate: 'VERALTET',
  overdue: (reviewBy) =>
    `Diese Ausgabe sollte bis zum ${reviewBy} erneut geprüft werden. Verlassen Sie sich nicht auf sie.`,
  aboutThisEdition: 'Über diese Ausgabe',
  source: (author, title, date) => `Quelle: ${author}, ${title}, ${date}.`,
  qrCode: (address) => `QR-Code mit der Adresse ${address}`,
  permission: 'Genehmigung',
  rights: 'Rechte',
  identifier: 'Kennung',
  disclaimerHash: 'SHA-256 des medizinischen Hinweises',
  fromTheEdition: (title) => `Aus „${title}“`,
  inFullEdition: (title) => `„${title}“ in der vollständigen Ausgabe`,
  tearOff: 'Zum Abtrennen und Mitnehmen in die Praxis',
  date: 'Datum',
  typeset:
    'Gesetzt aus der Atkinson Hyperlegible Next, einer Schrift, die das Braille Institute für sehbehinderte Menschen entworfen hat. Hergestellt mit Caveat.',
  day: (isoDate) => formatDay(isoDate, 'de'),
  ebook: {
    cover: 'Umschlag',
    landmarks: 'Wegmarken',
    start: 'Beginn des Textes',
    coverText: (title, author) => `Umschlag: ${title}, von ${author}`,
    reflows:
      'Der Text passt sich dem Bildschirm an; Überschriften, Listen und Tabellen sind als solche ausgezeichnet und aus dem Inhaltsverzeichnis verlinkt.',
    picturesDescribed: 'Bilder haben Textalternativen.',
    formulas: 'Formeln sind in MathML gesetzt.',
  },
};
