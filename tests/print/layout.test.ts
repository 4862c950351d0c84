import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Layout, Pagination } from '../../src/model.ts';
import { compareLayouts, createLabels, emptyLayout, isSettled, planLayout } from '../../src/print/layout.ts';

/** Places of parts that take so many pages each, printed with a layout. */
function print(lengths: readonly number[], { blanks }: Layout): Map<string, number> {
  const places = new Map<string, number>();
  let page = 1;
  for (const [index, length] of lengths.entries()) {
    if (blanks.has(`p${index}`)) page += 1;
    places.set(`p${index}`, page);
    page += length;
  }
  return places;
}

function paginate(count: number, body?: string): Pagination {
  const ids = Array.from({ length: count }, (_, index) => `p${index}`);
  return { quotedIds: ids, quotedInText: [], openings: ids, ...(body !== undefined && { body }) };
}

test('after one plan every part opens on a right-hand page, with no more blank pages than needed, and nothing moves', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lengths, fc.nat(), (pages, body) => {
      const pagination = paginate(pages.length, `p${body % pages.length}`);
      const planned = planLayout(pagination, print(pages, emptyLayout), emptyLayout);
      const places = print(pages, planned);
      assert.ok([...places.values()].every((page) => page % 2 === 1));
      assert.equal(planned.blanks.size, pages.slice(0, -1).filter((length) => length % 2 === 1).length);
      assert.deepEqual(compareLayouts(planLayout(pagination, places, planned), planned), []);
      const label = createLabels(pagination, places);
      assert.equal(planned.numbers.get(pagination.body ?? ''), '1');
      for (const [id, page] of places) assert.equal(planned.numbers.get(id), label(page));
    }),
  );
});

test('front matter is numbered in roman, the body from 1, and without a body all is arabic', () => {
  const numbers = (body?: string) =>
    [...planLayout(paginate(3, body), print([2, 12, 1], emptyLayout), emptyLayout).numbers.values()].join();
  assert.equal(numbers('p2'), 'i,iii,1');
  assert.equal(numbers('p0'), '1,3,15');
  assert.equal(numbers(), '1,3,15');
});

test('a place inside a part moves with it, and one on the page of the opening too', () => {
  const pagination = { quotedIds: ['a', 'in', 'b', 'top'], quotedInText: [], openings: ['a', 'b'] };
  const places = new Map([
    ['top', 4],
    ['a', 1],
    ['in', 3],
    ['b', 4],
  ]);
  const { numbers, blanks } = planLayout(pagination, places, emptyLayout);
  assert.deepEqual([...blanks], ['b']);
  assert.deepEqual(Object.fromEntries(numbers), { a: '1', in: '3', b: '5', top: '5' });
});

test('a blank page that is no longer needed goes away', () => {
  const made: Layout = { numbers: new Map(), blanks: new Set(['p1']) };
  const planned = planLayout(paginate(2), print([2, 1], made), made);
  assert.deepEqual([...planned.blanks], []);
  assert.equal(planned.numbers.get('p1'), '3');
  assert.deepEqual(compareLayouts(made, planned), ['p0', 'p1']);
});

test('the layout of the last build will do unless a number in the text is near a change of width', () => {
  const pagination = { ...paginate(0), quotedInText: ['x'] };
  const settled = (number: string) =>
    isSettled(pagination, { ...emptyLayout, numbers: new Map([['x', number]]) });
  assert.deepEqual(['5', '14', '57', '95', '104', '500'].map(settled), [true, true, true, true, true, true]);
  assert.deepEqual(['7', '9', '10', '13', '98', '101', 'ix'].map(settled), [
    false,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
  assert.equal(isSettled(paginate(1), { ...emptyLayout, numbers: new Map([['p0', 'ix']]) }), true);
});
