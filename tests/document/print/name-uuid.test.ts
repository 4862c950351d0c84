import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameUuid } from '../../../src/document/print/name-uuid.ts';

test('the identifier is the one that RFC 9562 gives for the name', () => {
  assert.equal(
    nameUuid('urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'),
    'urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});
