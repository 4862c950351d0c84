/** Small documents to print, and a reader of PDF that shares no code with the press. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Assets, PrintDocument } from '../../src/model.ts';

const noAssets: Assets = new Map();

export const info = {
  title: 'A title with π & (brackets)',
  author: 'Ann Author',
  subject: 'What it is about',
  keywords: ['naltrexone', 'dose'],
  language: 'en-GB',
  date: '2026-01-31T12:34:56Z',
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  identifier: 'urn:uuid:00000000-0000-5000-8000-000000000002',
};

/** A document of one chapter; `parts` replaces what a test is about. */
export function createDocument(body: string, parts: Partial<PrintDocument> = {}): PrintDocument {
  return {
    kind: 'handout',
    path: 'test-handout.pdf',
    pageSize: 'a5',
    info,
    pagination: { quotedIds: [], quotedInText: [], openings: [] },
    assets: noAssets,
    compose: () => createHtml(body),
    ...parts,
  };
}

export function createHtml(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>${head}</head><body>${body}</body></html>`;
}

/** Text of each page, its runs joined by spaces. */
export async function readPages(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .filter((text) => text.trim())
      .join(' ');
  });
  return Promise.all(pages);
}

/** Names of all fonts, without the tag of the subset. */
export async function readFonts(bytes: Uint8Array): Promise<string[]> {
  const pdf = await open(bytes);
  const names = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getOperatorList();
    for (const item of (await page.getTextContent()).items) {
      if ('fontName' in item && item.str.trim())
        names.add(page.commonObjs.get(item.fontName).name.replace(/^.*\+/, ''));
    }
  }
  return [...names].sort();
}

/** pdf.js takes the bytes for itself: it gets a copy. */
export function open(bytes: Uint8Array) {
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

const temporaryFolders: string[] = [];
process.once('exit', () => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is removed when the test process ends. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-test-'));
  temporaryFolders.push(folder);
  return folder;
}
