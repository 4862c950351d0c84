/** French, with the formal “vous”; a no-break space before colons and inside guillemets. */
import { formatDay } from './day.ts';
import type { Words } from './words.ts';

export const french: Words = {
  direction: 'ltr',
  quoted: (text) => `«\u00A0${text}\u00A0»`,
  label: (label) => `${label}\u00A0: `,
  chapter: (number) => `Chapitre ${number}`,
  contents: 'Sommaire',
  cover: 'Couverture',
  page: (number) => `page\u00A0${number}`,
  readThisFirst: 'À lire en premier',
  pleaseRead: 'À lire, s’il vous plaît',
  warning: 'Mise en garde',
  editor: 'Note de la rédaction',
  'key-points': 'Points clés',
  questions: 'Questions à poser',
  medicines: 'Médicaments que je prends',
  medicineColumns: ['Médicament', 'Pourquoi', 'Combien et quand, comme prescrit', 'Prescrit par'],
  forEachMedicine: 'Pour chacun, notez\u00A0:',
  notes: 'Notes',
  note: 'Note',
  back: 'retour au texte',
  toDo: 'À faire\u00A0:',
  done: 'Fait\u00A0:',
  voice: {
    physician:
      'Le point de vue du médecin, avec nos mots. Ce que la rédaction ajoute se trouve dans les encadrés.',
    editor: 'Écrit par la rédaction.',
  },
  notReviewed:
    'Ce texte n’a pas encore été relu par un professionnel de santé. Vérifiez chaque point avec votre médecin ou votre pharmacien.',
  reviewedBy: (name, date) => `Relu par ${name} le ${date}.`,
  by: (name) => `Par ${name}`,
  editedBy: (name) => `Édité par ${name}`,
  version: (version) => `Version\u00A0${version}`,
  published: (date) => `Publié le ${date}`,
  checked: (date) => `Informations vérifiées pour la dernière fois le ${date}`,
  reviewBy: (date) => `À vérifier de nouveau avant le ${date}\u00A0; passé ce jour, ne vous y fiez plus`,
  footDates: (checked, reviewBy) => `Vérifié le ${checked} · À vérifier de nouveau avant le ${reviewBy}`,
  outOfDate: 'ÉDITION PÉRIMÉE',
  overdue: (reviewBy) =>
    `Cette édition devait être vérifiée de nouveau avant le ${reviewBy}. Ne vous y fiez pas.`,
  aboutThisEdition: 'À propos de cette édition',
  source: (author, title, date) => `Source\u00A0: ${author}, ${title}, ${date}.`,
  qrCode: (address) => `Code QR de l’adresse ${address}`,
  permission: 'Autorisation',
  rights: 'Droits',
  identifier: 'Identifiant',
  disclaimerHash: 'SHA-256 de l’avertissement médical',
  fromTheEdition: (title) => `Extrait de «\u00A0${title}\u00A0»`,
  inFullEdition: (title) => `«\u00A0${title}\u00A0» dans l’édition complète`,
  tearOff: 'À détacher et à apporter à votre rendez-vous',
  date: 'Le',
  typeset:
    'Composé en Atkinson Hyperlegible Next, un caractère dessiné par le Braille Institute pour les personnes malvoyantes. Réalisé avec Caveat.',
  day: (isoDate) => formatDay(isoDate, 'fr').replace(/^1\u00A0/, '1er\u00A0'),
  ebook: {
    cover: 'Couverture',
    landmarks: 'Repères',
    start: 'Début du texte',
    coverText: (title, author) => `Couverture\u00A0: ${title}, par ${author}`,
    reflows:
      'Le texte s’adapte à l’écran\u00A0; les titres, les listes et les tableaux sont balisés, et le sommaire y renvoie.',
    picturesDescribed: 'Les images ont un texte de remplacement.',
    formulas: 'Les formules sont en MathML.',
  },
};
