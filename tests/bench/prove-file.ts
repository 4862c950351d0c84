/**
 * Proves a book and prints its pages, the milliseconds of processor time that a page takes, and the peak memory in MB.
 *
 * The last time counts, when some thousand pages have been proved: before, libraries are loaded and V8 compiles what
 * it finds to be used often, which is the same for books of any length.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFurniture } from '../../src/document/index.ts';
import { readEdition } from '../../src/source/index.ts';
import { verifyArtifact } from '../../src/verify/index.ts';

const [content = '', path = ''] = process.argv.slice(2);
const { edition } = await readEdition(content, { day: '2026-01-02', allowOutdated: true });
assert.ok(edition, 'The content cannot be read');
const artifact = { kind: 'book', path, mediaType: 'application/pdf', bytes: readFileSync(path) } as const;

async function prove(): Promise<{ readonly pages: number; readonly milliseconds: number }> {
  assert.ok(edition);
  const before = process.cpuUsage();
  const { verified } = await verifyArtifact(artifact, { ...edition, furniture: listFurniture(edition) });
  const { user, system } = process.cpuUsage(before);
  assert.ok(verified, 'The book is not proved');
  return { pages: verified.contents.labels.length, milliseconds: (user + system) / 1000 };
}

const warmPages = 1000;

let { pages, milliseconds } = await prove();
for (let proved = pages, more = true; more; proved += pages) {
  more = proved < warmPages;
  ({ pages, milliseconds } = await prove());
}
console.log(`${pages} ${milliseconds / pages}`);
