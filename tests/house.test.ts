/** Reads the source itself: who imports whom, who touches the disk, the clock and chance. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

interface Module {
  /** Below `src/`, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Own modules, as paths below `src/`. */
  readonly own: readonly string[];
  /** Packages and parts of Node, as written. */
  readonly packages: readonly string[];
}

const modules: readonly Module[] = (readdirSync(src, { recursive: true }) as string[])
  .filter((path) => /\.(ts|js)$/.test(path) && !path.startsWith('.'))
  .sort()
  .map((path) => readModule(path));

function readModule(path: string): Module {
  const text = withoutComments(readFileSync(join(src, path), 'utf8'));
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  );
  const own = specifiers
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(src, join(src, dirname(path), name)));
  return {
    path,
    text,
    own: own.filter((name) => !name.endsWith('.json')),
    packages: specifiers.filter((name) => !name.startsWith('.')),
  };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const rooms = ['source', 'check', 'document', 'print', 'ebook', 'verify', 'pictures', 'report', 'import'];
const ground = ['model.ts', 'rules.ts', 'visit.ts'];

const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));

test('there are modules to read, and imports to judge', () => {
  assert.ok(modules.length > 60);
  assert.ok(modules.find(({ path }) => path === 'build/content.ts')?.own.includes('check/index.ts'));
  assert.ok(modules.find(({ path }) => path === 'source/folder.ts')?.packages.includes('node:fs/promises'));
});

test('a room imports itself and the ground, and no other room', () => {
  for (const { path, own } of modules) {
    const room = roomOf(path);
    if (!room) continue;
    const foreign = own.filter((name) => roomOf(name) !== room && !ground.includes(name));
    assert.deepEqual(foreign, [], path);
  }
});

test('the ground imports nothing of ours but itself, and the types hold no code', () => {
  for (const path of ground) {
    const own = modules.find((module) => module.path === path)?.own ?? [];
    assert.ok(
      own.every((name) => ground.includes(name)),
      `${path} imports ${own.join()}`,
    );
  }
  const model = modules.find(({ path }) => path === 'model.ts')?.text ?? '';
  assert.doesNotMatch(model, /^import (?!type)/m);
  assert.doesNotMatch(model, /\b(function|class)\b|=>\s*\{/);
});

test('only the command line, the pipeline and its records know rooms', () => {
  for (const { path, own } of modules) {
    if (!roomOf(path) && own.some(roomOf))
      assert.match(path, /^(build|manifest|cli|preview|import|report)\b/, path);
  }
});

test('no modules import one another in a circle', () => {
  const edges = new Map(modules.map(({ path, own }) => [path, own]));
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    assert.ok(!way.includes(path), [...way, path].join(' → '));
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
});

test('only those who must touch the disk do', () => {
  const allowed =
    /^(bin\.js$|source\/|write\.ts$|import\/disk\.ts$|cli\.ts$|cli\/|print\/(machine\/|lifeline\.ts$|browser\.ts$))/;
  for (const { path, packages } of modules) {
    if (packages.some((name) => /^(node:)?fs(\/|$)/.test(name))) assert.match(path, allowed);
  }
});

test('no clock and no chance in the pipeline: the same content gives the same bytes', () => {
  const outside =
    /Date\.now|new Date\(\s*\)|Math\.random|randomUUID|randomBytes|getRandomValues|performance\.now|process\.hrtime/;
  for (const { path, text } of modules) {
    if (!path.startsWith('cli/') && path !== 'cli.ts') assert.equal(outside.exec(text)?.[0], undefined, path);
  }
});

test('only the verifier makes something verified, and it shares no library with the makers', () => {
  for (const { path, text, packages } of modules) {
    if (/as unknown as Verified|as Verified\b/.test(text)) assert.match(path, /^verify\//);
    if (!path.startsWith('verify/')) continue;
    const makers = packages.filter((name) =>
      /pdf-lib|jszip|epub-gen-memory|hast-util-to-html|xast-util-to-xml|puppeteer/.test(name),
    );
    assert.deepEqual(makers, [], path);
  }
});

test('nothing speaks to the network but the browser, and that is told to refuse', () => {
  for (const { path, text, packages } of modules) {
    assert.ok(!packages.some((name) => /^(node:)?(http|https|net|dgram|tls|http2)$/.test(name)), path);
    assert.equal(/(?<![.\w])fetch\(/.exec(text)?.[0], undefined, path);
  }
});

test('no function is longer than 40 lines', () => {
  const long = modules.flatMap(({ path }) => {
    const lines = readFileSync(join(src, path), 'utf8').split('\n');
    return lines.flatMap((line, start) => {
      if (!/^(export )?(async )?function\b/.test(line)) return [];
      const end = lines.findIndex((other, index) => index >= start && other.startsWith('}'));
      return end - start >= 40 ? [`${path}:${start + 1} has ${end - start + 1} lines`] : [];
    });
  });
  assert.deepEqual(long, []);
});

test('of a CommonJS package that is loaded late only the default is asked: bundled in parts it has no other name', () => {
  const late = /const \{([^}]*)\} = await import\('([^.'][^']*)'\)/g;
  const bundled = modules.filter(({ path }) => path.endsWith('.ts'));
  const found = bundled.flatMap(({ path, text }) =>
    [...text.matchAll(late)].map(([, names = '', name = '']) => ({ path, names: names.trim(), name })),
  );
  assert.ok(found.some(({ name }) => name === 'tar-fs'));
  for (const { path, names, name } of found.filter((it) => !isEsm(it.name)))
    assert.match(names, /^default: \w+$/, `${path}: ${name}`);
});

function isEsm(name: string): boolean {
  const manifest = JSON.parse(readFileSync(join(src, '../node_modules', name, 'package.json'), 'utf8'));
  return (
    manifest.type === 'module' ||
    manifest.module !== undefined ||
    manifest.exports?.['.']?.import !== undefined
  );
}
