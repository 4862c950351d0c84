/** The document's metadata in XMP (ISO 16684-1), as far as the rules ask. */
import type { PdfStream } from '@libpdf/core';
import { SaxesParser } from 'saxes';
import { decodeStream } from './look.ts';

/** A property of the document. */
export interface Property {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  /** Its text, or of alternatives the one for `x-default`, else the first. */
  readonly value: string;
  /** Languages of its alternatives. */
  readonly languages: readonly string[];
}

/** The properties in the order in which they stand. */
export type Xmp = readonly Property[];

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Dublin Core. */
export const dublinCore = 'http://purl.org/dc/elements/1.1/';
/** The PDF/UA identification schema (ISO 14289-1, 5). */
export const pdfUa = 'http://www.aiim.org/pdfua/ns/id/';

/** Reads the metadata; `malformed` when it is no well-formed XML. */
export function readXmp(stream: PdfStream | undefined): Xmp | 'missing' | 'malformed' {
  if (!stream) return 'missing';
  const bytes = decodeStream(stream);
  if (!bytes) return 'malformed';
  try {
    return parse(decodeText(bytes));
  } catch {
    return 'malformed';
  }
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xfe && second === 0xff ? 'utf-16be' : first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replace(/\0+\s*$/, '');
}

interface Draft {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  value: string;
  readonly alternatives: { language: string | undefined; text: string }[];
}

function parse(text: string): Xmp {
  const properties: Property[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  /** Depth of the open `rdf:Description` and of the open property in it. */
  let description = Number.POSITIVE_INFINITY;
  let draft: Draft | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (tag.uri === rdf && tag.local === 'Description' && !draft) {
      description = depth;
      for (const { uri, prefix, local, value } of Object.values(tag.attributes))
        if (uri !== '' && uri !== rdf && prefix !== 'xmlns' && prefix !== 'xml')
          properties.push({ namespace: uri, prefix, name: local, value, languages: [] });
    } else if (depth === description + 1)
      draft = { namespace: tag.uri, prefix: tag.prefix, name: tag.local, value: '', alternatives: [] };
    else if (draft && tag.uri === rdf && tag.local === 'li')
      draft.alternatives.push({ language: tag.attributes['xml:lang']?.value, text: '' });
  });
  parser.on('text', (piece) => {
    const alternative = draft?.alternatives.at(-1);
    if (alternative) alternative.text += piece;
    else if (draft) draft.value += piece;
  });
  parser.on('closetag', () => {
    if (draft && depth === description + 1) {
      properties.push(finish(draft));
      draft = undefined;
    }
    if (depth === description) description = Number.POSITIVE_INFINITY;
    depth -= 1;
  });
  parser.write(text).close();
  return properties;
}

function finish({ namespace, prefix, name, value, alternatives }: Draft): Property {
  const languages = alternatives.map(({ language }) => language).filter((language) => language !== undefined);
  const chosen = alternatives.find(({ language }) => language === 'x-default') ?? alternatives[0];
  return { namespace, prefix, name, value: (chosen?.text ?? value).trim(), languages };
}
