import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOfDay } from '../../src/verify/pdf/dates.ts';

test('a day is known in the forms in which an edition may write it, and in ISO 8601', () => {
  assert.deepEqual(formsOfDay('2026-11-03', 'en-US'), [
    '3 November 2026',
    '3 Nov 2026',
    'November 3, 2026',
    'Nov 3, 2026',
    '2026-11-03',
  ]);
  assert.ok(formsOfDay('2026-11-03', 'de').includes('3. November 2026'));
  assert.ok(formsOfDay('2026-11-03', 'zh-Hans').includes('2026年11月3日'));
  assert.ok(formsOfDay('2026-11-01', 'fr-CA').includes('1er novembre 2026'));
  const arabic = formsOfDay('2026-11-03', 'ar-EG');
  assert.ok(arabic.some((form) => form.includes('2026')));
  assert.ok(arabic.some((form) => form.includes('٢٠٢٦')));
});
