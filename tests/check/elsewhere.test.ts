import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkElsewhere } from '../../src/check/elsewhere.ts';
import { checkWith } from '../fixtures/check.ts';
import { parse, sampleEdition } from '../verify/support/edition.ts';

/** What of a disclaimer in a language is held for a reference; undefined when nothing is. */
function find(language: string, text: string): string | undefined {
  const sample = sampleEdition();
  const edition = {
    ...sample,
    metadata: { ...sample.metadata, language },
    disclaimer: { ...sample.disclaimer, full: parse(text), chapter: parse('Ask.'), page: 'Ask.' },
  };
  const [message] = checkElsewhere({ edition });
  return message && /“(.*)”$/.exec(message.reason)?.[1];
}

const refused: Readonly<Record<string, readonly (readonly [text: string, words: string])[]>> = {
  en: [
    ['Before you act, see page 3.', 'see page'],
    ['Page 3 says more.', 'page 3'],
    ['The numbers are on pages iv and v.', 'pages iv'],
    ['More overleaf.', 'Overleaf'],
    ['Read the warning above.', 'warning above'],
    ['All that is said below holds here.', 'said below'],
    ['Call the number given at the front of this book.', 'front of this book'],
    ['Whom to call is on the next page.', 'next page'],
    ['See the chapter on sleep.', 'See the chapter'],
    ['Call one of these, as above.', 'as above'],
  ],
  'de-AT': [
    ['Siehe Seite 3.', 'Siehe Seite'],
    ['Wie oben erwähnt, fragen Sie erst.', 'oben erwähnt'],
    ['Mehr auf der Rückseite.', 'Rückseite'],
    ['Die nachstehenden Nummern helfen.', 'nachstehenden'],
  ],
  es: [
    ['Lea la página 3.', 'página 3'],
    ['Más información al dorso.', 'al dorso'],
    ['Véase más arriba.', 'Véase más'],
  ],
  fr: [
    ['Lisez la page 3.', 'page 3'],
    ['Suite au verso.', 'au verso'],
    ['Appelez le numéro ci-dessous.', 'ci-dessous'],
  ],
  it: [['Leggere a pagina 3.', 'pagina 3']],
  pt: [['Leia a página seguinte.', 'página seguinte']],
  nl: [['Zie ommezijde.', 'ommezijde']],
  'zh-Hans': [['请见第 3 页。', '第 3 页']],
  ar: [['اقرأ صفحة 3.', 'صفحة 3']],
  he: [['ראו להלן.', 'ראו להלן']],
};

for (const [language, cases] of Object.entries(refused)) {
  test(`a disclaimer in ${language} that sends its reader elsewhere is refused`, () => {
    for (const [text, words] of cases)
      assert.equal(find(language, text)?.toLowerCase(), words.toLowerCase(), text);
  });
}

test('words that only say how much, or that mean this page, are no references', () => {
  const fine = [
    'With a fever of 38 °C or above, or a pulse below 50, call a doctor.',
    'Above all, do not stop on your own.',
    'On this page I say what I think.',
    'It is one doctor’s view of 2017. See your own doctor first.',
  ];
  for (const text of fine) assert.equal(find('en', text), undefined, text);
  assert.equal(find('de', 'Bitte lesen Sie diese Seite zuerst. Fragen Sie oben im Haus.'), undefined);
  assert.equal(find('fr', 'Cette page dit l’avis d’un médecin.'), undefined);
});

test('each form of the disclaimer is looked at, and the place is told', async () => {
  const told = await checkWith({
    'disclaimer.md':
      '---\nchapter: See page 1.\npage: Read overleaf.\n---\n\nAsk first.\n\nMore is said below.\n',
  });
  assert.deepEqual(
    told.filter((line) => line.includes('disclaimer-elsewhere')),
    [
      'disclaimer.md:8:1 disclaimer-elsewhere: A disclaimer refers to another place: “said below”',
      'disclaimer.md:2:10 disclaimer-elsewhere: A disclaimer refers to another place: “See page”',
      'disclaimer.md disclaimer-elsewhere: A disclaimer refers to another place: “overleaf”',
    ],
  );
});
