/** Pages left blank on purpose. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Layout } from '../../model.ts';

/** A blank page, so that what follows opens on a right-hand page; it has its margins and nothing else. */
export function composeBlank({ blanks }: Layout, id: string, front: boolean): Element[] {
  return blanks.has(id) ? [h('div', { className: ['blank', front ? 'front-blank' : 'body-blank'] })] : [];
}
