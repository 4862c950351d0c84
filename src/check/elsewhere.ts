/**
 * A disclaimer stands by itself: a page is copied, a chapter handed out alone, and "see page 1" or "overleaf" then
 * leads nowhere.
 */
import type { Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

/** Ways to refer to another place, by language; words that also say how much ("38 °C or above") need company. */
const references: Readonly<Record<string, readonly string[]>> = {
  en: [
    'pages? (\\d+|[ivx]{2,})',
    '(next|previous|last|first|opposite|other|following|facing|front|back) (page|cover)s?',
    'overleaf|aforementioned|above-mentioned',
    'see (also )?(the )?(page|chapter|section|part|front|back|above|below|box|list|notes?|appendix|inside)',
    '(as|text|box|list|warning|section|chapter|numbers?|page) (above|below)',
    '(said|listed|stated|printed|noted|mentioned|explained|named|described|given|shown|written|found) (above|below)',
    '(?<!(or|and) )(above|below)(?=[.,;:!?)]|$)',
    '(front|back|start|beginning|end) of (this|the) (book|booklet|leaflet|handout|document|guide)',
    '(elsewhere|earlier|later) in (this|the) (book|booklet|leaflet|handout|document|guide)',
  ],
  de: [
    'Seiten? (\\d+|[ivx]{2,})|S\\. ?\\d+',
    '(nächsten?|vorigen?|vorherigen?|folgenden?|letzten?|ersten?|anderen?) Seiten?',
    'umseitig|umstehend|Rückseite|s\\. ?[ou]\\.',
    '(siehe|vgl\\.|vergleiche) (auch )?(oben|unten|hinten|vorne?|Seite|Kapitel|Abschnitt|Anhang)',
    '(oben|unten) ?(genannt|stehend|erwähnt|beschrieben|aufgeführt|angegeben)\\p{L}*|(vor|nach)stehend\\p{L}*',
    '(Anfang|Ende) (dieses|des) (Buch|Heft|Dokument)\\p{L}*',
  ],
  es: [
    'páginas? (\\d+|[ivx]{2,})|pág\\. ?\\d+',
    'páginas? (siguiente|anterior)|(siguiente|primera|última|otra) página|al (dorso|reverso)',
    '(véase|vea|ver|consulte) (también )?(la |el )?(página|capítulo|sección|arriba|abajo|más|anexo|nota)',
    'más (arriba|abajo)|(citad|mencionad|indicad|descrit|dich)[oa]s? (arriba|abajo|anteriormente)',
    '(principio|comienzo|final) (de este|del) (libro|folleto|documento)',
  ],
  fr: [
    'pages? (\\d+|[ivx]{2,})|p\\. ?\\d+',
    'page (suivante|précédente)|(première|dernière|autre) page|au (verso|dos|recto)',
    'ci-(dessus|dessous|après|contre)|susmentionné\\p{L}*',
    '(voir|voyez|cf\\.) (aussi )?(la |le )?(page|chapitre|section|plus|note|annexe)|plus (haut|bas)',
    '(début|fin) (de ce|du) (livre|livret|document)',
  ],
  it: [
    'pagin[ae] \\d+|pag\\. ?\\d+',
    'pagina (seguente|precedente)|sul retro',
    'vedi (sopra|sotto|pagina|capitolo)',
  ],
  pt: [
    'páginas? \\d+|pág\\. ?\\d+',
    'página (seguinte|anterior)|no verso',
    '(ver|veja|vide) (acima|abaixo|a página|o capítulo)',
  ],
  nl: [
    '(pagina|bladzijde) \\d+|blz\\. ?\\d+',
    '(volgende|vorige) (pagina|bladzijde)|ommezijde',
    'zie (boven|onder|hierboven|hieronder|pagina|hoofdstuk)',
  ],
};

/** Scripts that part no words by spaces, or write what is meant as a part of a word. */
const unparted: Readonly<Record<string, RegExp>> = {
  zh: /第\s*[\d〇零一二三四五六七八九十百]+\s*[页頁章]|[上下前后後]一?[页頁]|背面|[见見][上下前后後]文?|如[上下][文所]/u,
  ar: /صفحة\s*[\d\u0660-\u0669]+|(?:انظر|راجع)\s+(?:الصفحة|الفصل|أعلاه|أدناه)|أعلاه|أدناه|ظهر الصفحة/u,
  he: /עמוד\s*\d+|ראו?\s+(?:עמוד|פרק|לעיל|להלן)|לעיל|להלן|מעבר לדף/u,
};

/** Refuses a disclaimer that sends its reader elsewhere. */
export function checkElsewhere({ edition: { disclaimer, metadata } }: Pick<Checked, 'edition'>): Message[] {
  const pattern = patternOf(metadata.language);
  if (!pattern) return [];
  const texts = [
    ...listBlocks(disclaimer.full),
    ...listBlocks(disclaimer.chapter),
    { text: disclaimer.page },
  ];
  return texts.flatMap(({ text, place }) => {
    const [words] = pattern.exec(text.replace(/\s+/gu, ' ')) ?? [];
    if (words === undefined) return [];
    return [createMessage('disclaimer-elsewhere', { words }, { file: disclaimer.file, place })];
  });
}

/** Undefined for a language whose words are not known. */
function patternOf(language: string): RegExp | undefined {
  const [primary = ''] = language.toLowerCase().split('-');
  const known = references[primary];
  return known ? new RegExp(`(?<!\\p{L})(?:${known.join('|')})(?!\\p{L})`, 'iu') : unparted[primary];
}

function listBlocks(root: Root) {
  const blocks: { readonly text: string; readonly place?: Message['place'] }[] = [];
  visit(root, 'paragraph', (node) => {
    blocks.push({ text: toText(node), place: node.position });
  });
  return blocks;
}
