/** Property lists of marked content (ISO 32000-1, 14.6.2). */
import type { PdfDict } from '@libpdf/core';
import { isName, isText, type Operand } from '../tokens.ts';
import type { Look } from './look.ts';

/** What a property list says, as far as the rules ask. */
export interface Properties {
  readonly mcid: number | undefined;
  readonly language: string | undefined;
  /** Which of the texts for assistive technology it has. */
  readonly texts: readonly string[];
}

const textKeys = ['ActualText', 'Alt', 'E'];
const none: Properties = { mcid: undefined, language: undefined, texts: [] };

/** Reads a list that stands in the content, or is named in the resources. */
export function readProperties(
  list: Operand | undefined,
  resources: PdfDict | undefined,
  look: Look,
): Properties {
  if (list instanceof Map) return readInline(list);
  if (!isName(list)) return none;
  const dict = look.dict(look.dict(resources, 'Properties'), list.name);
  return {
    mcid: look.number(dict, 'MCID'),
    language: look.text(dict, 'Lang'),
    texts: textKeys.filter((key) => look.text(dict, key) !== undefined),
  };
}

function readInline(list: ReadonlyMap<string, Operand>): Properties {
  const [number, language] = [list.get('MCID'), list.get('Lang')];
  const mcid = typeof number === 'number' ? number : undefined;
  if (mcid !== undefined && list.size === 1) return { ...none, mcid };
  return {
    mcid,
    language: isText(language) ? new TextDecoder('latin1').decode(language.bytes) : undefined,
    texts: textKeys.filter((key) => isText(list.get(key))),
  };
}
