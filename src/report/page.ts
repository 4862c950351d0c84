/** The page itself: the template with its slots filled, its style inside, and a policy that allows nothing else. */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from '../visit.ts';

/** What goes into the template. */
export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** Content by the name of its slot. */
  readonly slots: Readonly<Record<string, readonly ElementContent[]>>;
}

const processor = unified().use(rehypeParse).use(rehypeStringify);

/**
 * Fills `report.html`.
 * @throws TypeError when the template names a slot that is not given
 */
export function fillPage(templates: ReadonlyMap<string, string>, { title, style, slots }: PageParts): string {
  const tree = processor.parse(templates.get('report.html') ?? '');
  visit(tree, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (element.tagName === 'title') element.children = [{ type: 'text', value: title }];
    const put = replacement(element, style, slots);
    if (!put) return;
    (parent.children as ElementContent[]).splice(index, 1, ...put);
    return index + put.length;
  });
  return `${processor.stringify(tree)}\n`;
}

/** What stands in an element's place; undefined when it stays. */
function replacement(
  { tagName, properties }: Element,
  style: string,
  slots: PageParts['slots'],
): readonly ElementContent[] | undefined {
  if (tagName === 'link') return [h('style', style)];
  if (tagName === 'meta' && properties.httpEquiv !== undefined) return [allowOnly(style)];
  if (tagName !== 'slot') return undefined;
  const nodes = slots[String(properties.name)];
  if (!nodes)
    throw new TypeError(`The report's template names a slot "${properties.name}" that nothing fills`);
  return nodes;
}

/** Content Security Policy Level 3: this style and no other, pictures and fonts from the page itself, no scripts. */
function allowOnly(style: string): Element {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return h('meta', { httpEquiv: 'Content-Security-Policy', content: policy.join('; ') });
}
