/** hast → XHTML as EPUB wants it (EPUB 3.3, 6.1): XML declaration, namespaces, language twice. */
import type { Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Root as Xast } from 'xast';
import { toXml } from 'xast-util-to-xml';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Serialises a whole document. Attributes with a colon, such as `epub:type`, pass as they are. */
export function toXhtml(root: Root): string {
  const xast = toXast(root) as Xast;
  for (const child of xast.children) {
    if (child.type !== 'element') continue;
    const { lang } = child.attributes;
    child.attributes = {
      ...child.attributes,
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      ...(lang && { 'xml:lang': lang }),
    };
  }
  // The serialiser lets `]]>` through, which XML forbids in text (XML 1.0, 2.4).
  return `${declaration}${toXml(xast).replaceAll(']]>', ']]&gt;')}\n`;
}
