/** What stands on the two streams, whatever libraries have to say. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { segmentFile } from '../fixtures/edition.ts';
import { withContent } from '../fixtures/folder.ts';
import { bin, runProcess } from '../fixtures/run.ts';

test('--json prints JSON and nothing else, also where a library speaks of the dashes that it drops', async () => {
  const overlay = { 'segments/02-sleep.md': segmentFile('Sleep –- and „more“ –-- of it – – "so".\n') };
  await withContent(overlay, async (folder) => {
    const yaml = `${folder}/edition.yaml`;
    await writeFile(yaml, (await readFile(yaml, 'utf8')).replace(/^language: .*$/m, 'language: de'));
    const { stdout } = await runProcess(['check', folder, '--json']);
    assert.ok('messages' in JSON.parse(stdout), stdout);
  });
});

test('a reader that stops early is no trouble', () => {
  const command = `"${process.execPath}" "${bin}" build --help | true; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  assert.deepEqual([stdout, stderr], ['0\n', '']);
});
