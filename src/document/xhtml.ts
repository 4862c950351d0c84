/** hast → XHTML as EPUB wants it (EPUB 3.3, 6.1): XML declaration, namespaces, language twice. */
import type { Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Root as Xast } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { visit } from '../visit.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Serialises a whole document. Attributes with a colon, such as `epub:type`, pass as they are. */
export function toXhtml(root: Root): string {
  const xast = toXast(root) as Xast;
  for (const child of xast.children)
    if (child.type === 'element') child.attributes['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  visit(xast, 'element', ({ name, attributes }) => {
    if (name === 'math') attributes.xmlns = 'http://www.w3.org/1998/Math/MathML';
    if (attributes.lang) attributes['xml:lang'] = attributes.lang;
  });
  // The serialiser lets `]]>` through, which XML forbids in text (XML 1.0, 2.4).
  return `${declaration}${toXml(xast).replaceAll(']]>', ']]&gt;')}\n`;
}
