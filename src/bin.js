#!/usr/bin/env node
// Node 20 does not run TypeScript. So the sources are compiled on the first run and after every change, into
// `.compiled/` beside this file: running them through a loader would take a second and 200 MB more each time.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// By itself V8 lets the heap of a machine with much memory grow to four times what is in use before it collects: a
// thousand chapters take a third less memory so, and no more time that could be measured.
setFlagsFromString('--heap-growing-percent=30');

// New garbage is collected by the thread that made it: helpers would take the processors from the browser and the
// other threads, and a collection waits for them. It takes 5 % less processor time so.
setFlagsFromString('--no-parallel-scavenge');

// How much a function must have run before V8 compiles it anew, optimised: ten times the usual. A build is over so
// soon that much of what is optimised is never made good for: it takes 15 to 20 % less processor time so. The number
// is read at each such decision, so it may be set at any time; it means the same in every V8 11, which Node 20 has.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=700000');

// The same for PDFium, which is WebAssembly: what it takes to draw some dozens of disclaimers is not worth the optimising.
setFlagsFromString('--wasm-tiering-budget=60000000');

const source = fileURLToPath(new URL('.', import.meta.url));
const compiled = join(source, '.compiled');
/**
 * Loaded as CommonJS when needed. All else is bundled, in parts, each loaded by those who need it: with all in one, a
 * start takes twice as long and every thread some 10 MB more.
 */
const external = ['puppeteer', '@cantoo/pdf-lib', 'fontkit', '@hyzyla/pdfium'];
/** The command, and the parts of it that run in threads of their own. */
const entryPoints = {
  cli: join(source, 'cli.ts'),
  'verify-worker': join(source, 'verify', 'worker.ts'),
  'look-worker': join(source, 'verify', 'pdf', 'notice', 'look-worker.ts'),
  'pictures-worker': join(source, 'pictures', 'worker.ts'),
};

/** Changes when a source file or a dependency changes. */
function fingerprint() {
  const files = readdirSync(source, { recursive: true }).filter(
    (file) => /\.(ts|json|js)$/.test(file) && !file.startsWith('.'),
  );
  const stamps = [...files.sort(), '../package-lock.json'].map((file) => {
    const { size, mtimeMs } = statSync(join(source, file));
    return `${file} ${size} ${mtimeMs}\n`;
  });
  return stamps.join('');
}

async function compile(stamp) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints,
    external,
    outdir: compiled,
    write: false,
    bundle: true,
    splitting: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    drop: ['console'], // libraries that chatter would spoil what --json prints
    banner: {
      js: "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);",
    },
  });
  mkdirSync(compiled, { recursive: true });
  for (const { path, contents } of outputFiles) replace(path, contents);
  replace(join(compiled, 'fingerprint'), stamp);
  const current = new Set(outputFiles.map(({ path }) => basename(path)));
  for (const name of readdirSync(compiled).filter((name) => name.endsWith('.js')))
    if (!current.has(name)) rmSync(join(compiled, name), { force: true });
}

/** Two commands may start at once: each file is whole at every moment. */
function replace(path, content) {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

function isCurrent(stamp) {
  try {
    return readFileSync(join(compiled, 'fingerprint'), 'utf8') === stamp;
  } catch {
    return false;
  }
}

async function load() {
  const stamp = fingerprint();
  try {
    if (!isCurrent(stamp)) await compile(stamp);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    // Somebody else's folder: slower, but nothing need be written.
    const { register } = await import('tsx/esm/api');
    register();
    return import('./cli.ts');
  }
  return import(pathToFileURL(join(compiled, 'cli.js')).href);
}

// Whoever reads on through a pipe may stop early, as `head` does.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

const { main } = await load();
process.exitCode = await main(process.argv.slice(2));
