/** What a reader sees: the torture edition opened by epub.js on a telephone, in the dark, and in large type. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Frame } from 'puppeteer';
import { run } from '../fixtures/run.ts';
import { type Arrival, openPageReader } from './foliate.ts';
import { openReader, type Reader, type Setting } from './reader.ts';

const content = fileURLToPath(new URL('../fixtures/torture/', import.meta.url));
let out = '';
let epub = new Uint8Array();

before(async () => {
  out = await mkdtemp(join(tmpdir(), 'caveat-reader-'));
  const { status, stderr } = await run('build', content, '--out', join(out, 'dist'), '--only', 'book,ebook');
  assert.equal(status, 0, stderr);
  epub = new Uint8Array(await readFile(join(out, 'dist/torture.epub')));
});
after(() => rm(out, { recursive: true, force: true }));

async function withReader(setting: Setting, work: (reader: Reader) => Promise<void>): Promise<void> {
  const reader = await openReader(epub, setting);
  try {
    await work(reader);
  } finally {
    await reader.close();
  }
}

test('every file of the spine renders with its text, and nothing is asked for that is not in the book', () =>
  withReader({ widthPx: 800 }, async (reader) => {
    assert.equal(reader.spine.length, 14);
    for (const [index, href] of reader.spine.entries()) {
      const frame = await reader.display(index); // by its address, epub.js 0.4.2 does not find the first file
      assert.equal(await frame.evaluate(() => document.baseURI), href);
      const [text, pictures] = await frame.evaluate(() => [
        document.body.innerText.trim(),
        [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length,
      ]);
      assert.ok(String(text).length > 20 || Number(pictures) > 0, href);
    }
    assert.deepEqual(reader.missing, []);
  }));

test('every entry of the contents leads to the heading that it names', () =>
  withReader({ widthPx: 800 }, async (reader) => {
    assert.ok(reader.contents.length > 20);
    for (const { label, href } of reader.contents) {
      const frame = await reader.display(href);
      const id = decodeURIComponent(new URL(href).hash.slice(1));
      const heading = await frame.evaluate(
        (target) => (target ? document.getElementById(target) : document.querySelector('h1'))?.textContent,
        id,
      );
      const squeeze = (text: string) => text.replace(/\s/g, '').replace(/^(Chapter)?\d+/, '');
      assert.equal(squeeze(heading ?? ''), squeeze(label), href);
    }
  }));

test('nothing is cut off on a telephone, neither in type of the usual size nor twice as large', async () => {
  for (const type of [100, 200]) {
    await withReader({ widthPx: 360, type }, async (reader) => {
      for (const index of reader.spine.keys())
        assert.deepEqual(
          await findCutOff(await reader.display(index)),
          [],
          `${reader.spine[index]}, ${type} %`,
        );
    });
  }
});

/** Elements that reach beyond the right edge, but for pictures: epub.js gives them the width of the screen. */
function findCutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const edge = document.documentElement.clientWidth + 0.5;
    return [...document.querySelectorAll('body *:not(img)')]
      .filter((element) => element.getBoundingClientRect().right > edge)
      .map((element) => `${element.localName}: ${element.textContent?.slice(0, 40)}`);
  });
}

test('a reading engine goes to every page of the book by its number, and knows where it is', async () => {
  const reader = await openPageReader(epub, 600);
  try {
    const arrivals: Arrival[] = [];
    for (const { href } of reader.pages) arrivals.push(await reader.goTo(href));
    const labels = reader.pages.map(({ label }) => label);
    const body = labels.indexOf('1');
    assert.deepEqual(labels.slice(0, 6), ['ii', 'iii', 'iv', 'v', 'vi', 'vii']);
    assert.deepEqual(
      labels.slice(body),
      labels.slice(body).map((_, index) => `${index + 1}`),
    );
    for (const [index, { label, text }] of arrivals.entries()) {
      assert.ok(text.trim().length > 20, labels[index]);
      // A blank page begins where the next one does; of all that begin at a place, the engine names the last.
      const alike = arrivals.slice(index).findIndex((next) => next.text !== text);
      const last = alike === -1 ? labels.length - 1 : index + alike - 1;
      assert.equal(label, labels[last], `page ${labels[index]}`);
    }
    const distinct = new Set(arrivals.map(({ text }) => text));
    assert.ok(distinct.size > labels.length / 2, `${distinct.size} of ${labels.length} pages`);
  } finally {
    await reader.close();
  }
});

/** How the disclaimer's box is drawn, and whether all of it is on the screen from side to side. */
function lookAtNotice(frame: Frame) {
  return frame.evaluate(() => {
    const notice = document.querySelector('[role~="doc-notice"]');
    if (!notice) throw new Error('no notice');
    const { left, right, height } = notice.getBoundingClientRect();
    const style = getComputedStyle(notice);
    const parts = [notice, ...notice.querySelectorAll('*')].map((part) => getComputedStyle(part));
    return {
      onScreen: left >= 0 && right <= document.documentElement.clientWidth + 0.5 && height > 40,
      shown: parts.every((it) => it.display !== 'none' && it.visibility === 'visible' && it.opacity === '1'),
      border: [style.borderTopWidth, style.borderTopStyle].join(' '),
      colours: [
        ...new Set([style.borderTopColor, style.borderLeftColor, ...parts.map(({ color }) => color)]),
      ],
      behind: [...new Set(parts.map(({ backgroundColor }) => backgroundColor))],
      typePx: Math.min(...parts.map(({ fontSize }) => Number.parseFloat(fontSize))),
      words: notice.textContent?.trim().split(/\s+/).length ?? 0,
    };
  });
}

const settings: Readonly<Record<string, Setting & { readonly colour: string; readonly typePx: number }>> = {
  'on a telephone 360 px wide': { widthPx: 360, colour: 'rgb(0, 0, 0)', typePx: 16 },
  'in dark mode': { widthPx: 360, dark: true, colour: 'rgb(221, 221, 221)', typePx: 16 },
  'in type of 200 %': { widthPx: 360, type: 200, colour: 'rgb(0, 0, 0)', typePx: 32 },
};

for (const [name, { colour, typePx, ...setting }] of Object.entries(settings)) {
  test(`the disclaimer is whole and framed in the colour of the text, ${name}`, () =>
    withReader(setting, async (reader) => {
      const files = reader.spine.filter((href) => /disclaimer|\d\d-/.test(href));
      assert.equal(files.length, 11);
      for (const href of files) {
        const { words, ...look } = await lookAtNotice(await reader.display(href));
        assert.ok(words > 10, href);
        assert.deepEqual(
          look,
          {
            onScreen: true,
            shown: true,
            border: '1px solid',
            colours: [colour],
            behind: ['rgba(0, 0, 0, 0)'],
            typePx,
          },
          href,
        );
      }
    }));
}
