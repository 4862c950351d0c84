/** Every internal link leads to a segment or an id that is there; link titles would vanish on paper. */

import { closest } from 'fastest-levenshtein';
import type { Element } from 'hast';
import { toString as toText } from 'mdast-util-to-string';
import type { Body, Message, ParsedSegment } from '../model.ts';
import { createMessage } from '../rules.ts';
import { visit } from '../visit.ts';
import type { Checked } from './checked.ts';

export function checkLinks({ edition, bodies }: Checked): Message[] {
  const slugs = bodies.map(({ segment }) => segment.slug);
  const ids = new Set([...slugs, ...bodies.flatMap(collectIds)]);
  const empty = edition.segments.map((segment) => findEmpty(segment, slugs));
  return bodies.flatMap((body, index) => [
    ...checkBody(body, ids, slugs),
    ...(empty[index] ?? []),
    ...findBadHosts(body),
    ...findDuplicateIds(body),
    ...findUnexpectedIds(body),
  ]);
}

/** A link without an address, or without words to touch or to read aloud. */
function findEmpty({ root, file }: ParsedSegment, slugs: readonly string[]): Message[] {
  const messages: Message[] = [];
  visit(root, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const where = { file, place: node.position };
    const target = node.type === 'link' ? node.url : node.identifier;
    if (toText(node, { includeHtml: false }).trim() === '')
      messages.push(createMessage('link-empty', { target: target || 'nowhere' }, where));
    const suggestion = `was \`${slugs[0]}\` meant?`;
    if (target === '') messages.push(createMessage('link-broken', { target: 'nowhere', suggestion }, where));
  });
  return messages;
}

/** As `URL` writes it: labels of letters, digits, hyphens and underscores, none empty. */
const validHost = /^[\w-]+(?:\.[\w-]+)*\.?$/;

/** Web addresses that no browser can open, such as `https://../` (RFC 1123, section 2.1: no label is empty). */
function findBadHosts(body: Body): Message[] {
  return elementsOf(body).flatMap(({ tagName, properties: { href }, position }) => {
    if (tagName !== 'a' || typeof href !== 'string' || !/^https?:/i.test(href)) return [];
    const host = URL.canParse(href) ? new URL(href).hostname : '';
    if (validHost.test(host)) return [];
    return [createMessage('link-host', { target: href }, { file: body.segment.file, place: position })];
  });
}

/** XML names, less the colon (EPUB 3.3 wants ids of the XML type ID); the slug in front is one already. */
function findUnexpectedIds(body: Body): Message[] {
  return elementsOf(body).flatMap(({ properties: { id }, position }) => {
    if (typeof id !== 'string' || /^[\p{L}\p{M}\p{N}_.-]*$/u.test(id)) return [];
    const where = { file: body.segment.file, place: position };
    return [createMessage('id-unexpected', { id: shortId(id) }, where)];
  });
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
