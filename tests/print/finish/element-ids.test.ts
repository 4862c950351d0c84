/** Ids of structure elements: the browser's own order has no part in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mend, parse, save } from '../../../src/print/pdf.ts';
import { createHtml, info } from '../fixture.ts';
import { usePress } from './raw.ts';

const press = usePress();
const cells = (tag: string) => ['a', 'b', 'c'].map((text) => `<${tag}>${text}</${tag}>`).join('');
const html = createHtml(`<table><tr>${cells('th')}</tr><tr>${cells('td')}</tr></table>`);

async function finish(raw: string): Promise<string> {
  const pdf = await parse(Buffer.from(raw, 'latin1'));
  mend(pdf, info);
  return Buffer.from(await save(pdf, info)).toString('latin1');
}

test('elements are numbered in their own order, however the browser has counted them', async () => {
  const raw = Buffer.from((await press(html)).raw).toString('latin1');
  const ids = [...new Set(raw.match(/node\d{8}/g))];
  assert.ok(ids.length >= 3);
  const turned = new Map(ids.map((id, index) => [id, ids.at(-1 - index) ?? id]));
  const finished = await finish(raw);
  assert.equal(await finish(raw.replace(/node\d{8}/g, (id) => turned.get(id) ?? id)), finished);
  const [, names = ''] = /\/Names \[([^\]]*node[^\]]*)\]/.exec(finished) ?? [];
  const sorted = [...names.matchAll(/node\d{8}/g)].map(([id]) => id);
  assert.deepEqual(
    sorted,
    ids.map((_, index) => `node${`${index + 1}`.padStart(8, '0')}`),
  );
});
