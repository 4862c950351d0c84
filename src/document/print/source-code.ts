/** The source with its address twice: for the eye, and as a QR code for the camera of a phone. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../model.ts';
import { citeSource } from '../imprint.ts';
import type { Words } from '../words.ts';
import { composeQr } from './qr.ts';

/**
 * The code holds `source.url` letter for letter, and so does the line beside it, scheme and all: whoever has no
 * phone, or does not trust a picture, sees where it leads and can type it.
 * A source without an address is cited without one.
 * @param before stands beside the code too, where room is dear; so does `after`
 */
export function composeSourceCode(
  edition: Edition,
  words: Words,
  before: readonly ElementContent[] = [],
  after: readonly ElementContent[] = [],
): Element {
  const { url } = edition.metadata.source;
  const cited = h('p', { className: ['source'] }, citeSource(edition, words));
  if (url === undefined) return h('div', [...before, cited, ...after]);
  const address = h('a', { className: ['address'], href: url }, url);
  return h(
    'div',
    { className: ['source-code'] },
    h('div', [...before, cited, h('p', { className: ['source-address'] }, address), ...after]),
    composeQr(url, words.qrCode(url)),
  );
}
