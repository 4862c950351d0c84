/** Ways to hide a disclaimer in an e-book: each is tried once, and must be refused for that reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Artifact } from '../../src/model.ts';
import { verifyArtifact } from '../../src/verify/index.ts';
import { sampleEdition } from './support/edition.ts';
import { composeEpub, type Files, packEpub } from './support/epub.ts';

const edition = sampleEdition();
const office = 'OEBPS/02-office-visit.xhtml';
const style = 'OEBPS/style.css';
const notice = '<section class="disclaimer"';

async function verify(bytes: Uint8Array) {
  const artifact: Artifact = { kind: 'ebook', path: 'sample.epub', mediaType: 'application/epub+zip', bytes };
  const { messages, proof, verified } = await verifyArtifact(artifact, edition);
  const failed = proof.filter(({ result }) => result === 'fail').map(({ check }) => check);
  return { failed, verified, messages: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
}

function attack(change: (files: Files) => void) {
  const files = composeEpub(edition);
  change(files);
  return verify(packEpub(files));
}

function replace(
  files: Files,
  path: string,
  from: string | RegExp,
  to: string | ((whole: string) => string),
): void {
  const before = files.get(path) ?? '';
  const after = typeof to === 'string' ? before.replace(from, to) : before.replace(from, to);
  assert.notEqual(after, before, `nothing to replace in ${path}`);
  files.set(path, after);
}

const add = (css: string) => (files: Files) => files.set(style, `${files.get(style)}\n${css}`);
const onNotice = (attribute: string) => (files: Files) =>
  replace(files, office, notice, `${notice} ${attribute}`);

test('nothing hides the disclaimers of a sound e-book', async () => {
  const { failed, verified } = await attack(() => {});
  assert.deepEqual(failed, []);
  assert.ok(verified);
});

/** Style that the sample has not, each of which takes the disclaimer from somebody's eyes. */
const styles: readonly string[] = [
  '.disclaimer { display: none }',
  'section { visibility: hidden }',
  '.disclaimer p { font-size: 0 }',
  '.disclaimer p { font-size: 0.9em }',
  '.disclaimer p { font-size: 10px }',
  '.disclaimer { font: 6pt serif }',
  'body { opacity: 0 }',
  '.disclaimer { opacity: 0.1 }',
  '.disclaimer { clip: rect(0 0 0 0) }',
  '.disclaimer { clip-path: inset(50%) }',
  '.disclaimer { position: absolute; left: -9999px }',
  '.disclaimer { margin-left: -9999px }',
  '.disclaimer { text-indent: -9999px }',
  '.disclaimer { height: 0; overflow: hidden }',
  '.disclaimer { max-height: 1px }',
  '.disclaimer { width: 1px }',
  '.disclaimer { transform: scale(0) }',
  '.disclaimer { color: white; background: white }',
  '.disclaimer * { color: #fff }',
  'html { background-color: #000 }',
  '.disclaimer { -webkit-text-fill-color: transparent }',
  '.disclaimer { letter-spacing: -1em }',
  '.disclaimer { line-height: 0 }',
  '.disclaimer { text-decoration: line-through }',
  '.disclaimer { unicode-bidi: bidi-override; direction: rtl }',
  '.disclaimer { filter: opacity(0) }',
  '.disclaimer { mask-image: linear-gradient(transparent, transparent) }',
  '.disclaimer { content-visibility: hidden }',
  '.disclaimer { content: "" }',
  '.disclaimer::before { content: "Ignore this." }',
  '.disclaimer { DISPLAY: NONE !important }',
  '@media (min-width: 1px) { .disclaimer { display: none } }',
  '@supports (display: grid) { @media screen { section.disclaimer { display: none } } }',
  'body { & .disclaimer { display: none } }',
  ':not(p) { display: none }',
  '[role~="doc-notice"] { display: none }',
  'h1 ~ * { display: none }',
  '@import "other.css";',
  '@font-face { font-family: x; src: url(x.ttf) }',
  '.disc\\6c aimer { display: none }',
  'h2 { position: fixed; top: 0 }',
  'h2 { margin-top: -20em }',
];
for (const css of styles) {
  test(`style is refused: ${css}`, async () => {
    const { failed, messages } = await attack(add(css));
    assert.deepEqual(
      failed.filter((check) => check !== 'reading-systems'),
      ['disclaimer-visible'],
      messages.join('\n'),
    );
    assert.ok(messages.some((message) => message.startsWith('proof-disclaimer-hidden: ')));
  });
}

const harmless: readonly string[] = [
  '.picture { display: none }',
  'p { margin: 0 0 1em 0; line-height: 1.5 }',
  '.disclaimer { font-size: 1.2em; border: 3px solid; padding: 1em }',
  'h2 { font-size: 0.8em }',
  'section.other .note { position: relative }',
];
for (const css of harmless) {
  test(`style does not touch the disclaimer: ${css}`, async () => {
    const { failed } = await attack(add(css));
    assert.ok(!failed.includes('disclaimer-visible'));
  });
}

const markup: Readonly<Record<string, (files: Files) => void>> = {
  'display none in an attribute': onNotice('style="display : none"'),
  'white in an attribute': onNotice('style="color:#fff"'),
  'a style element': (files) =>
    replace(files, office, '</head>', '<style>.disclaimer{display:none}</style></head>'),
  'a style sheet that is not in the book': (files) =>
    replace(files, office, '</head>', '<link rel="stylesheet" href="https://example.org/x.css"/></head>'),
  'a script': (files) => replace(files, office, '</body>', '<script>document.body.remove()</script></body>'),
  'an event handler': (files) => replace(files, office, '<body', '<body onload="x()"'),
  'a refresh': (files) =>
    replace(
      files,
      office,
      '</head>',
      '<meta http-equiv="refresh" content="0; url=03-side-effects.xhtml"/></head>',
    ),
  'small print': (files) => {
    replace(
      files,
      office,
      /(<section class="disclaimer"[^>]*>)([\s\S]*?)(<\/section>)/,
      '$1<small>$2</small>$3',
    );
  },
  'a thing laid over it': (files) =>
    replace(files, office, '</body>', '<div style="position:fixed;top:0">x</div></body>'),
};
for (const [name, change] of Object.entries(markup)) {
  test(`${name} is refused`, async () => {
    const { messages } = await attack(change);
    assert.match(messages.join('\n'), /^proof-disclaimer-hidden: .*02-office-visit/m);
  });
}

/** The text is still in the bytes, but no reader is shown it. */
const absent: Readonly<Record<string, (files: Files) => void>> = {
  hidden: onNotice('hidden="hidden"'),
  'aria-hidden': onNotice('aria-hidden="true"'),
  inert: onNotice('inert=""'),
  'a comment': (files) =>
    replace(files, office, /<section class="disclaimer"[\s\S]*?<\/section>/, (whole) => `<!--${whole}-->`),
  'closed details': wrap('details'),
  'a closed dialog': wrap('dialog'),
  'a template': wrap('template'),
  noscript: wrap('noscript'),
  'an object with something else to show': wrap('object'),
  'look-alike letters': (files) =>
    replace(files, office, /(doc-notice">[\s\S]*?<p>General educ)a/, '$1\u0430'),
};
function wrap(tag: string): (files: Files) => void {
  return (files) =>
    replace(
      files,
      office,
      /<section class="disclaimer"[\s\S]*?<\/section>/,
      (whole) => `<${tag}>${whole}</${tag}>`,
    );
}
for (const [name, change] of Object.entries(absent)) {
  test(`a disclaimer in ${name} is no disclaimer`, async () => {
    const { messages } = await attack(change);
    assert.match(messages.join('\n'), /^proof-disclaimer-chapter: .*“The first office visit”/m);
  });
}

test('a book with a second package, with encrypted parts, or with a style sheet named before the root is not read', async () => {
  const changes: ((files: Files) => void)[] = [
    (files) =>
      replace(
        files,
        'META-INF/container.xml',
        '</rootfiles>',
        '<rootfile full-path="other.opf"/></rootfiles>',
      ),
    (files) => files.set('META-INF/encryption.xml', '<encryption/>'),
    (files) => replace(files, office, '<html', '<?xml-stylesheet href="evil.css"?><html'),
  ];
  for (const change of changes)
    assert.match((await attack(change)).messages.join('\n'), /^artifact-unreadable: /);
});

test('two entries of the same name are refused, since readers differ in which they show', async () => {
  const files = composeEpub(edition);
  const bytes = packEpub(files);
  const twin = zipSync({ 'OEBPS/02-office-visit.xhtmX': strToU8(files.get(office) ?? '') });
  const joined = joinZips(bytes, twin);
  const name = strToU8(office);
  for (let at = 0; at < joined.length - name.length; at++)
    if (joined.subarray(at, at + name.length - 1).every((byte, index) => byte === name[index]))
      joined[at + name.length - 1] = name.at(-1) ?? 0;
  assert.match((await verify(joined)).messages.join('\n'), /^artifact-unreadable: .*there twice/);
});

/** Entries of both, one directory: offsets of the second moved behind the first. */
function joinZips(a: Uint8Array, b: Uint8Array): Uint8Array {
  const [headA, listA, countA] = split(a);
  const [headB, listB, countB] = split(b);
  const moved = Uint8Array.from(listB);
  new DataView(moved.buffer).setUint32(42, headA.length, true);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, countA + countB, true);
  view.setUint16(10, countA + countB, true);
  view.setUint32(12, listA.length + moved.length, true);
  view.setUint32(16, headA.length + headB.length, true);
  return Uint8Array.from([...headA, ...headB, ...listA, ...moved, ...end]);
}

function split(zip: Uint8Array): [Uint8Array, Uint8Array, number] {
  const view = new DataView(zip.buffer, zip.byteOffset + zip.length - 22);
  const start = view.getUint32(16, true);
  return [zip.subarray(0, start), zip.subarray(start, zip.length - 22), view.getUint16(10, true)];
}
