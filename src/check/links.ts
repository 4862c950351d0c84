/** Every internal link leads to a segment or an id that is there; link titles would vanish on paper. */

import { closest } from 'fastest-levenshtein';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Body, Message } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Checked } from './index.ts';

export function checkLinks({ bodies }: Checked): Message[] {
  const slugs = bodies.map(({ segment }) => segment.slug);
  const ids = new Set([...slugs, ...bodies.flatMap(collectIds)]);
  return bodies.flatMap((body) => [...checkBody(body, ids, slugs), ...findDuplicateIds(body)]);
}

function elementsOf({ children }: Body): Element[] {
  const elements: Element[] = [];
  visit({ type: 'root', children: [...children] }, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

function collectIds(body: Body): string[] {
  return elementsOf(body).flatMap(({ properties }) =>
    typeof properties.id === 'string' ? [properties.id] : [],
  );
}

function findDuplicateIds(body: Body): Message[] {
  const seen = new Set<string>();
  return elementsOf(body).flatMap((element) => {
    const { id } = element.properties;
    if (typeof id !== 'string' || !seen.has(id)) {
      if (typeof id === 'string') seen.add(id);
      return [];
    }
    return [
      createMessage(
        'id-duplicate',
        { id: shortId(id) },
        { file: body.segment.file, place: element.position },
      ),
    ];
  });
}

function checkBody(body: Body, ids: ReadonlySet<string>, slugs: readonly string[]): Message[] {
  return elementsOf(body).flatMap((element) => {
    if (element.tagName !== 'a') return [];
    const where = { file: body.segment.file, place: element.position };
    const { href, title } = element.properties;
    const lost = title ? [createMessage('link-title', { title: String(title) }, where)] : [];
    if (typeof href !== 'string' || !href.startsWith('#') || ids.has(href.slice(1))) return lost;
    return [...lost, createMessage('link-broken', describe(href.slice(1), ids, slugs), where)];
  });
}

function describe(target: string, ids: ReadonlySet<string>, slugs: readonly string[]) {
  const [slug = '', ...rest] = target.split('--');
  const shown = rest.length > 0 ? `${slug}#${rest.join('--')}` : slug;
  if (!slugs.includes(slug)) return { target: shown, suggestion: `was \`${closest(slug, slugs)}\` meant?` };
  const near = [...ids].filter((id) => id.startsWith(`${slug}--`)).map(shortId);
  if (near.length === 0)
    return { target: shown, suggestion: `the segment ${slug} has no headings to link to` };
  return { target: shown, suggestion: `was \`${slug}#${closest(rest.join('--'), near)}\` meant?` };
}

function shortId(id: string): string {
  return id.split('--').slice(1).join('--');
}
