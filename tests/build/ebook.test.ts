import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composePaged } from '../../src/build/ebook.ts';
import type { Ebook, PageTexts } from '../../src/model.ts';
import { createEbook } from '../ebook/sample.ts';

const book: PageTexts = {
  identifier: 'urn:uuid:0e7b5ab5-6cd5-5bf4-a3c9-3dd6a4f1a0e1',
  pages: [],
  openings: new Map(),
};

/** An e-book with so many pages of the book, if it is given the book. */
const compose =
  (count: number) =>
  (pages?: PageTexts): Ebook => {
    const places = Array.from({ length: count }, (_, index) => ({
      label: `${index + 1}`,
      id: `page.${index + 1}`,
      fileName: '01-wounds.xhtml',
    }));
    return createEbook(pages ? { pageList: { source: pages.identifier, places } } : {});
  };

test('an e-book that is made with the book has its pages', () => {
  const { ebook, messages } = composePaged(compose(5000), book);
  assert.equal(ebook.pageList?.places.length, 5000);
  assert.deepEqual(messages, []);
});

test('one with more pages than old e-readers open is made without any, and that is told', () => {
  const { ebook, messages } = composePaged(compose(6000), book);
  assert.equal(ebook.pageList, undefined);
  assert.deepEqual(
    messages.map(({ ruleId, reason, fatal }) => [ruleId, fatal, /6000 pages/.test(reason)]),
    [['page-list-left-out', false, true]],
  );
});

test('one that is made alone has none, and nothing is told', () => {
  const { ebook, messages } = composePaged(compose(10), undefined);
  assert.equal(ebook.pageList, undefined);
  assert.deepEqual(messages, []);
});
