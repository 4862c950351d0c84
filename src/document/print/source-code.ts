/** The source with its address twice: for the eye, and as a QR code for the camera of a phone. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../model.ts';
import { citeSource } from '../imprint.ts';
import type { Words } from '../words.ts';
import { composeQr } from './qr.ts';

/**
 * The code holds `source.url` letter for letter, and so does the line beside it, scheme and all: whoever has no
 * phone, or does not trust a picture, sees where it leads and can type it.
 */
export function composeSourceCode(edition: Edition, words: Words): Element {
  const { url } = edition.metadata.source;
  const address = h('a', { className: ['address'], href: url }, url);
  return h(
    'div',
    { className: ['source-code'] },
    h(
      'div',
      h('p', { className: ['source'] }, citeSource(edition, words)),
      h('p', { className: ['source-address'] }, address),
    ),
    composeQr(url, words.qrCode(url)),
  );
}
