/** QR codes (ISO/IEC 18004) as pictures that print sharp at every size. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import { correction, generate, mode } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Light modules around the code on every side, without which readers do not find it (ISO/IEC 18004, 6.3.8). */
const quietZone = 4;
/** Smallest printed side of the code, without its quiet zone. */
const smallestSideMm = 20;
/** Smallest printed module: finer ones run together on a photocopy. */
const smallestModuleMm = 0.4;

/**
 * Draws a text as a QR code of correction level M (15 % may be lost) or better.
 *
 * Black on white; at least 20 mm wide, more when the text is long; the quiet zone is part of the picture.
 * @param label says what it is to those who cannot see it
 */
export function composeQr(text: string, label: string): Element {
  const code = generate(text, {
    minCorrectionLevel: correction.M,
    modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
  });
  const moduleMm = Math.max(smallestSideMm / code.size, smallestModuleMm);
  const modules = code.size + 2 * quietZone;
  const side = `${Number((modules * moduleMm).toFixed(3))}mm`;
  return s(
    'svg',
    {
      className: ['qr'],
      role: 'img',
      ariaLabel: label,
      viewBox: `${-quietZone} ${-quietZone} ${modules} ${modules}`,
      width: side,
      height: side,
      shapeRendering: 'crispEdges',
    },
    s('path', { d: toSvgPath(code), fill: '#000' }),
  );
}
