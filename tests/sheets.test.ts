import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Artifact } from '../src/model.ts';
import { countSheets, reportSheets } from '../src/sheets.ts';

function handout(pages: number, tearOff?: number): Artifact {
  return {
    kind: 'chapter-handout',
    path: 'handouts/02-sleep.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(),
    chapter: '02-sleep',
    pages,
    ...(tearOff !== undefined && { tearOff }),
  };
}

test('two pages make a sheet, and what is to be torn off has sheets of its own', () => {
  assert.deepEqual(countSheets(handout(1)), { all: 1, tearOff: 0 });
  assert.deepEqual(countSheets(handout(2)), { all: 1, tearOff: 0 });
  assert.deepEqual(countSheets(handout(3)), { all: 2, tearOff: 0 });
  assert.deepEqual(countSheets(handout(3, 3)), { all: 2, tearOff: 1 });
  assert.deepEqual(countSheets(handout(7, 5)), { all: 4, tearOff: 2 });
});

test('chapter handouts and booklets are counted, and nothing else', () => {
  assert.deepEqual(countSheets({ kind: 'booklet', pages: 46 }), { all: 23, tearOff: 0 });
  assert.equal(countSheets({ ...handout(5), kind: 'handout' }), undefined);
  assert.equal(countSheets({ kind: 'ebook' }), undefined);
});

test('chapters whose text takes more than a sheet are named, as a warning that refuses nothing', () => {
  assert.deepEqual(reportSheets([handout(2), handout(3, 3)], 'edition.yaml'), []);
  assert.deepEqual(reportSheets([{ ...handout(46), kind: 'booklet' }], 'edition.yaml'), []);
  const [message, ...others] = reportSheets(
    [handout(3), { ...handout(7, 5), chapter: '03-pain' }, handout(1)],
    'edition.yaml',
  );
  assert.deepEqual(others, []);
  assert.equal(message?.fatal, false);
  assert.equal(
    message?.reason,
    'Chapter handouts whose text takes more than one sheet printed on both sides: 02-sleep (2), 03-pain (2)',
  );
});
