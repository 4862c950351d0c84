/** The pages of a file in small, the disclaimers outlined where the proof found them. */
import type { Element } from 'hast';
import { h, s } from 'hastscript';
import type { PagePicture, ProofBox } from '../model.ts';
import type { ReportedFile } from './input.ts';
import { hrefOf } from './words.ts';

/** Room between letters and outline, in pt. */
const air = 4;

/** A picture for each page, with its printed number. */
export function contactSheet({ artifact, pictures }: ReportedFile): Element {
  const found = artifact.proof.flatMap(({ boxes = [] }) => boxes);
  const pages = pictures.map((picture, index) => {
    const boxes = found.filter(({ page }) => page === index + 1);
    const label = artifact.contents.labels[index] || String(index + 1);
    return h('li', [draw(picture, boxes, label), caption(label, boxes, hrefOf(artifact.path, index + 1))]);
  });
  const wide = pictures.some(({ width, height }) => width > height);
  return h('ol.sheet', { className: wide ? ['wide'] : [] }, pages);
}

/** A drawing of the page's own size in pt, so that places on the page are places in it. */
function draw({ png, width, height }: PagePicture, boxes: readonly ProofBox[], label: string): Element {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const name = boxes.length === 0 ? `Page ${label}` : `Page ${label}, the disclaimer outlined`;
  return s('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', ariaLabel: name }, [
    s('image', { href, width, height }),
    ...boxes.map(outline),
  ]);
}

function outline({ left, top, width, height }: ProofBox): Element {
  const box = { x: left - air, y: top - air, width: width + 2 * air, height: height + 2 * air };
  return s('rect.found', { ...box, rx: 2 });
}

function caption(label: string, boxes: readonly ProofBox[], href: string): Element {
  if (boxes.length === 0) return h('span.label', { ariaHidden: 'true' }, label);
  return h('a.label', { href }, [h('span.unseen', 'page '), label, h('b', ' disclaimer')]);
}
