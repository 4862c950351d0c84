import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { openBrowser } from '../../src/print/index.ts';
import { createEnvironment } from '../../src/print/machine/environment.ts';
import { explainFailure } from '../../src/print/machine/failures.ts';
import { createFlags } from '../../src/print/machine/flags.ts';
import { hasLibraries } from '../../src/print/machine/libraries.ts';
import { locateBrowser } from '../../src/print/machine/locate.ts';
import { findBrowserPackage } from '../../src/print/machine/package.ts';
import { provideLibraries, type Store } from '../../src/print/machine/parts.ts';
import { openPrivateFolder } from '../../src/print/machine/private-folder.ts';
import { provide } from '../../src/print/machine/unpack.ts';
import { MachineError } from '../../src/rules.ts';
import { createDocument, createTemporaryFolder } from './fixture.ts';

const environment = { ...process.env };
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

/** Makes an empty folder the user's cache. */
function useEmptyCache(): string {
  const home = createTemporaryFolder();
  process.env.XDG_CACHE_HOME = home;
  return home;
}

function createStore(): Store {
  const from = findBrowserPackage();
  assert.ok(from);
  return { from, folder: createTemporaryFolder() };
}

async function assertMachineError(work: Promise<unknown>, message: RegExp): Promise<void> {
  await assert.rejects(work, (error: Error) => {
    assert.ok(error instanceof MachineError, error.stack);
    assert.match(error.message, message);
    return true;
  });
}

test('the cache folder is the user’s own: versioned, and closed to others', async () => {
  const home = useEmptyCache();
  const folder = await openPrivateFolder('chromium-1.2.3');
  assert.equal(folder, join(home, 'caveat', 'chromium-1.2.3'));
  for (const path of [folder, join(home, 'caveat')]) assert.equal(statSync(path).mode & 0o777, 0o700);
  assert.equal(await openPrivateFolder('chromium-1.2.3'), folder);
});

for (const mode of [0o770, 0o702]) {
  for (const name of ['caveat', 'caveat/chromium-1.2.3']) {
    test(`a cache folder is refused when ${name} has mode ${mode.toString(8)}`, async () => {
      const home = useEmptyCache();
      await openPrivateFolder('chromium-1.2.3');
      chmodSync(join(home, name), mode);
      await assertMachineError(
        openPrivateFolder('chromium-1.2.3'),
        /can be written to by others\. Remove it, or set XDG_CACHE_HOME/,
      );
    });
  }
}

test('a cache folder is refused when it is a link', async () => {
  const home = useEmptyCache();
  mkdirSync(join(home, 'caveat'), { mode: 0o700 });
  symlinkSync(createTemporaryFolder(), join(home, 'caveat', 'chromium-1.2.3'));
  await assertMachineError(openPrivateFolder('chromium-1.2.3'), /is not a folder/);
});

test('a cache folder of another user is refused', { skip: process.getuid?.() !== 0 }, async () => {
  const home = useEmptyCache();
  const { chownSync } = await import('node:fs');
  mkdirSync(join(home, 'caveat'), { mode: 0o700 });
  chownSync(join(home, 'caveat'), 65_534, 65_534);
  await assertMachineError(openPrivateFolder('chromium-1.2.3'), /belongs to another user/);
});

test('a home that cannot be written to is machine trouble with a remedy', async () => {
  const home = useEmptyCache();
  writeFileSync(join(home, 'file'), '');
  process.env.XDG_CACHE_HOME = join(home, 'file');
  await assertMachineError(
    openBrowser({ note() {} }),
    /cannot be made\. Set XDG_CACHE_HOME to a folder that you can write to\./,
  );
});

test('a part is filled once, and what is there is taken as it is', async () => {
  const folder = createTemporaryFolder();
  const fill = async (into: string) => writeFileSync(join(into, 'file'), 'first');
  const place = await provide({ folder, name: 'part', fill });
  await provide({ folder, name: 'part', fill: () => Promise.reject(new Error('filled again')) });
  assert.equal(readFileSync(join(place, 'file'), 'utf8'), 'first');
  assert.deepEqual(readdirSync(folder), ['part']);
});

test('two builds that fill a part at the same time both get it whole', async () => {
  const folder = createTemporaryFolder();
  const waiting: (() => void)[] = [];
  const fill = async (into: string) => {
    writeFileSync(join(into, 'file'), 'whole');
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 2) for (const go of waiting) go();
    });
  };
  const places = await Promise.all([1, 2].map(() => provide({ folder, name: 'part', fill })));
  assert.deepEqual(
    places.map((place) => readFileSync(join(place, 'file'), 'utf8')),
    ['whole', 'whole'],
  );
  assert.deepEqual(readdirSync(folder), ['part']);
});

test('a part that cannot be filled leaves nothing, and is machine trouble', async () => {
  const folder = createTemporaryFolder();
  const fill = async (into: string) => {
    writeFileSync(join(into, 'half'), '');
    throw new Error('ENOSPC: no space left on device');
  };
  await assertMachineError(provide({ folder, name: 'part', fill }), /ENOSPC.+Make room there/);
  assert.deepEqual(readdirSync(folder), []);
});

test('an unpacking that is interrupted leaves nothing and gives the reason of the signal', async () => {
  const home = useEmptyCache();
  const controller = new AbortController();
  const reason = new Error('interrupted');
  const opening = openBrowser({ note() {}, signal: controller.signal });
  const folder = join(home, 'caveat', `chromium-${findBrowserPackage()?.version}`);
  const timer = setInterval(
    () => existsSync(folder) && readdirSync(folder).length > 0 && controller.abort(reason),
    5,
  );
  await assert.rejects(opening, reason);
  clearInterval(timer);
  assert.deepEqual(readdirSync(folder), []);
});

test('what a killed build left is removed an hour later, and not before', async () => {
  const folder = createTemporaryFolder();
  for (const [name, hours] of [
    ['.unpacking-old', 2],
    ['.unpacking-young', 0.5],
    ['other', 2],
  ] as const) {
    mkdirSync(join(folder, name));
    const time = statSync(folder).mtimeMs / 1000 - hours * 3600;
    utimesSync(join(folder, name), time, time);
  }
  await provide({ folder, name: 'part', fill: async () => {} });
  assert.deepEqual(readdirSync(folder).sort(), ['.unpacking-young', 'other', 'part']);
});

test('two builds with an empty cache print the same bytes, and leave a browser that the user alone may run', async () => {
  const home = useEmptyCache();
  const print = async () => {
    const browser = await openBrowser({ note() {} });
    const { artifact } = await browser.print(createDocument('<p>text'));
    await browser.close();
    return artifact.bytes;
  };
  const [one, two] = await Promise.all([print(), print()]);
  assert.deepEqual(one, two);
  const folder = join(home, 'caveat', `chromium-${findBrowserPackage()?.version}`);
  assert.equal(statSync(join(folder, 'shell', 'headless-shell')).mode & 0o777, 0o700);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.')),
    [],
  );
});

test('the embedded browser is chosen though another one may be installed', async () => {
  delete process.env.PUPPETEER_EXECUTABLE_PATH;
  const bin = createTemporaryFolder();
  for (const name of ['chromium', 'google-chrome', 'chrome'])
    writeFileSync(join(bin, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  process.env.PATH = `${bin}:${process.env.PATH}`;
  const notes: string[] = [];
  const browser = await openBrowser({ note: (sentence) => notes.push(sentence) });
  await browser.close();
  assert.match(browser.version, /^HeadlessChrome\/147\.[\d.]+$/);
  assert.deepEqual(
    notes,
    process.getuid?.() === 0
      ? ["Chromium's sandbox is off because the build runs as root; run it as another user to have it on."]
      : [],
  );
});

test('PUPPETEER_EXECUTABLE_PATH overrides the embedded browser, which is then not unpacked', async () => {
  const store = createStore();
  process.env.PUPPETEER_EXECUTABLE_PATH = process.execPath;
  assert.deepEqual(await locateBrowser(store), { executable: process.execPath, embedded: false });
  assert.deepEqual(readdirSync(store.folder), []);
});

test('PUPPETEER_EXECUTABLE_PATH that names no file is machine trouble that names it', async () => {
  process.env.PUPPETEER_EXECUTABLE_PATH = '/nowhere/chrome';
  await assertMachineError(
    openBrowser({ note() {} }),
    /^PUPPETEER_EXECUTABLE_PATH names \/nowhere\/chrome, which does not exist\. Correct it/,
  );
});

test('a named program that is no browser is machine trouble, and leaves no profile', async () => {
  process.env.PUPPETEER_EXECUTABLE_PATH = '/bin/true';
  process.env.TMPDIR = createTemporaryFolder();
  await assertMachineError(
    openBrowser({ note() {} }),
    /^The browser \/bin\/true does not start\. Set PUPPETEER_EXECUTABLE_PATH to/,
  );
  assert.deepEqual(readdirSync(process.env.TMPDIR as string), []);
});

test('a machine without any browser is told what to install', async (context) => {
  delete process.env.PUPPETEER_EXECUTABLE_PATH;
  const installed = await locateBrowser(undefined).catch((error: Error) => error);
  if (!(installed instanceof Error)) return context.skip(`found ${installed.executable}`);
  assert.ok(installed instanceof MachineError);
  assert.match(
    installed.message,
    /npx puppeteer browsers install chrome-headless-shell.+install Chrome.+PUPPETEER_EXECUTABLE_PATH/,
  );
});

test('a temporary folder that cannot be written to is machine trouble with a remedy', async () => {
  process.env.TMPDIR = '/nowhere';
  await assertMachineError(
    openBrowser({ note() {} }),
    /^The temporary folder \/nowhere cannot be written to\. Set TMPDIR/,
  );
});

test('the libraries that the browser needs come along, for a system that has none', async () => {
  const store = createStore();
  const empty = createTemporaryFolder();
  assert.equal(hasLibraries('', [empty]), false);
  const folder = await provideLibraries(store);
  assert.equal(hasLibraries('', [empty, folder]), true);
  assert.equal(hasLibraries(`${empty}:${folder}`, [empty]), true);
  assert.deepEqual(
    new Set(readdirSync(folder).map((name) => statSync(join(folder, name)).uid)),
    new Set([process.getuid?.()]),
  );
});

test('what the browser writes for a moment goes into its profile, which is removed even when it is killed', async () => {
  process.env.TMPDIR = '/shared';
  assert.equal((await createEnvironment(undefined, false, '/profile')).TMPDIR, '/profile');
});

test('flags never weaken the browser', () => {
  const flags = [...createFlags(true), ...createFlags(false)].join(' ');
  assert.doesNotMatch(
    flags,
    /--(disable-web-security|single-process|allow-running-insecure-content|allow-file-access|ignore-certificate)/,
  );
  assert.equal(createFlags(true).includes('--no-sandbox'), false);
  assert.equal(createFlags(false).includes('--no-sandbox'), true);
});

for (const [report, expected] of [
  [
    '[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox!',
    /let it make a sandbox\. Allow unprivileged user namespaces/,
  ],
  ['spawn /x EACCES', /it may not be executed\. Set XDG_CACHE_HOME/],
  [
    '/x: error while loading shared libraries: libnss3.so',
    /a system library is missing\. Install the libraries NSS/,
  ],
] as const) {
  test(`a browser that does not start is explained: ${report.slice(0, 40)}`, () => {
    const cause = new Error(report);
    const error = explainFailure('/x', cause);
    assert.match(error.message, expected);
    assert.equal(error.cause, cause);
  });
}
