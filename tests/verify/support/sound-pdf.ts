/** A small PDF/UA-1 file written by hand, with one of everything, to be broken in one place by each test. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const fonts = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../standard_fonts');
/** TrueType: A is glyph 36, 667 wide. */
export const trueType = readFileSync(join(fonts, 'LiberationSans-Regular.ttf'));
/** Compact font format, all glyphs 600 wide. */
export const compact = readFileSync(join(fonts, 'FoxitFixed.pfb'));

/** Compact font format, with the widths of Times. */
export const serif = readFileSync(join(fonts, 'FoxitSerif.pfb'));

/** What is replaced in the file's text: the first place of each that stands there. */
export type Change = readonly [from: string | RegExp, to: string];

const title = 'Sound';
const metadata = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;

const content = `/Artifact BMC 0 0 9 9 re f EMC
/H1<</MCID 0>>BDC BT/F 12 Tf<0024>Tj ET EMC
/P<</MCID 1>>BDC BT/T 12 Tf(A)Tj/C 12 Tf(A)Tj ET /Span<</Lang(de)/ActualText(B)>>BDC BT(A)Tj ET EMC EMC
/H2<</MCID 2>>BDC BT/T 12 Tf(A)Tj ET EMC
/Figure/Three BDC 0 0 9 9 re f EMC
/Lbl<</MCID 4>>BDC BT(A)Tj ET EMC /LBody<</MCID 5>>BDC BT(A)Tj ET EMC
/TH<</MCID 6>>BDC BT(A)Tj ET EMC /TH<</MCID 7>>BDC BT(A)Tj ET EMC
/TD<</MCID 8>>BDC BT(A)Tj ET EMC /TD<</MCID 9>>BDC BT(A)Tj ET EMC
/Link<</MCID 10>>BDC BT(A)Tj ET EMC /Note<</MCID 11>>BDC BT(A)Tj ET EMC
/Reference<</MCID 12>>BDC BT(A)Tj ET EMC /Formula<</MCID 13>>BDC BT(A)Tj ET EMC
/X Do`;

const toUnicode = `/CIDInit/ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange<0000><FFFF>endcodespacerange 1 beginbfchar<0024><0041>endbfchar endcmap end end`;

/** A structure element on the page. @param kids of its array `K` */
export function element(type: string, parent: number, kids: string, more = ''): string {
  return `<</Type/StructElem/S/${type}/P ${parent} 0 R/Pg 4 0 R/K[${kids}]${more}>>`;
}

/** A stream with the entries of its dictionary. */
export function stream(dict: string, data: string): string {
  return `<<${dict}/Length LENGTH>>stream\n${data}\nendstream`;
}

const objects: readonly (readonly [number, string])[] = [
  [
    1,
    '<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>' +
      '/Metadata 3 0 R/StructTreeRoot 10 0 R/AcroForm<</Fields[51 0 R]>>>>',
  ],
  [2, '<</Type/Pages/Count 1/Kids[4 0 R]>>'],
  [3, stream('/Type/Metadata/Subtype/XML', metadata)],
  [
    4,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/StructParents 0/Tabs/S/Annots[50 0 R 51 0 R 52 0 R]' +
      '/Resources<</Font<</F 6 0 R/T 7 0 R/C 8 0 R>>/XObject<</X 9 0 R>>/Properties<</Three<</MCID 3>>>>>>>>',
  ],
  [5, stream('', content)],
  [
    6,
    '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Sans/Encoding/Identity-H/DescendantFonts[60 0 R]/ToUnicode 61 0 R>>',
  ],
  [
    7,
    '<</Type/Font/Subtype/TrueType/BaseFont/Sans/Encoding/WinAnsiEncoding/FirstChar 65/LastChar 65/Widths[667]' +
      '/FontDescriptor 63 0 R>>',
  ],
  [
    8,
    '<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Fixed/Encoding/WinAnsiEncoding/FirstChar 65/LastChar 65/Widths[600]' +
      '/FontDescriptor 64 0 R>>',
  ],
  [
    9,
    stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/StructParents 3/Resources<</Font<</T 7 0 R>>>>',
      '/Para<</MCID 0>>BDC BT/T 12 Tf(A)Tj ET EMC',
    ),
  ],
  [10, '<</Type/StructTreeRoot/K[11 0 R]/ParentTree 12 0 R/RoleMap<</Para/P>>/ClassMap<<>>>>'],
  [
    11,
    '<</Type/StructElem/S/Document/P 10 0 R' +
      '/K[20 0 R 21 0 R 22 0 R 23 0 R 24 0 R 28 0 R 37 0 R 38 0 R 39 0 R 42 0 R 43 0 R 44 0 R 45 0 R]>>',
  ],
  [
    12,
    '<</Kids[<</Limits[0 4]/Nums[0[20 0 R 21 0 R 22 0 R 23 0 R 26 0 R 27 0 R 31 0 R 32 0 R 35 0 R 36 0 R 37 0 R 38 0 R' +
      ' 41 0 R 42 0 R] 1 37 0 R 2 43 0 R 3[44 0 R] 4 45 0 R]>>]>>',
  ],
  [20, element('H1', 11, '0')],
  [21, element('P', 11, '1')],
  [22, element('H2', 11, '2')],
  [23, element('Figure', 11, '3', '/Alt(A square)')],
  [24, element('L', 11, '25 0 R')],
  [25, element('LI', 24, '26 0 R 27 0 R')],
  [26, element('Lbl', 25, '4')],
  [27, element('LBody', 25, '5')],
  [28, element('Table', 11, '29 0 R 33 0 R')],
  [29, element('THead', 28, '30 0 R')],
  [30, element('TR', 29, '31 0 R 32 0 R')],
  [31, element('TH', 30, '6', '/A<</O/Table/Scope/Column>>')],
  [32, element('TH', 30, '7', '/A[<</O/Layout>> 0 <</O/Table/Scope/Column>>]/ID(second)')],
  [33, element('TBody', 28, '34 0 R')],
  [34, element('TR', 33, '35 0 R 36 0 R')],
  [35, element('TD', 34, '8')],
  [36, element('TD', 34, '9')],
  [37, element('Link', 11, '10 <</Type/OBJR/Obj 50 0 R>>')],
  [38, element('Note', 11, '11', '/ID(note-1)')],
  [39, element('TOC', 11, '40 0 R')],
  [40, element('TOCI', 39, '41 0 R')],
  [41, element('Reference', 40, '12')],
  [42, element('Formula', 11, '13', '/ActualText(a)')],
  [43, element('Form', 11, '<</Type/OBJR/Obj 51 0 R>>')],
  [44, element('Para', 11, '<</Type/MCR/Stm 9 0 R/MCID 0>>')],
  [45, element('Annot', 11, '<</Type/OBJR/Obj 52 0 R>>')],
  [50, '<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/StructParent 1/Contents(To the top)/Dest[4 0 R/Fit]>>'],
  [51, '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/TU(Your name)/Rect[0 0 9 9]/StructParent 2>>'],
  [52, '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/StructParent 4/Contents(A remark)>>'],
  [
    60,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Sans/CIDToGIDMap/Identity/DW 0/W[36[667]]/FontDescriptor 62 0 R' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>',
  ],
  [61, stream('', toUnicode)],
  [62, '<</Type/FontDescriptor/FontName/ABCDEF+Sans/Flags 4/FontFile2 65 0 R>>'],
  [63, '<</Type/FontDescriptor/FontName/Sans/Flags 32/FontFile2 65 0 R>>'],
  [64, '<</Type/FontDescriptor/FontName/ABCDEF+Fixed/Flags 32/FontFile3 66 0 R>>'],
  [65, stream('', trueType.toString('latin1'))],
  [66, stream('/Subtype/Type1C', compact.toString('latin1'))],
  [70, `<</Title(${title})>>`],
];

/** The file with changes, each of which must find its place; new objects may be added. */
export function soundPdf(
  changes: readonly Change[] = [],
  added: Readonly<Record<number, string>> = {},
): Uint8Array {
  const bodies = new Map<number, string>(objects);
  for (const [number, body] of Object.entries(added)) bodies.set(Number(number), body);
  let header = '%PDF-1.7\n';
  for (const [from, to] of changes) {
    const place = [...bodies].find(([, body]) =>
      typeof from === 'string' ? body.includes(from) : from.test(body),
    );
    if (place)
      bodies.set(
        place[0],
        place[1].replace(from, () => to),
      );
    else {
      assert.match(header, from instanceof RegExp ? from : new RegExp(from), `nothing to replace: ${from}`);
      header = header.replace(from, to);
    }
  }
  return assemble(header, bodies);
}

function assemble(header: string, bodies: ReadonlyMap<number, string>): Uint8Array {
  let text = header;
  const size = Math.max(...bodies.keys()) + 1;
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n');
  for (const [number, body] of bodies) {
    rows[number] = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body.replace('LENGTH', () => String(lengthOf(body)))}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${size}\n${rows.join('')}trailer<</Size ${size}/Root 1 0 R/Info 70 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

function lengthOf(body: string): number {
  const begin = body.indexOf('>>stream\n') + '>>stream\n'.length;
  return body.lastIndexOf('\nendstream') - begin;
}
