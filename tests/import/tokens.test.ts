/** The import hashes words, and every build splits its files into words to look for them: both must split alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { composePrivacy, splitTokens } from '../../src/import/comments/secrets.ts';
import type { Comment } from '../../src/import/types.ts';
import { provePrivacy, splitTokens as splitFound } from '../../src/verify/privacy/search.ts';
import type { SourceEdition } from '../../src/verify/source.ts';

const odd = fc.constantFrom(
  'Zoë',
  'Zoe\u0308',
  'O’Neil',
  "O'Neil",
  'ﬁne',
  '２３',
  '①',
  'İpek',
  'STRASSE',
  'straße',
  'soft\u00ADhyphen',
  'zero\u200Bwidth',
  'zero\u200Djoined',
  '\u202Eright',
  'a\u00A0b',
  'محمد',
  'नमस्ते',
  '李四',
  'x@y.example',
  '203.0.113.7',
  '½',
  'Ω',
);

test('both split every text into the same words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }), fc.string()), { maxLength: 12 }),
      (parts) => {
        for (const between of [' ', '', '-', '\n']) {
          const text = parts.join(between);
          assert.deepEqual(splitFound(text), splitTokens(text));
        }
      },
    ),
    { numRuns: 400, seed: 6 },
  );
});

test('what the import hashes, a build finds: names, addresses and words', () => {
  const reader: Comment = {
    number: 1,
    depth: 0,
    author: 'Zoë O’Neil',
    email: 'zoe.oneil@mail.example',
    url: 'https://www.zoe-oneil.example/me',
    ip: '203.0.113.7',
    isAuthors: false,
    paragraphs: [{ text: 'It took me eight long words to say this, and more.', pieces: [] }],
  };
  const privacy = JSON.parse(composePrivacy([reader], '00', []));
  const edition = { privacy, segments: [] } as unknown as SourceEdition;
  const found = (text: string) => provePrivacy([{ where: 'here', text }], edition, 'x.pdf').messages.length;
  for (const text of [
    'ZOE\u0308 O’NEIL',
    'zoe.oneil@mail.example',
    'www.zoe-oneil.example/me',
    'from 203.0.113.7,',
    'it took me eight long words to say',
  ])
    assert.equal(found(`Here is ${text} indeed.`), 1, text);
  assert.equal(found('Here is nothing of Zoë at mail.example.'), 0);
});
