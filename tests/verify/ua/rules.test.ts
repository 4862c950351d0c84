import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PdfDict, PdfNumber } from '@libpdf/core';
import { walkPage } from '../../../src/verify/pdf/content.ts';
import { openPdf } from '../../../src/verify/pdf/open.ts';
import { findBreaches, uaRules } from '../../../src/verify/pdf/ua/check.ts';
import { openUaDocument, type UaDocument } from '../../../src/verify/pdf/ua/document.ts';
import { soundPdf } from '../support/sound-pdf.ts';
import { breakages } from './breaches.ts';

async function read(bytes: Uint8Array): Promise<UaDocument> {
  const opened = await openPdf(bytes);
  assert.ok('document' in opened, 'problem' in opened ? opened.problem : '');
  const { listener, finish } = openUaDocument(opened.document);
  for (const page of opened.document.pages) walkPage(opened.document, page, [listener]);
  return finish();
}

test('a sound file breaks no rule', async () => {
  assert.deepEqual(findBreaches(await read(soundPdf())), []);
});

for (const [rule, { sentence, clause, says, changes, added }] of breakages) {
  test(`it is found that ${sentence}`, async () => {
    const document = await read(soundPdf(changes, added));
    const found = uaRules.find(({ find }) => find.name === rule);
    assert.ok(found, `no rule ${rule}`);
    assert.equal(found.clause, clause);
    const problems = [...found.find(document)].map(({ problem }) => problem);
    assert.match(problems.join('\n'), says);
  });
}

test('bit 10 of the permissions keeps the text open to assistive technology', async () => {
  const document = await read(soundPdf());
  const encryption = (permissions: number) => PdfDict.of({ P: PdfNumber.of(permissions) });
  const check = (permissions: number) =>
    findBreaches({ ...document, file: { ...document.file, encryption: encryption(permissions) } }).map(
      ({ clause, problem }) => `${clause}: ${problem}`,
    );
  assert.deepEqual(check(-1), []);
  assert.deepEqual(check(-1 - 0x200), ['7.16: encryption keeps the text from assistive technology']);
});

test('every rule has a file that breaks it', () => {
  const broken = new Set([...breakages.map(([rule]) => rule), 'findEncryption']);
  assert.deepEqual(
    uaRules.map(({ find }) => find.name).filter((name) => !broken.has(name)),
    [],
  );
});
