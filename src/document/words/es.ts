/** Spanish, with the formal “usted”. */
import { formatDay } from './day.ts';
import type { Words } from './words.ts';

export const spanish: Words = {
  direction: 'ltr',
  quoted: (text) => `«${text}»`,
  label: (label) => `${label}: `,
  chapter: (number) => `Capítulo ${number}`,
  contents: 'Índice',
  cover: 'Cubierta',
  page: (number) => `página\u00A0${number}`,
  readThisFirst: 'Lea esto primero',
  pleaseRead: 'Léalo, por favor',
  warning: 'Advertencia',
  editor: 'Nota de la redacción',
  'key-points': 'Puntos clave',
  questions: 'Preguntas que puede hacer',
  medicines: 'Medicamentos que tomo',
  medicineColumns: ['Medicamento', 'Para qué es', 'Cuánto y cuándo, tal como está recetado', 'Recetado por'],
  forEachMedicine: 'Anote de cada uno:',
  notes: 'Notas',
  note: 'Nota',
  back: 'volver al texto',
  toDo: 'Pendiente:',
  done: 'Hecho:',
  voice: {
    physician:
      'La opinión del médico, con nuestras palabras. Lo que añade la redacción está en los recuadros.',
    editor: 'Escrito por la redacción.',
  },
  notReviewed:
    'Ningún profesional sanitario ha revisado todavía este texto. Consulte cada punto con su médico o farmacéutico.',
  reviewedBy: (name, date) => `Revisado por ${name} el ${date}.`,
  by: (name) => `Autoría: ${name}`,
  editedBy: (name) => `Edición: ${name}`,
  version: (version) => `Versión ${version}`,
  published: (date) => `Publicado el ${date}`,
  checked: (date) => `Datos comprobados por última vez el ${date}`,
  reviewBy: (date) => `Debe volver a comprobarse antes del ${date}; después de ese día, no se fíe de él`,
  footDates: (checked, reviewBy) =>
    `Comprobado el ${checked} · Debe volver a comprobarse antes del ${reviewBy}`,
  outOfDate: 'DESACTUALIZADO',
  overdue: (reviewBy) => `Esta edición debía volver a comprobarse antes del ${reviewBy}. No se fíe de ella.`,
  aboutThisEdition: 'Acerca de esta edición',
  source: (author, title, date) => `Fuente: ${author}, ${title}, ${date}.`,
  qrCode: (address) => `Código QR con la dirección ${address}`,
  permission: 'Permiso',
  rights: 'Derechos',
  identifier: 'Identificador',
  disclaimerHash: 'SHA-256 del aviso médico',
  fromTheEdition: (title) => `De «${title}»`,
  inFullEdition: (title) => `«${title}» en la edición completa`,
  tearOff: 'Para arrancar y llevar a su consulta',
  date: 'Fecha',
  typeset:
    'Compuesto en Atkinson Hyperlegible Next, un tipo de letra que el Braille Institute diseñó para personas con baja visión. Hecho con Caveat.',
  day: (isoDate) => formatDay(isoDate, 'es'),
  ebook: {
    cover: 'Cubierta',
    landmarks: 'Lugares destacados',
    start: 'Comienzo del texto',
    coverText: (title, author) => `Cubierta: ${title}, de ${author}`,
    reflows:
      'El texto se adapta a la pantalla; los títulos, las listas y las tablas están marcados como tales, y el índice enlaza con ellos.',
    picturesDescribed: 'Las imágenes tienen textos alternativos.',
    formulas: 'Las fórmulas están en MathML.',
  },
};
