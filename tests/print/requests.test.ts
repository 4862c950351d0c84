import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Assets, Message } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { createDocument, createHtml, readFonts, readPages } from './fixture.ts';

let browser: PrintBrowser;
before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/atkinson-hyperlegible-next/package.json')),
  'files',
);
const font = {
  mediaType: 'font/woff2',
  bytes: readFileSync(join(fontFolder, 'atkinson-hyperlegible-next-latin-400-normal.woff2')),
};
const css = (text: string) => ({ mediaType: 'text/css', bytes: Buffer.from(text) });

async function print(html: string, assets: Assets = new Map()) {
  return browser.print(createDocument('', { assets, compose: () => html }));
}

function summarise(messages: readonly Message[]): string[] {
  return messages.map((message) => `${message.file}: ${message.ruleId}: ${message.reason}`);
}

test('a script does not run', async () => {
  const script = '<script>document.body.textContent = "changed"</script><noscript>no script</noscript>';
  const { artifact, messages } = await print(
    createHtml(
      `<p onclick="x">as composed</p><img src="x:" onerror="document.body.textContent = 1">${script}`,
    ),
  );
  assert.deepEqual(await readPages(artifact.bytes), ['as composed no script']);
  assert.equal(
    messages.every(({ ruleId }) => ruleId === 'request-refused'),
    true,
  );
});

test('style sheets, pictures and fonts of the edition are loaded, with silence', async () => {
  const assets: Assets = new Map([
    ['assets/print.css', css('@font-face { font-family: F; src: url(font.woff2) } body { font-family: F }')],
    ['assets/font.woff2', font],
    [
      'images/dot é.svg',
      { mediaType: 'image/svg+xml', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ],
  ]);
  const html = createHtml(
    '<p>text<img src="images/dot é.svg" alt="dot">',
    '<link rel="stylesheet" href="assets/print.css">',
  );
  const { artifact, messages } = await print(html, assets);
  assert.deepEqual(messages, []);
  assert.deepEqual(await readFonts(artifact.bytes), ['AtkinsonHyperlegibleNext-Regular']);
});

test('a font that only page margins use is there in time', async () => {
  const style = '@page { margin: 20mm; @top-left { font-family: M; content: "running line" } }';
  const assets: Assets = new Map([
    ['print.css', css(`@font-face { font-family: M; src: url(font.woff2) } ${style}`)],
    ['font.woff2', font],
  ]);
  const { artifact } = await print(createHtml('', '<link rel="stylesheet" href="print.css">'), assets);
  assert.deepEqual(await readFonts(artifact.bytes), ['AtkinsonHyperlegibleNext-Regular']);
});

test('fonts installed on the machine are not used', async () => {
  const families = [
    'serif',
    'sans-serif',
    'monospace',
    'cursive',
    'system-ui',
    'DejaVu Sans',
    'Arial',
    'Times',
  ];
  const { artifact } = await print(
    createHtml(families.map((name) => `<p style="font-family: ${name}">${name}`).join('')),
  );
  assert.deepEqual(await readFonts(artifact.bytes), ['OpenSans-Regular']);
});

test('a request to a server is refused and reported, and never arrives', async () => {
  let visits = 0;
  const server = createServer((_, response) => response.end(String(++visits))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/spy.png`;
  const { messages } = await print(
    createHtml(`<img src="${url}" alt=""><iframe src="https://example.org/page"></iframe>`),
  );
  server.close();
  assert.equal(visits, 0);
  assert.deepEqual(summarise(messages), [
    `test-handout.pdf: request-refused: Unexpected request for ${url}, expected only files of the edition`,
    'test-handout.pdf: request-refused: Unexpected request for https://example.org/page, expected only files of the edition',
  ]);
});

test('a request for a local file is refused and reported', async () => {
  const { artifact, messages } = await print(
    createHtml(
      '<p>text<iframe src="file:///etc/passwd"></iframe>',
      '<link rel="stylesheet" href="file:///etc/a.css">',
    ),
  );
  assert.deepEqual(await readPages(artifact.bytes), ['text']);
  assert.deepEqual(
    messages.map(({ reason }) => /file:[^\s,]+/.exec(reason)?.[0]),
    ['file:///etc/a.css', 'file:///etc/passwd'],
  );
});

test('a missing file is reported once, by its path, whatever names it', async () => {
  const { messages } = await print(
    `${createHtml(
      '<img src="images/none.png" alt=""><img src="images/none.png" alt="">',
      '<style>p { background: url(none.svg) }</style>',
    )}<p>x`,
  );
  assert.deepEqual(summarise(messages), [
    'test-handout.pdf: asset-missing: Missing file images/none.png, asked for by the page while it was printed',
    'test-handout.pdf: asset-missing: Missing file none.svg, asked for by the page while it was printed',
  ]);
});

test('files of one document are not seen by the next', async () => {
  const html = createHtml('<p>text', '<link rel="stylesheet" href="print.css">');
  const first = await print(html, new Map([['print.css', css('p::after { content: " one" }')]]));
  const second = await print(html, new Map([['print.css', css('p::after { content: " two" }')]]));
  assert.deepEqual(await readPages(first.artifact.bytes), ['text one']);
  assert.deepEqual(await readPages(second.artifact.bytes), ['text two']);
});
