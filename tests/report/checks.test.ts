/** The sentences of the report's proof. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nameCheck } from '../../src/report/checks.ts';

test('every check that the proof knows has a sentence of its own', () => {
  const source = readFileSync(new URL('../../src/verify/findings.ts', import.meta.url), 'utf8');
  const ids = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, id = '']) => id);
  assert.ok(ids.length > 20);
  assert.deepEqual(
    ids.filter((id) => nameCheck(id) === id),
    [],
  );
});
