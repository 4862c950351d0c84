/** The templates and the bundled fonts, read from the package itself. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import coverage from '../../templates/fonts/coverage.json' with { type: 'json' };
import type { Asset, Templates } from '../model.ts';
import { type Face, faces } from './fonts.ts';

const root = fileURLToPath(new URL('../../templates/', import.meta.url));
const require = createRequire(import.meta.url);

/** Reads every template and the bundled fonts. */
export async function readTemplates(): Promise<Templates> {
  const [print, ebook, report, fonts] = await Promise.all([
    readTexts('print'),
    readTexts('ebook'),
    readTexts('report'),
    readFonts(),
  ]);
  return { print, ebook, report, fonts, coverage: new Map(Object.entries(coverage)) };
}

async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, folder))).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(root, folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name.replace(/\.ejs$/, ''), texts[index] ?? '']));
}

async function readFonts(): Promise<ReadonlyMap<string, Asset>> {
  const entries = faces.map(
    async (face) => [face.url, { mediaType: 'font/woff2', bytes: await readFont(face) }] as const,
  );
  return new Map(await Promise.all(entries));
}

function readFont(face: Face): Promise<Uint8Array> {
  return readFile(require.resolve(face.module));
}
