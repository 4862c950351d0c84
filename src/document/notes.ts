/**
 * The e-book's footnotes: an `aside` each, which Apple Books and Kindle show in a window beside the call.
 *
 * The way back stands at the start of the note, where Kindle looks for it (standardebooks/tools,
 * `se_epub_build.py`); it is the note's number, since fonts of e-readers lack the hooked arrow.
 */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '../visit.ts';

/** Turns the list of notes that remark-rehype made into asides. */
export function popUpNotes(content: Element): void {
  visit(content, 'element', (section) => {
    if (!('dataFootnotes' in section.properties)) return;
    const heading = section.children.find((child) => child.type === 'element' && /^h\d$/.test(child.tagName));
    const id = heading?.type === 'element' ? heading.properties.id : undefined;
    section.properties['epub:type'] = 'footnotes';
    if (id) section.properties.ariaLabelledBy = [String(id)];
    section.children = section.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'ol' ? composeNotes(child) : [child],
    );
    return SKIP;
  });
}

function composeNotes(list: Element): ElementContent[] {
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => [composeNote(item, index + 1), { type: 'text', value: '\n' }]);
}

function composeNote(item: Element, number: number): Element {
  const way = takeWayBack(item);
  const start: ElementContent[] = way
    ? [
        { ...way, children: [{ type: 'text', value: String(number) }] },
        { type: 'text', value: '. ' },
      ]
    : [];
  const note = h('aside', { className: ['note'], id: item.properties.id ?? null, role: 'doc-footnote' });
  note.properties['epub:type'] = 'footnote';
  const [first, ...others] = item.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const opensWithText = first?.type === 'element' && first.tagName === 'p';
  note.children = opensWithText
    ? [{ ...first, children: [...start, ...first.children] }, ...others]
    : [h('p', start), ...(first ? [first] : []), ...others];
  return note;
}

/** The first of the ways back, taken out with the blank before it. Further calls keep theirs at the end. */
function takeWayBack(item: Element): Element | undefined {
  let way: Element | undefined;
  visit(item, 'element', (element, index, parent) => {
    if (!('dataFootnoteBackref' in element.properties) || !parent || index === undefined) return;
    way = element;
    const before = parent.children[index - 1];
    if (before?.type === 'text') before.value = before.value.trimEnd();
    parent.children.splice(index, 1);
    return false;
  });
  return way;
}
