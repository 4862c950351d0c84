/** For each rule of PDF/UA-1 the sound file, broken in one place. */
import { type Change, element, stream } from '../support/sound-pdf.ts';

/** A broken file. */
export interface Breakage {
  /** What the check must say, as a sentence. */
  readonly sentence: string;
  /** The clause that is broken, and words of the message. */
  readonly clause: string;
  readonly says: RegExp;
  readonly changes: readonly Change[];
  readonly added?: Readonly<Record<number, string>>;
}

type Row = readonly [
  rule: string,
  sentence: string,
  clause: string,
  says: RegExp,
  changes: readonly Change[],
  added?: Readonly<Record<number, string>>,
];

const noLanguage: Change = ['/Lang(en)', ''];
const german: Change = ['/S/Document', '/S/Document/Lang(de)'];
const file = '/EF<</F 80 0 R>>';

const identification: readonly Row[] = [
  ['findIdentification', 'the identifier is missing', '5', /part is missing/, [[' pdfuaid:part="1"', '']]],
  [
    'findIdentification',
    'another part is claimed',
    '5',
    /part is 2/,
    [['pdfuaid:part="1"', 'pdfuaid:part="2"']],
  ],
  [
    'findIdentification',
    'the identifier has a prefix of its own',
    '5',
    /prefix ua/,
    [
      ['xmlns:pdfuaid', 'xmlns:ua'],
      ['pdfuaid:part', 'ua:part'],
    ],
  ],
  ['findHeader', 'the header names another version', '6.1', /%PDF-2\.0/, [['PDF-1.7', 'PDF-2.0']]],
  [
    'findMarked',
    'the file does not say that it is tagged',
    '6.2',
    /Marked/,
    [['/Marked true', '/Marked false']],
  ],
  ['findSuspects', 'tags are suspect', '7.1', /Suspects/, [['/Marked true', '/Marked true/Suspects true']]],
  [
    'findTitleDisplay',
    'the title is not displayed',
    '7.1',
    /DisplayDocTitle/,
    [['/DisplayDocTitle true', '']],
  ],
  [
    'findTitle',
    'the title in the metadata is missing',
    '7.1',
    /dc:title is missing/,
    [[/<dc:title>[\s\S]*<\/dc:title>/, '']],
  ],
  ['findTitle', 'two titles differ', '7.1', /“Sound”.*“Other”/, [['/Title(Sound)', '/Title(Other)']]],
  ['findMetadata', 'the metadata has no type', '7.1', /no metadata stream/, [['/Subtype/XML', '']]],
  ['findMetadata', 'the metadata is not well formed', '7.1', /well-formed/, [['</rdf:Description>', '']]],
];

const marking: readonly Row[] = [
  ['findNoTree', 'there is no structure tree', '7.1', /no StructTreeRoot/, [['/StructTreeRoot 10 0 R', '']]],
  ['findUnmarked', 'text is not marked', '7.1', /text is neither/, [['/X Do', 'BT/T 9 Tf(A)Tj ET /X Do']]],
  ['findUnmarked', 'a drawing is not marked', '7.1', /drawing is neither/, [['/X Do', '0 0 9 9 re S /X Do']]],
  [
    'findUnmarked',
    'an image is not marked',
    '7.1',
    /image is neither/,
    [['/X Do', 'BI /W 1/H 1/BPC 8/CS/G ID x EI /X Do']],
  ],
  ['findUnmarked', 'a shading is not marked', '7.1', /shading is neither/, [['/X Do', '/S sh /X Do']]],
  [
    'findUnmarked',
    'a mark without a number does not count',
    '7.1',
    /drawing is neither/,
    [['/X Do', '/P BMC 0 0 9 9 re f EMC /X Do']],
  ],
  [
    'findNesting',
    'an artifact stands inside content',
    '7.1',
    /artifact inside/,
    [['/H1<</MCID 0>>BDC', '/H1<</MCID 0>>BDC /Artifact BMC EMC']],
  ],
  [
    'findNesting',
    'content stands inside an artifact',
    '7.1',
    /inside an artifact/,
    [['/X Do', '/Artifact BMC /X Do EMC']],
  ],
  ['findUnbalanced', 'a mark is not ended', '7.1', /not ended/, [['/X Do', '/X Do /Artifact BMC']]],
  ['findUnbalanced', 'a mark is ended twice', '7.1', /EMC ends no/, [['/X Do', '/X Do EMC']]],
  [
    'findStrays',
    'the parent tree has no element',
    '7.1',
    /does not lead/,
    [['/Nums[0[20 0 R', '/Nums[0[null']],
  ],
  [
    'findStrays',
    'the parent tree names another element',
    '7.1',
    /does not name it/,
    [['/Nums[0[20 0 R', '/Nums[0[22 0 R']],
  ],
  [
    'findStrays',
    'the element is not in the structure tree',
    '7.1',
    /not in the structure tree/,
    [['/K[20 0 R 21 0 R', '/K[20 0 R']],
  ],
  [
    'findLostElements',
    'an element names no parent',
    '7.1',
    /does not name its parent/,
    [['/S/H1/P 11 0 R', '/S/H1']],
  ],
  [
    'findLostElements',
    'an element names a wrong parent',
    '7.1',
    /another parent/,
    [['/S/H1/P 11 0 R', '/S/H1/P 21 0 R']],
  ],
  [
    'findLostElements',
    'an element stands twice in the tree',
    '7.1',
    /twice/,
    [['/K[20 0 R 21 0 R', '/K[20 0 R 21 0 R 21 0 R']],
  ],
  [
    'findRepeatedForms',
    'a form with content is drawn twice',
    '7.20',
    /drawn 2 times/,
    [['/X Do', '/X Do /X Do']],
  ],
  [
    'findReferenceObjects',
    'a form takes its content from elsewhere',
    '7.20',
    /another file/,
    [['/BBox[0 0 9 9]', '/BBox[0 0 9 9]/Ref<</F(x.pdf)/Page 0>>']],
  ],
];

const types: readonly Row[] = [
  ['findUnmapped', 'a type is not mapped', '7.1', /type Para/, [['/RoleMap<</Para/P>>', '']]],
  [
    'findUnmapped',
    'a type is mapped to one of PDF 2.0',
    '7.1',
    /type Para/,
    [['/Para/P>>', '/Para/Aside>>']],
  ],
  [
    'findCircles',
    'the role map goes in a circle',
    '7.1',
    /Para in a circle/,
    [['/RoleMap<</Para/P>>', '/RoleMap<</Para/Other/Other/Para>>']],
  ],
  [
    'findRemapped',
    'a standard type is mapped anew',
    '7.1',
    /anew, for Para/,
    [['/Para/P>>', '/Para/P/P/Div>>']],
  ],
];

const language: readonly Row[] = [
  [
    'findMalformedTags',
    'the language of the file is no tag',
    '7.2',
    /“english_”/,
    [['/Lang(en)', '/Lang(english_)']],
  ],
  [
    'findMalformedTags',
    'the language of an element is no tag',
    '7.2',
    /“de_DE”/,
    [['/S/Document', '/S/Document/Lang(de_DE)']],
  ],
  [
    'findMalformedTags',
    'the language of marked content is no tag',
    '7.2',
    /“1”/,
    [['/Lang(de)', '/Lang(1)']],
  ],
  [
    'findContentWithoutLanguage',
    'the language of text is not known',
    '7.2',
    /language of text/,
    [noLanguage],
  ],
  [
    'findContentWithoutLanguage',
    'the language of a replacement in marked content is not known',
    '7.2',
    /ActualText of marked content/,
    [noLanguage, ['/Lang(de)', '']],
  ],
  ['findElementsWithoutLanguage', 'the language of an Alt is not known', '7.2', /its Alt/, [noLanguage]],
  [
    'findEntriesWithoutLanguage',
    'the language of the bookmarks is not known',
    '7.2',
    /bookmarks/,
    [noLanguage, german, ['/AcroForm', '/Outlines<</First 81 0 R/Last 81 0 R>>/AcroForm']],
    { 81: '<</Title(A)>>' },
  ],
  [
    'findEntriesWithoutLanguage',
    'the language of Contents is not known',
    '7.2',
    /its Contents/,
    [noLanguage, german],
  ],
  [
    'findEntriesWithoutLanguage',
    'the language of the metadata is not known',
    '7.2',
    /language of title/,
    [noLanguage, german],
  ],
];

const shape: readonly Row[] = [
  [
    'findStrayElements',
    'a list item stands outside a list',
    '7.2',
    /stands in Document, expected L/,
    [['/S/L/', '/S/Document/']],
  ],
  ['findStrayElements', 'a row stands outside a table', '7.2', /expected Table/, [['/S/TBody/', '/S/Sect/']]],
  [
    'findStrayElements',
    'a cell stands outside a row',
    '7.2',
    /stands in P, expected TR/,
    [['/S/TR/P 33 0 R', '/S/P/P 33 0 R']],
  ],
  [
    'findStrayElements',
    'an entry stands outside a table of contents',
    '7.2',
    /expected TOC/,
    [['/S/TOC/', '/S/Sect/']],
  ],
  [
    'findStrayChildren',
    'a list item holds a paragraph',
    '7.2',
    /holds P, expected Lbl/,
    [['/S/LBody/', '/S/P/']],
  ],
  ['findStrayChildren', 'a list holds a paragraph', '7.2', /holds P, expected L/, [['/S/LI/', '/S/P/']]],
  ['findStrayChildren', 'a row holds a paragraph', '7.2', /holds P, expected TH/, [['/S/TD/', '/S/P/']]],
  [
    'findStrayChildren',
    'a table of contents holds a paragraph',
    '7.2',
    /holds P, expected TOC/,
    [['/S/TOCI/', '/S/P/']],
  ],
  [
    'findLooseContent',
    'a row holds text itself',
    '7.2',
    /holds content itself/,
    [['/K[35 0 R 36 0 R]', '/K[35 0 R 36 0 R 14]']],
  ],
  [
    'findMisplacedCaptions',
    'a caption is not the first part of its list',
    '7.2',
    /not its first part/,
    [['/K[25 0 R]', '/K[25 0 R 82 0 R]']],
    { 82: element('Caption', 24, '') },
  ],
  [
    'findMisplacedCaptions',
    'a table has two captions',
    '7.2',
    /two captions/,
    [['/K[29 0 R 33 0 R]', '/K[82 0 R 29 0 R 33 0 R 83 0 R]']],
    { 82: element('Caption', 28, ''), 83: element('Caption', 28, '') },
  ],
  ['findTableParts', 'a table has a head and no body', '7.2', /no body/, [['/S/TBody/', '/S/TFoot/']]],
  ['findTableParts', 'a table has two heads', '7.2', /2 heads/, [['/S/TBody/', '/S/THead/']]],
];

const tables: readonly Row[] = [
  [
    'findIrregular',
    'a row lacks a cell',
    '7.2',
    /row 2 has fewer than 2 columns/,
    [
      ['/K[35 0 R 36 0 R]', '/K[35 0 R]'],
      ['/TD<</MCID 9>>', '/Artifact<</MCID 9>>'],
    ],
  ],
  [
    'findIrregular',
    'a cell spans more columns than its neighbours',
    '7.2',
    /row 1 has fewer/,
    [['/S/TD/P 34 0 R', '/S/TD/A<</O/Table/ColSpan 2>>/P 34 0 R']],
  ],
  [
    'findIrregular',
    'a cell spans more rows than there are',
    '7.2',
    /more rows/,
    [['/S/TD/P 34 0 R', '/S/TD/A<</O/Table/RowSpan 2>>/P 34 0 R']],
  ],
  [
    'findIrregular',
    'two cells cover one place',
    '7.2',
    /two cells cover row 2, column 2/,
    [
      ['/Column>>]/ID', '/Column/RowSpan 2>>]/ID'],
      ['/S/TD/P 34 0 R', '/S/TD/A<</O/Table/ColSpan 2>>/P 34 0 R'],
    ],
  ],
  [
    'findWithoutHeaders',
    'a header has no scope',
    '7.5',
    /no header belongs/,
    [['/A<</O/Table/Scope/Column>>', '']],
  ],
  [
    'findWithoutHeaders',
    'a cell names a header that is not there',
    '7.5',
    /header third/,
    [
      ['/A<</O/Table/Scope/Column>>', ''],
      ['/S/TD/P 34 0 R', '/S/TD/A<</O/Table/Headers[(third)]>>/P 34 0 R'],
    ],
  ],
];

const texts: readonly Row[] = [
  [
    'findSkippedLevels',
    'the first heading is not of level 1',
    '7.4.2',
    /first heading/,
    [['/S/H1/', '/S/H2/']],
  ],
  ['findSkippedLevels', 'a level is skipped', '7.4.2', /follows H1, expected H2/, [['/S/H2/', '/S/H3/']]],
  ['findMixed', 'H stands beside H1', '7.4.4', /H beside H1/, [['/S/H2/', '/S/H/']]],
  [
    'findCrowdedHeadings',
    'two H stand in one element',
    '7.4.4',
    /more than one H/,
    [
      ['/S/H1/', '/S/H/'],
      ['/S/H2/', '/S/H/'],
    ],
  ],
  [
    'findSilentFigures',
    'a figure has no alternate text',
    '7.3',
    /no alternate text/,
    [['/Alt(A square)', '']],
  ],
  [
    'findSilentFigures',
    'the alternate text of a figure is empty',
    '7.3',
    /no alternate text/,
    [['/Alt(A square)', '/Alt()']],
  ],
  [
    'findSilentFormulas',
    'a formula has no alternate text',
    '7.7',
    /no alternate text/,
    [['/ActualText(a)>>', '>>']],
  ],
  ['findNotesWithoutId', 'a note has no ID', '7.9', /no ID/, [['/ID(note-1)', '']]],
  [
    'findNotesWithoutId',
    'two notes have one ID',
    '7.9',
    /its ID note-1/,
    [['/S/H2/', '/S/Note/ID(note-1)/']],
  ],
];

const annotations: readonly Row[] = [
  [
    'findHomelessOthers',
    'a remark is not in Annot',
    '7.18.1',
    /stands in P, expected Annot/,
    [['/S/Annot/', '/S/P/']],
  ],
  [
    'findHomelessOthers',
    'an element does not refer to its annotation',
    '7.18.1',
    /does not refer/,
    [['/Obj 52 0 R', '/Obj 50 0 R']],
  ],
  ['findSilentOthers', 'a remark has no words', '7.18.1', /no Contents/, [['/Contents(A remark)', '']]],
  ['findNamelessFields', 'a field has no name for people', '7.18.1', /no TU/, [['/TU(Your name)', '']]],
  [
    'findTrapNetworks',
    'there is a trap network',
    '7.18.2',
    /trap networks/,
    [['/Subtype/Text', '/Subtype/TrapNet']],
  ],
  ['findTabOrder', 'the tab order is not that of the structure', '7.18.3', /Tabs/, [['/Tabs/S', '/Tabs/R']]],
  ['findHomelessWidgets', 'a field is not in Form', '7.18.4', /expected Form/, [['/S/Form/', '/S/P/']]],
  [
    'findCrowdedForms',
    'a form element holds more than a field',
    '7.18.4',
    /not one widget alone/,
    [['/K[<</Type/OBJR/Obj 51 0 R>>]', '/K[<</Type/OBJR/Obj 51 0 R>> 14]']],
  ],
  [
    'findHomelessLinks',
    'a link is not in Link',
    '7.18.5',
    /stands in Span, expected Link/,
    [['/S/Link/', '/S/Span/']],
  ],
  [
    'findHomelessLinks',
    'a link has no way to its element',
    '7.18.5',
    /no element/,
    [['/StructParent 1', '']],
  ],
  [
    'findSilentLinks',
    'a link has no words',
    '7.18.5',
    /no Contents/,
    [['/Contents(To the top)', '/Contents()']],
  ],
  [
    'findTaggedMarks',
    'a mark for the press is content',
    '7.18.8',
    /in the structure tree/,
    [['/Subtype/Text', '/Subtype/PrinterMark']],
  ],
];

const script = 'app.alert\\(1\\)';

const extras: readonly Row[] = [
  [
    'findOptionalContent',
    'a layer setting has no name',
    '7.10',
    /no name/,
    [['/AcroForm', '/OCProperties<</OCGs[]/D<<>>>>/AcroForm']],
  ],
  [
    'findOptionalContent',
    'another layer setting has no name',
    '7.10',
    /no name/,
    [['/AcroForm', '/OCProperties<</OCGs[]/D<</Name(a)>>/Configs[<<>>]>>/AcroForm']],
  ],
  [
    'findOptionalContent',
    'layers switch by themselves',
    '7.10',
    /key AS/,
    [['/AcroForm', '/OCProperties<</OCGs[]/D<</Name(a)/AS[]>>>>/AcroForm']],
  ],
  [
    'findNamelessFiles',
    'an attachment has one name only',
    '7.11',
    /F and UF/,
    [['/AcroForm', `/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)${file}>>]>>>>/AcroForm`]],
    { 80: stream('', 'x') },
  ],
  [
    'findDynamicForms',
    'the form is dynamic',
    '7.15',
    /dynamic XFA/,
    [['/Fields[51 0 R]', '/Fields[51 0 R]/XFA[(config) 80 0 R]']],
    {
      80: stream(
        '',
        '<config><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config>',
      ),
    },
  ],
  [
    'findSilentMedia',
    'a media clip has no type',
    '7.18.6.2',
    /no CT/,
    [['/AcroForm', '/X<</S/MCD/D<<>>/Alt[(en)(a)]>>/AcroForm']],
  ],
  [
    'findSilentMedia',
    'a media clip has no words',
    '7.18.6.2',
    /no Alt/,
    [['/AcroForm', '/X<</S/MCD/D<<>>/CT(a/b)/Alt[(en)()]>>/AcroForm']],
  ],
  [
    'findScripts',
    'an action runs a script',
    '7.19',
    /script/,
    [['/AcroForm', `/OpenAction<</S/JavaScript/JS(${script})>>/AcroForm`]],
  ],
];

const cmap = (writingMode: number, more = '') =>
  stream(
    `/Type/CMap/CMapName/Own/WMode 0/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>${more}`,
    `begincmap /WMode ${writingMode} def 1 begincodespacerange<0000><FFFF>endcodespacerange 1 begincidrange<0000><FFFF>0 endcidrange endcmap`,
  );
const ownCMap: Change = ['/Encoding/Identity-H', '/Encoding 84 0 R'];

const fonts: readonly Row[] = [
  [
    'findWrongSystems',
    'font and CMap have other characters',
    '7.21.3.1',
    /Adobe-Japan1-0, its CMap Adobe-Identity-0/,
    [ownCMap, ['/Ordering(Identity)', '/Ordering(Japan1)']],
    { 84: cmap(0) },
  ],
  [
    'findWrongGlyphMaps',
    'a TrueType font has no map of its glyphs',
    '7.21.3.2',
    /no CIDToGIDMap/,
    [['/CIDToGIDMap/Identity', '']],
  ],
  [
    'findWrongCMaps',
    'a CMap is not embedded',
    '7.21.3.3',
    /CMap Own is neither/,
    [['/Encoding/Identity-H', '/Encoding/Own']],
  ],
  ['findWrongCMaps', 'a CMap says two things', '7.21.3.3', /two things/, [ownCMap], { 84: cmap(1) }],
  [
    'findWrongCMaps',
    'a CMap builds on an unknown one',
    '7.21.3.3',
    /refers to Other/,
    [ownCMap],
    { 84: cmap(0, '/UseCMap/Other') },
  ],
  [
    'findMissingPrograms',
    'a font is not embedded',
    '7.21.4.1',
    /Fixed is not embedded/,
    [['/FontFile3 66 0 R', '']],
  ],
  [
    'findMissingPrograms',
    'a font file is rubbish',
    '7.21.4.1',
    /cannot be read/,
    [['/FontFile3 66 0 R', '/FontFile3 61 0 R']],
  ],
  [
    'findMissingGlyphs',
    'a glyph is not in the font file',
    '7.21.4.1',
    /no glyph 65534/,
    [
      ['<0024>Tj', '<0024FFFE>Tj'],
      ['<0024><0041>', '<0024><0041><FFFE><0042>'],
      ['/W[36[667]]', '/W[36[667]65534[0]]'],
    ],
  ],
  [
    'findSubsetFaults',
    'CharSet lacks glyphs',
    '7.21.4.2',
    /CharSet/,
    [['/FontFile3', '/CharSet(/A)/FontFile3']],
  ],
  [
    'findSubsetFaults',
    'CIDSet lacks glyphs',
    '7.21.4.2',
    /CIDSet/,
    [['/Flags 4/', '/Flags 4/CIDSet 80 0 R/']],
    {
      80: stream('', '\xff\xff'),
    },
  ],
  [
    'findWidthFaults',
    'the width in a composite font is wrong',
    '7.21.5',
    /code 24 .* 700 wide, and is 667/,
    [['/W[36[667]]', '/W[36 36 700]']],
  ],
  [
    'findWidthFaults',
    'the width in a compact font is wrong',
    '7.21.5',
    /code 41 .* 500 wide, and is 600/,
    [['/Widths[600]', '/Widths[500]']],
  ],
  [
    'findWidthFaults',
    'the width in a TrueType font is wrong',
    '7.21.5',
    /code 41 .* 600 wide, and is 667/,
    [['/Widths[667]', '/Widths[600]']],
  ],
  [
    'findEncodingFaults',
    'a TrueType font has no known encoding',
    '7.21.6',
    /encoding none/,
    [['/BaseFont/Sans/Encoding/WinAnsiEncoding', '/BaseFont/Sans']],
  ],
  [
    'findEncodingFaults',
    'a TrueType font names an unknown character',
    '7.21.6',
    /character gizmo/,
    [
      [
        '/BaseFont/Sans/Encoding/WinAnsiEncoding',
        '/BaseFont/Sans/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[66/gizmo]>>',
      ],
    ],
  ],
  [
    'findEncodingFaults',
    'a symbolic TrueType font has an encoding',
    '7.21.6',
    /symbolic, and has an encoding/,
    [['/Flags 32/FontFile2', '/Flags 4/FontFile2']],
  ],
  [
    'findUnknownCharacters',
    'a code has no meaning',
    '7.21.7',
    /code 24 .* no meaning/,
    [['/ToUnicode 61 0 R', '']],
  ],
  [
    'findWrongCharacters',
    'a code means nothing',
    '7.21.7',
    /means nothing/,
    [['<0024><0041>', '<0024><FEFF>']],
  ],
  [
    'findNotdef',
    'a missing character is drawn',
    '7.21.8',
    /\.notdef for the code 00/,
    [
      ['<0024>Tj', '<00240000>Tj'],
      ['<0024><0041>', '<0024><0041><0000><0042>'],
      ['/DW 0', '/DW 365'],
    ],
  ],
];

/** By the rule that must find it. */
export const breakages: readonly (readonly [rule: string, Breakage])[] = [
  ...identification,
  ...marking,
  ...types,
  ...language,
  ...shape,
  ...tables,
  ...texts,
  ...annotations,
  ...extras,
  ...fonts,
].map(([rule, sentence, clause, says, changes, added]) => [
  rule,
  { sentence, clause, says, changes, ...(added && { added }) },
]);
