/** The metadata stream of a PDF: XMP (ISO 32000-1, 14.3.2; ISO 14289-1, 5 and 7.1). */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentInfo } from '../../model.ts';
import { PDFName, PDFRawStream } from '../pdf-lib.ts';
import { creator, producer } from './info.ts';

/** Sets it, uncompressed: programs that know no PDF find it so. */
export function setMetadata(pdf: PDFDocument, info: DocumentInfo): void {
  const { context } = pdf;
  const dict = context.obj({ Type: 'Metadata', Subtype: 'XML' });
  const stream = PDFRawStream.of(dict, new TextEncoder().encode(composeXmp(info)));
  pdf.catalog.set(PDFName.of('Metadata'), context.register(stream));
}

const namespaces: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
};

function composeXmp(info: DocumentInfo): string {
  const declarations = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${declarations.join('')}>`,
    ...composeProperties(info),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** Those that the document information has say the same there. Empty ones are left out. */
function composeProperties(info: DocumentInfo): string[] {
  const simple = {
    'dc:identifier': info.identifier,
    'pdf:Keywords': info.keywords.join(', '),
    'pdf:Producer': producer,
    'pdfuaid:part': '1',
    'xmp:CreateDate': info.date,
    'xmp:CreatorTool': creator,
    'xmp:MetadataDate': info.date,
    'xmp:ModifyDate': info.date,
  };
  return [
    composeAlternatives('dc:title', info.title, info.language),
    composeArray('dc:creator', 'Seq', [info.author]),
    composeAlternatives('dc:description', info.subject, info.language),
    composeArray('dc:language', 'Bag', [info.language]),
    composeArray('dc:subject', 'Bag', info.keywords),
    ...Object.entries(simple).map(([name, value]) => (value ? `<${name}>${escapeXml(value)}</${name}>` : '')),
  ].filter((line) => line !== '');
}

/** A text in its language, and for readers of any other. */
function composeAlternatives(name: string, text: string, language: string): string {
  const items = ['x-default', language].map(
    (tag) => `<rdf:li xml:lang="${escapeXml(tag)}">${escapeXml(text)}</rdf:li>`,
  );
  return text ? `<${name}><rdf:Alt>${items.join('')}</rdf:Alt></${name}>` : '';
}

function composeArray(name: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  const items = values.filter((value) => value !== '').map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`);
  return items.length > 0 ? `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>` : '';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold become spaces. */
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  const sound = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu, ' ');
  return sound.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
