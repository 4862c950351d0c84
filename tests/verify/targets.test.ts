/** Where links out of a file may lead. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { listTargets } from '../../src/verify/source/targets.ts';
import { isOutside, writeTarget } from '../../src/verify/targets.ts';

test('the targets of a text are those of its links, of its definitions and of its HTML', () => {
  const text = [
    'A [link](https://example.org/a), [another][b], <https://example.org/c>, and',
    '<a class="x" href="https://example.org/d?e=1&amp;f=2">one</a> in HTML, [here](#place),',
    "<svg><a xlink:href='https://example.org/e'><text>e</text></a></svg>.",
    '',
    '[b]: https://example.org/b',
  ];
  assert.deepEqual(listTargets(unified().use(remarkParse).parse(text.join('\n'))).sort(), [
    '#place',
    'https://example.org/a',
    'https://example.org/b',
    'https://example.org/c',
    'https://example.org/d?e=1&f=2',
    'https://example.org/e',
  ]);
});

test('an address is compared as a browser writes it', () => {
  assert.equal(writeTarget('HTTPS://Example.ORG'), 'https://example.org/');
  assert.equal(writeTarget('https://example.org/ä b'), 'https://example.org/%C3%A4%20b');
  assert.equal(writeTarget('tel:+1 555'), 'tel:+1 555');
  assert.equal(isOutside('02-sleep.xhtml'), false);
});
