/** Every text of a finished file: pages, margins, metadata, outline, alternative texts, addresses, names of files. */
import { PdfArray, PdfDict, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { strFromU8, unzipSync } from 'fflate';
import { deepest } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/open.ts';
import type { PdfReading } from '../pdf/read.ts';
import type { PlacedText } from './search.ts';

/** What a PDF says on its pages, and every string and every stream of XML in its objects. */
export function listPdfTexts(file: PdfFile, { transcript, margins }: PdfReading): PlacedText[] {
  const passages = new Map<number, string[]>();
  for (const { page, raw } of transcript.passages) {
    const texts = passages.get(page);
    if (texts) texts.push(raw);
    else passages.set(page, [raw]);
  }
  const pages = margins.map((margin, index) => ({
    where: `page ${index + 1}`,
    text: [...(passages.get(index + 1) ?? []), ...margin].join(' '),
  }));
  const whole = { where: 'the pages', text: transcript.passages.map(({ raw }) => raw).join(' ') };
  const strings = listStrings(file).map((text) => ({ where: 'the document’s metadata', text }));
  return [whole, ...pages, ...strings];
}

function listStrings({ catalog, info, pages, resolve }: PdfFile): string[] {
  const strings: string[] = [];
  const seen = new Set<unknown>();
  const open: { readonly object: PdfObject | undefined; readonly depth: number }[] = [
    catalog,
    info,
    ...pages.map(({ dict }) => dict),
  ].map((object) => ({ object, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const object = resolve(next.object);
    if (object === undefined || seen.has(object) || next.depth > deepest * 50) continue;
    if (!(object instanceof PdfString)) seen.add(object);
    if (object instanceof PdfString) strings.push(object.asString());
    for (const inner of childrenOf(object)) open.push({ object: inner, depth: next.depth + 1 });
    if (object instanceof PdfStream && object.get('Type')?.toString().includes('Metadata'))
      strings.push(stripTags(strFromU8(object.getDecodedData())));
  }
  return strings;
}

function childrenOf(object: PdfObject): readonly PdfObject[] {
  if (object instanceof PdfArray) return object.toArray();
  if (object instanceof PdfDict || object instanceof PdfStream)
    return [...object.keys()].flatMap((key) => object.get(key) ?? []);
  return object instanceof PdfRef ? [object] : [];
}

/** Fonts hold no text of the edition. */
const font = /\.(woff2?|ttf|otf)$/i;

/** What the files of an e-book say; of pictures, the runs of letters in their bytes. */
export function listEpubTexts(bytes: Uint8Array): PlacedText[] {
  const entries = Object.entries(unzipSync(bytes, { filter: ({ name }) => !font.test(name) }));
  return entries.flatMap(([name, content]) => {
    const isText = /\.(xhtml|html?|xml|opf|ncx|css|svg)$/i.test(name);
    const text = isText ? strFromU8(content) : strFromU8(content, true).replace(/[^\x20-\x7E]+/g, ' ');
    const attributes = isText
      ? [...text.matchAll(/\s[\w:-]+="([^"]*)"/g)].map(([, value]) => value).join(' ')
      : '';
    return [
      { where: name, text: `${name} ${isText ? decode(stripTags(text)) : text} ${decode(attributes)}` },
    ];
  });
}

function stripTags(xml: string): string {
  return xml.replace(/<\/?(?:b|i|em|strong|span|a|abbr|sup|sub)\b[^>]*>/g, '').replace(/<[^>]+>/g, ' ');
}

function decode(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, 16) % 0x110000),
    )
    .replace(/&#(\d{1,7});/g, (_, digits: string) => String.fromCodePoint(Number(digits) % 0x110000))
    .replace(/&(?:amp|lt|gt|quot|apos);/g, ' ');
}
