/** The report of a whole build, read back as a browser and as a parser see it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseHTML } from 'linkedom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { baseFolder, withContent } from '../fixtures/folder.ts';
import { run } from '../fixtures/run.ts';
import { type Looked, openPage } from './look.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** As pdf.js reads the first words inside the frames. */
const disclaimers = ['This book is information.', 'This is information, not advice. Ask your doctor first.'];

let home: string;
let html: string;
let manifest: {
  readonly artifacts: readonly { readonly path: string; readonly proof: readonly unknown[] }[];
};

/** The base edition, with a chapter of some length that draws a warning, and one whose file has a long name. */
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'caveat-report-'));
  const text = `---\ntitle: Sleep\nkind: chapter\n---\n\n## Rest\n\n<marquee>Old.</marquee> ${'Most people sleep better after a quiet evening. '.repeat(8)}\n`;
  const night = '---\ntitle: The night\nkind: chapter\n---\n\n## Rest at night\n\nSleep.\n';
  const edition = await readFile(join(baseFolder, 'edition.yaml'), 'utf8');
  const overlay = {
    'edition.yaml': edition.replace(
      '  - 02-sleep',
      '  - 02-sleep\n  - 03-the-night-after-a-long-and-quiet-evening-at-home',
    ),
    'segments/02-sleep.md': text,
    'segments/03-the-night-after-a-long-and-quiet-evening-at-home.md': night,
    'images/bed.png': undefined,
  };
  await withContent(overlay, async (folder) => {
    const out = join(dirname(folder), 'dist');
    const ran = await run('build', folder, '--out', out);
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(ran.stdout, /To look at: .*dist\/report\.html/);
    await cp(out, join(home, 'dist'), { recursive: true });
  });
  html = await readFile(join(home, 'dist', 'report.html'), 'utf8');
  manifest = JSON.parse(await readFile(join(home, 'dist', 'manifest.json'), 'utf8'));
});
after(() => rm(home, { recursive: true, force: true }));

const parse = () => parseHTML(html).document;
const textOf = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the report', () => {
  it('tells every check of every file, and where it holds', () => {
    const articles = [...parse().querySelectorAll('article')];
    assert.equal(articles.length, manifest.artifacts.length);
    for (const [index, { path, proof }] of manifest.artifacts.entries()) {
      const rows = [...(articles[index]?.querySelectorAll('.proof tbody tr') ?? [])];
      const told = rows.map((row) => [textOf(row.querySelector('code')), textOf(row.lastElementChild)]);
      const proved = proof as readonly { check: string; where: string }[];
      assert.deepEqual(
        told,
        proved.map(({ check, where }) => [check, where]),
        path,
      );
    }
  });

  it('names the hash of every file, and stands itself among the sums', async () => {
    const sums = await readFile(join(home, 'dist', 'SHA256SUMS'), 'utf8');
    for (const line of sums.trim().split('\n')) {
      const [sum, path = ''] = line.split('  ');
      const found = createHash('sha256')
        .update(await readFile(join(home, 'dist', path)))
        .digest('hex');
      assert.equal(found, sum, path);
      if (/\.(pdf|epub)$/.test(path)) assert.ok(html.includes(found), path);
    }
    assert.match(sums, / {2}report\.html$/m);
  });

  it('shows the line of the source that a message is about', () => {
    const messages = [...parse().querySelectorAll('.messages > li')];
    const dropped = messages.find((message) => textOf(message).includes('marquee'));
    assert.equal(textOf(dropped?.querySelector('.place')).startsWith('segments/02-sleep.md:8:1'), true, html);
    assert.match(textOf(dropped?.querySelector('blockquote')), /^8 <marquee>Old\./);
  });

  it('shows words, grade and sheets of every chapter', () => {
    const chapters = [...parse().querySelectorAll('.chapters > li')];
    assert.equal(chapters.length, 4);
    assert.match(textOf(chapters[1]), /^1 SleepWords\d\d wordsHandout1 sheet/);
    const name = chapters[1]?.querySelector('svg')?.getAttribute('aria-label') ?? '';
    const grade = Number(/^Grade ([\d.]+) on a scale from 0 to 10/.exec(name)?.[1]);
    assert.ok(grade > 1 && grade < 8, name);
    const bar = Number(chapters[1]?.querySelector('.bar')?.getAttribute('width'));
    assert.ok(Math.abs(bar - grade * 10) <= 0.5, `${bar} for ${name}`);
    assert.match(textOf(chapters[3]), /no grade/);
  });

  it('frames the disclaimer where another reader of PDF finds its words', async () => {
    const articles = [...parse().querySelectorAll('article')];
    const frames = [...(articles[0]?.querySelectorAll('.sheet > li') ?? [])].flatMap((page, at) =>
      [...page.querySelectorAll('rect.found')].map((rect) => ({ page: at + 1, rect })),
    );
    assert.equal(frames.length, 5, 'the full one, and one for each of four parts');
    const pdf = await getDocument({ url: join(home, 'dist', 'small-edition-book.pdf'), verbosity: 0 })
      .promise;
    for (const { page: number, rect } of frames) {
      const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(rect.getAttribute(name)),
      );
      const page = await pdf.getPage(number);
      const [, , , top = 0] = page.view;
      const { items } = await page.getTextContent();
      const inside = items.flatMap((item) => {
        if (!('str' in item)) return [];
        const [left = 0, up = 0] = item.transform.slice(4);
        const within = left >= x && left + item.width <= x + width && top - up >= y && top - up <= y + height;
        return within ? [item.str] : [];
      });
      const text = inside.join(' ').replace(/\s+/g, ' ').trim();
      assert.ok(
        disclaimers.some((disclaimer) => text.includes(disclaimer)),
        `page ${number}: ${text}`,
      );
    }
  });

  it('loads nothing: every address is in the page, in the folder, or in its own files', async () => {
    const document = parse();
    assert.equal(document.querySelectorAll('script, iframe, object, link').length, 0);
    for (const element of document.querySelectorAll('[href], [src]')) {
      const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
      if (element.tagName.toLowerCase() !== 'a') assert.match(address, /^data:image\/png;base64,/);
      else if (address.startsWith('#')) assert.ok(document.querySelector(address), address);
      else assert.ok((await stat(join(home, 'dist', decodeURI(address.replace(/#.*/, ''))))).isFile());
    }
    assert.doesNotMatch(document.querySelector('style')?.textContent ?? '', /@import|https?:|url\((?!data:)/);
  });

  it('sets quotations apart, so that words from right to left leave the sentence around them in order', () => {
    const places = [...parse().querySelectorAll('.proof td:last-child')].filter((cell) =>
      cell.textContent?.includes('\u201c'),
    );
    assert.ok(places.length > 0);
    for (const cell of places)
      for (const [, quote] of (cell.textContent ?? '').matchAll(/\u201c([^\u201d]*)\u201d/gu))
        assert.ok(
          [...cell.querySelectorAll('bdi')].some(({ textContent }) => textContent === quote),
          quote,
        );
  });

  it('has its headings in order, a title, a language', () => {
    const document = parse();
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1);
    assert.equal(document.documentElement.getAttribute('lang'), 'en');
    assert.equal(document.title, 'Report: A Small Edition');
  });

  it('names neither the machine nor the folder that it was built in', () => {
    assert.ok(!html.includes(tmpdir()), 'a path of this machine');
  });
});

describe('in a browser, the report', () => {
  let page: Looked;
  before(async () => {
    page = await openPage(join(home, 'dist', 'report.html'));
  });
  after(() => page.close());

  for (const [widthPx, dark] of [
    [360, false],
    [1280, false],
    [360, true],
    [1280, true],
  ] as const) {
    it(`fits ${widthPx} px${dark ? ' in dark mode' : ''}, and axe finds nothing in it, folded or unfolded`, async () => {
      await page.show({ widthPx, dark });
      assert.deepEqual(await page.listWide(), []);
      assert.deepEqual(await page.judge(axe), []);
      assert.deepEqual(await page.listWide(), [], 'unfolded');
    });
  }

  it('is allowed all that it needs by its own policy, and asks for nothing', () => {
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(page.requests, []);
  });

  it('unfolds with the keyboard alone, and shows where the focus is', async () => {
    await page.show({ widthPx: 1280, dark: false });
    assert.equal(await page.press('Tab'), 'a: Skip to the files');
    await page.press('Enter');
    assert.match(await page.press('Tab'), /^a: small-edition-book\.pdf/);
    assert.match(await page.press('Tab'), /^summary: Proof: \d+ checks, all hold/);
    assert.equal(await page.isUnfolded(), false);
    await page.press('Enter');
    assert.equal(await page.isUnfolded(), true);
    assert.ok((await page.focusWidth()) >= 2, 'the focus cannot be seen');
  });

  it('prints everything that is folded', async () => {
    const text = await page.print();
    for (const piece of ['Where', 'text-complete', 'Rest', 'SHA-256 of disclaimer.md'])
      assert.ok(text.includes(piece), piece);
  });
});
