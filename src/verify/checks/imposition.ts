/** Imposition: folded, the sheets of a booklet give its pages in order. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { type Findings, judge } from '../findings.ts';
import type { Booklet } from '../pdf/booklet/booklet.ts';

/** At most so many pages are wanting to a whole sheet. */
const mostBlanks = 3;

/**
 * Proves that the numbers of the pages, as the labels of the sides tell them, run from 1 to the last when the sheets
 * are folded; that each sheet has two sides; that blank pages are at the back only; and that nothing lies across the
 * fold. That the numbers are those printed on the pages is proved with the running line.
 */
export function checkImposition({ sides, folds, pages }: Booklet, file: string): Findings {
  const problems = [
    findSizeFault(sides),
    folds ? findOrderFault(pages) : 'the numbers of its pages do not make folds of whole sheets',
    findBlankFault(pages),
    ...sides.map(
      ({ crossing }, index) => crossing && `${crossing} lies across the fold of side ${index + 1}`,
    ),
  ];
  const messages: Message[] = problems
    .filter((problem) => problem !== undefined)
    .map((problem) => createMessage('proof-imposition', { problem }, { file }));
  const parts = folds && folds.length > 1 ? ` in folds of ${folds.join(', ')}` : '';
  return judge('imposition', `pages 1 to ${pages.length} on ${sides.length / 2} sheets${parts}`, messages);
}

function findSizeFault(sides: Booklet['sides']): string | undefined {
  if (sides.length % 2 === 1) return `its last sheet has one side, of ${sides.length} in all`;
  const sizes = new Set(
    sides.map(({ left, right }) => `${right.box.right - left.box.left} ${left.box.top - left.box.bottom}`),
  );
  return sizes.size > 1 ? 'its sheets differ in size' : undefined;
}

function findOrderFault(pages: Booklet['pages']): string | undefined {
  const wrong = pages.find(({ label, number }) => label !== String(number));
  return wrong && `page ${wrong.label || 'without a number'} stands where page ${wrong.number} is expected`;
}

function findBlankFault(pages: Booklet['pages']): string | undefined {
  const last = pages.findLastIndex(({ isBlank }) => !isBlank);
  const between = pages.findIndex(({ isBlank }) => isBlank);
  if (between !== -1 && between < last) return `page ${between + 1} is blank, and text follows it`;
  const blanks = pages.length - 1 - last;
  return blanks > mostBlanks ? `${blanks} pages at its back are blank, a sheet or more` : undefined;
}
