import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBrowser } from '../../src/print/index.ts';
import { MachineError } from '../../src/rules.ts';
import { createDocument, createTemporaryFolder } from './fixture.ts';

const silent = { note() {} };

/** Browsers keep their temporary profiles here, where this test can see what is left of them. */
process.env.TMPDIR = createTemporaryFolder();

/** Long enough to be in the middle of it when something happens. */
const long = createDocument('<p>text '.repeat(30_000), { path: 'long.pdf' });

/** Ids of the living processes that this process started, and those that they started, except zombies. */
function listChildren(parent = process.pid): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent);
  return children.map(Number).flatMap((pid) => [pid, ...listChildren(pid)]);
}

function parentOf(pid: string): number | undefined {
  if (!existsSync(join('/proc', pid, 'stat'))) return undefined;
  const [state, parent] = readFileSync(join('/proc', pid, 'stat'), 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return state === 'Z' ? undefined : Number(parent);
}

/** The browser process itself, of those whose command line has the mark of a browser. */
function listBrowsers(): number[] {
  return listChildren().filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--remote-debugging-pipe'),
  );
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function assertNothingLeft(): void {
  assert.deepEqual(listBrowsers(), []);
  assert.deepEqual(readdirSync(process.env.TMPDIR as string), []);
}

test('a closed browser leaves neither process nor profile', { timeout: 20_000 }, async () => {
  const browser = await openBrowser(silent);
  await browser.print(createDocument('<p>text'));
  assert.notDeepEqual(listBrowsers(), []);
  await browser.close();
  assertNothingLeft();
  await browser.close();
});

test('a browser killed in mid-print is machine trouble that names the document, and nothing hangs', {
  timeout: 20_000,
}, async () => {
  const browser = await openBrowser(silent);
  const printing = browser.print(long);
  setTimeout(() => process.kill(listBrowsers()[0] as number, 'SIGKILL'), 150);
  await assert.rejects(printing, (error: Error) => {
    assert.ok(error instanceof MachineError);
    assert.match(
      error.message,
      /^The browser stopped while printing long\.pdf \(.+\)\. Run the build again; if memory is short/,
    );
    return true;
  });
  await assert.rejects(browser.print(long), MachineError);
  await browser.close();
  assertNothingLeft();
});

test('a tab that crashes in mid-print is machine trouble, and the browser goes on', {
  timeout: 20_000,
}, async () => {
  const browser = await openBrowser(silent);
  const printing = browser.print(long);
  await pause(150);
  const tabs = listChildren().filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer'),
  );
  for (const pid of tabs) process.kill(pid, 'SIGKILL');
  await assert.rejects(printing, MachineError);
  const { artifact } = await browser.print(createDocument('<p>text'));
  assert.equal(artifact.pages, 1);
  await browser.close();
  assertNothingLeft();
});

test('an aborted signal ends the browser at once and gives its reason to all that wait', {
  timeout: 20_000,
}, async () => {
  const controller = new AbortController();
  const browser = await openBrowser({ ...silent, signal: controller.signal });
  const waiting = [long, long, long].map((document) => browser.print(document));
  const reason = new Error('interrupted');
  setTimeout(() => controller.abort(reason), 150);
  const results = await Promise.allSettled(waiting);
  assert.deepEqual(
    results.map((result) => result.status === 'rejected' && result.reason),
    [reason, reason, reason],
  );
  assertNothingLeft();
  await assert.rejects(browser.print(long), reason);
  await browser.close();
});

test('a signal aborted while the browser starts leaves nothing', { timeout: 20_000 }, async () => {
  const controller = new AbortController();
  const reason = new Error('interrupted');
  const opening = openBrowser({ ...silent, signal: controller.signal });
  const timer = setInterval(() => listBrowsers().length > 0 && controller.abort(reason), 5);
  await assert.rejects(opening, reason);
  clearInterval(timer);
  assertNothingLeft();
});

test('a signal aborted before is refused without starting anything', { timeout: 20_000 }, async () => {
  await assert.rejects(openBrowser({ ...silent, signal: AbortSignal.abort(new Error('before')) }), /before/);
  assertNothingLeft();
});
