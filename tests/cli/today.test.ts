import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToday } from '../../src/cli/today.ts';
import { MachineError } from '../../src/rules.ts';

test('SOURCE_DATE_EPOCH is today, in UTC, to the last second of the day', () => {
  const day = (epoch: string) => readToday({ SOURCE_DATE_EPOCH: epoch });
  assert.equal(day('0'), '1970-01-01');
  assert.equal(day('1798847999'), '2027-01-01');
  assert.equal(day('1798848000'), '2027-01-02');
  assert.equal(day('253402300799'), '9999-12-31');
});

test('anything but whole seconds is refused with what to do', () => {
  for (const epoch of ['yesterday', '-1', '1.5', ' 1', '1e9', '253402300800', '99999999999999'])
    assert.throws(
      () => readToday({ SOURCE_DATE_EPOCH: epoch }),
      (error) => error instanceof MachineError && error.message.includes('unset it to go by the clock'),
      epoch,
    );
});

test('without it, or when it is empty, the clock tells the day', () => {
  for (const env of [{}, { SOURCE_DATE_EPOCH: '' }]) assert.match(readToday(env), /^\d{4}-\d\d-\d\d$/);
});
