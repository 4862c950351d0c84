import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFault } from '../../src/verify/pdf/links.ts';
import { sortMarkedText } from '../../src/verify/pdf/marked-text.ts';
import { type StructureNode, writeStructure } from '../../src/verify/pdf/structure.ts';
import { openTranscript } from '../../src/verify/transcript.ts';

/** An element; a string stands for marked content of that text. */
function element(role: string, ...children: readonly (StructureNode | string)[]): StructureNode {
  return {
    role,
    children: children.map((it) => (typeof it === 'string' ? { type: 'content', id: it } : it)),
  };
}

/** Passages of a page; each marked content's id is its text. */
function write(root: StructureNode): { readonly passages: string[]; readonly markers: string[] } {
  const scribe = openTranscript();
  const texts = { get: (id: string) => id } as ReadonlyMap<string, string>;
  writeStructure(root, texts, 1, scribe);
  const { passages, markers } = scribe.finish();
  return { passages: passages.map((it) => it.raw), markers: markers.map((it) => `${it.at} ${it.text}`) };
}

test('a tight item ends where its inner list begins, and markers are kept apart', () => {
  const inner = element('L', element('LI', element('Lbl', ''), element('NonStruct', 'inner')));
  const outer = element(
    'L',
    element('LI', element('Lbl', '1.'), element('LBody', element('NonStruct', 'outer'), inner)),
  );
  assert.deepEqual(write(element('Document', outer)), {
    passages: ['outer', 'inner'],
    markers: ['0 1.', '5 '],
  });
});

test('emphasis, links and code flow on in their paragraph', () => {
  const paragraph = element(
    'P',
    'a ',
    element('Strong', element('NonStruct', 'b')),
    element('Link', ' c'),
    ' d',
  );
  assert.deepEqual(write(element('Document', paragraph)).passages, ['a b c d']);
});

test('neighbouring groups without paragraphs in them are blocks of their own beside other blocks', () => {
  const code = (text: string): StructureNode => element('NonStruct', element('Code', text));
  const section = element('NonStruct', code('one'), code('two'), element('P', 'p'));
  assert.deepEqual(write(element('Document', section)).passages, ['one', 'two', 'p']);
});

test('a nested sequence without an id belongs to the one around it, an artifact to none', () => {
  const text = (str: string) => ({ str, hasEOL: false, fontName: 'f' });
  const items = [
    { type: 'beginMarkedContentProps', id: 'p1', tag: 'P' },
    text('Read this '),
    { type: 'beginMarkedContentProps', id: null, tag: 'Span' },
    text('\ufb01'),
    { type: 'endMarkedContent' },
    text('rst'),
    { type: 'endMarkedContent' },
    { type: 'beginMarkedContent', id: null, tag: 'Artifact' },
    text('margin'),
    { type: 'endMarkedContent' },
    text('loose'),
  ];
  const sorted = sortMarkedText({ items, styles: {}, lang: null } as never);
  assert.deepEqual([...sorted.tagged], [['p1', 'Read this \ufb01rst']]);
  assert.deepEqual(sorted.untagged, ['margin', 'loose']);
});

test('a link leads to a known place or to the web, and nowhere else', async () => {
  const destinations = { resolves: async (dest: unknown) => dest === 'here' };
  const fault = (link: object) => findFault({ subtype: 'Link', ...link }, destinations);
  assert.equal(await fault({ dest: 'here' }), undefined);
  assert.equal(await fault({ dest: 'gone' }), '#gone');
  assert.equal(await fault({}), 'it has no target');
  for (const url of ['https://example.org/', 'mailto:a@example.org', 'tel:911']) {
    assert.equal(await fault({ unsafeUrl: url }), undefined);
  }
  for (const url of [
    'file:///a',
    'javascript:x()',
    'about:blank#a',
    'http://localhost:80/a',
    'https://caveat.invalid/a#b',
  ]) {
    assert.equal(await fault({ unsafeUrl: url }), url);
  }
});
