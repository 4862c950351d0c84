/** Structure types and the role map (ISO 32000-1, 14.7.3 and 14.8.4). */
import type { PdfDict } from '@libpdf/core';
import type { Look } from './look.ts';

/** The standard structure types of PDF 1.7. */
export const standardTypes: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What the role map makes of a structure type. */
export interface Mapping {
  /** The standard type it stands for; absent when it leads to none. */
  readonly role?: string;
  readonly circular: boolean;
  /** A standard type is given another meaning. */
  readonly remapped: boolean;
}

/** Follows the role map, each type once. */
export function createRoleReader(roleMap: PdfDict | undefined, look: Look): (type: string) => Mapping {
  const known = new Map<string, Mapping>();
  return (type) => {
    const mapping = known.get(type) ?? followRoleMap(type, roleMap, look);
    known.set(type, mapping);
    return mapping;
  };
}

function followRoleMap(type: string, roleMap: PdfDict | undefined, look: Look): Mapping {
  const seen = new Set([type]);
  const next = (name: string): string | undefined => look.name(roleMap, name);
  let found = next(type);
  if (found === undefined || found === type)
    return {
      ...(standardTypes.has(type) && { role: type }),
      circular: found === type,
      remapped: false,
    };
  const remapped = standardTypes.has(type);
  while (found !== undefined && !standardTypes.has(found) && !seen.has(found)) {
    seen.add(found);
    found = next(found);
  }
  if (found === undefined || seen.has(found)) return { circular: found !== undefined, remapped };
  return { role: found, circular: leadsBack(found, next), remapped: remapped || remaps(found, next) };
}

function remaps(role: string, next: (name: string) => string | undefined): boolean {
  const onward = next(role);
  return onward !== undefined && onward !== role;
}

function leadsBack(start: string, next: (name: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = start; name !== undefined; name = next(name)) {
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}
