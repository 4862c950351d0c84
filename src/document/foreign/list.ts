/** The drawings of an edition as files, for what looks at pictures. */
import type { Root } from 'hast';
import type { Asset, Body } from '../../model.ts';
import type { Where } from '../../rules.ts';
import { visit } from '../../visit.ts';
import { toXhtml } from '../xhtml.ts';

/** A drawing that stands in the text. */
export interface Drawing extends Asset {
  /** What it shows. */
  readonly name: string;
  readonly where: Where;
}

/** Every drawing, in reading order. */
export function listDrawings(bodies: readonly Body[]): Drawing[] {
  return bodies.flatMap(({ segment: { file }, children }) => {
    const drawings: Drawing[] = [];
    visit({ type: 'root', children: [...children] } satisfies Root, 'element', (element) => {
      if (element.tagName !== 'svg') return;
      const { ariaLabel } = element.properties;
      const bytes = new TextEncoder().encode(toXhtml({ type: 'root', children: [element] }));
      const where = { file, place: element.position };
      drawings.push({
        name: ariaLabel ? `“${ariaLabel}”` : '<svg>',
        mediaType: 'image/svg+xml',
        bytes,
        where,
      });
    });
    return drawings;
  });
}
