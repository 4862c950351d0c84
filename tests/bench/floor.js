/** The floor: Puppeteer launches the embedded browser, loads a book's HTML and prints it once. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import puppeteer from 'puppeteer';

const types = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};
const folder = process.argv[2] ?? '';
const server = createServer(async (request, response) => {
  const path = join(folder, request.url === '/' ? 'index.html' : (request.url ?? ''));
  response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
  response.end(await readFile(path).catch(() => ''));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const port = typeof address === 'object' ? address?.port : 0;

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const executablePath = join(cache, 'caveat', 'chromium-147.0.0', 'shell', 'headless-shell');
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'];
const browser = await puppeteer.launch({ executablePath, headless: 'shell', args });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
await browser.close();
server.close();
if (pdf.length < 10_000) throw new Error('The floor printed nothing');
