import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packEbook } from '../../src/ebook/index.ts';
import { createRichEbook } from './sample.ts';

const script = `
const { packEbook } = await import(${JSON.stringify(import.meta.resolve('../../src/ebook/index.ts'))});
const { createRichEbook } = await import(${JSON.stringify(import.meta.resolve('./sample.ts'))});
const { createHash } = await import('node:crypto');
const { bytes } = await packEbook(createRichEbook());
process.stdout.write(new Date(2024, 6, 1).getTimezoneOffset() + ' ' + createHash('sha256').update(bytes).digest('hex'));
`;

const places = [
  { TZ: 'UTC', LC_ALL: 'C', minutes: '0' },
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', minutes: '-840' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', minutes: '150' },
];

test('the bytes are the same in every time zone, locale and folder', async () => {
  const expected = await hashHere();
  for (const { minutes, ...env } of places) {
    const [offset, hash] = (await runElsewhere(env)).split(' ');
    assert.equal(offset, minutes, `the process is in ${env.TZ}`);
    assert.equal(hash, expected, `${env.TZ} ${env.LC_ALL}`);
  }
});

test('the bytes are the same whatever the clock and the random numbers', async (context) => {
  const expected = await hashHere();
  context.mock.method(Math, 'random', () => 0.123);
  context.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2038, 0, 19, 3, 14, 7) });
  assert.equal(await hashHere(), expected);
});

test('another date gives other bytes', async () => {
  const { bytes } = await packEbook({ ...createRichEbook(), date: '2025-01-02T03:04:06Z' });
  assert.notEqual(createHash('sha256').update(bytes).digest('hex'), await hashHere());
});

async function hashHere(): Promise<string> {
  const { bytes } = await packEbook(createRichEbook());
  return createHash('sha256').update(bytes).digest('hex');
}

async function runElsewhere(env: Readonly<Record<string, string>>): Promise<string> {
  const loader = fileURLToPath(import.meta.resolve('tsx'));
  const argv = ['--import', loader, '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: tmpdir(), env });
  return stdout;
}
