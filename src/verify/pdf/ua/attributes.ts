/** Attributes of structure elements (ISO 32000-1, 14.7.5). */
import type { PdfDict, PdfObject } from '@libpdf/core';
import { asDict, asName } from '../objects.ts';
import type { Element } from './element.ts';
import type { Look } from './look.ts';

/**
 * Reads an attribute; the element's own go before those of its classes.
 *
 * The owner says whose attribute it is: `Table`, `List`, `Layout`, …
 */
export type AttributeReader = (element: Element, owner: string, key: string) => PdfObject | undefined;

/** @param root the structure tree root, which has the classes */
export function createAttributeReader(root: PdfDict | undefined, look: Look): AttributeReader {
  const classes = look.dict(root, 'ClassMap');
  return ({ dict }, owner, key) => {
    const own = look.list(dict, 'A');
    const shared = look.list(dict, 'C').flatMap((name) => {
      const className = asName(look.resolve(name));
      return className === undefined ? [] : look.list(classes, className);
    });
    for (const item of [...own, ...shared]) {
      const attributes = asDict(look.resolve(item));
      if (look.name(attributes, 'O') !== owner) continue;
      const value = look.at(attributes, key);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}
