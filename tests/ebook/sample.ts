/** Small e-books made by hand, the templates being the real ones. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import type { Ebook, Heading, Metadata, PackageWords, Picture, SpineFile } from '../../src/model.ts';

const names = ['content.opf', 'toc.ncx', 'nav.xhtml', 'cover.xhtml', 'style.css'];

/** The real templates, by name. */
export const templates: ReadonlyMap<string, string> = new Map(
  names.map((name) => [name, readTemplate(name)]),
);

function readTemplate(name: string): string {
  const file = name.endsWith('.css') ? name : `${name}.ejs`;
  return readFileSync(new URL(`../../templates/ebook/${file}`, import.meta.url), 'utf8');
}

export const plainMetadata: Metadata = {
  id: 'urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8',
  slug: 'wound-care',
  title: 'Wound care at home',
  language: 'en',
  version: '1.0.0',
  published: '2024-01-01',
  reviewed: '2024-01-01',
  reviewBy: '2026-01-01',
  author: { name: 'Ada Author', fileAs: 'Author, Ada' },
  editor: { name: 'Eve Editor', fileAs: 'Editor, Eve' },
  reviewer: 'none',
  source: {
    title: 'A post',
    author: 'Ada Author',
    url: 'https://example.org/post?a=1&b=2',
    date: '2023-01-01',
    permission: 'Permitted in writing.',
  },
  rights: 'Free to share.',
  description: 'How to look after a wound.',
  subjects: ['Wounds', 'Home care'],
  medicines: [],
  fonts: [],
  paper: 'a4',
  segments: ['01-wounds'],
};

/** Metadata that breaks what is not escaped. */
export const hostileMetadata: Metadata = {
  ...plainMetadata,
  title: 'Salt & <water> "now" it\'s ≤ 5 µg <%= 1 + 1 %> ]]> $& 🩹',
  subtitle: '<b>bold</b> & "quoted"',
  author: { name: 'Ö. "Ø" O\'Ümlaut & <Sons>', fileAs: '& <"Ümlaut"' },
  description: '</dc:description><x a="&">',
  subjects: ['a & b', '"<c>"'],
  rights: '© 2024 <all> & "more"',
};

export const plainWords: PackageWords = {
  direction: 'ltr',
  contents: 'Contents',
  cover: 'Cover',
  landmarks: 'Landmarks',
  start: 'Start of content',
  pageList: 'Pages of the printed book',
  coverText: 'Cover: Wound care at home, by Ada Author',
  reflows: 'The text reflows.',
  picturesDescribed: 'Pictures have text alternatives.',
  formulas: 'Formulas are MathML.',
  pageNumbers: 'The page numbers are those of the printed book.',
};

/** The head and body of an XHTML file. */
export function createXhtml(title: string, body: string, language = 'en'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head><meta charset="utf-8"/><title>${title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

const notice = (id: string) =>
  `<section class="disclaimer" epub:type="notice" role="doc-notice" aria-labelledby="${id}"><p id="${id}" class="disclaimer-label">Medical disclaimer</p><p>Not medical advice.</p></section>`;

/** A title page without headings of its own. */
export function createTitlePage(language = 'en'): SpineFile {
  const xhtml = createXhtml(
    'Title page',
    '<section epub:type="titlepage"><p class="title">Wound care</p></section>',
    language,
  );
  return { fileName: 'titlepage.xhtml', title: 'Title page', part: 'titlepage', xhtml, headings: [] };
}

/** The page with the disclaimer in full. */
export function createDisclaimer(language = 'en'): SpineFile {
  const body = `<section class="disclaimer" epub:type="notice" role="doc-notice" aria-labelledby="disclaimer"><h1 id="disclaimer">Medical disclaimer</h1><p>This is not medical advice.</p></section>`;
  const headings = [{ id: 'disclaimer', level: 1, text: 'Medical disclaimer' }];
  const xhtml = createXhtml('Medical disclaimer', body, language);
  return { fileName: 'disclaimer.xhtml', title: 'Medical disclaimer', part: 'disclaimer', xhtml, headings };
}

/** What a chapter is made of; all optional. */
export interface ChapterParts {
  readonly name?: string;
  readonly part?: SpineFile['part'];
  readonly headings?: readonly Heading[];
  readonly body?: string;
  readonly language?: string;
}

/** A segment with the short disclaimer below its title. */
export function createChapter(parts: ChapterParts = {}): SpineFile {
  const { name = '01-wounds', part = 'chapter', body = '<p>Text.</p>', language = 'en' } = parts;
  const headings = parts.headings ?? [{ id: 'wounds', level: 1, text: 'Wounds' }];
  const [first, ...others] = headings.map((heading) => {
    const level = `h${heading.level}`;
    return `<${level} id="${heading.id}">${escapeXml(heading.text)}</${level}>`;
  });
  const id = headings[0]?.id ?? '';
  const xhtml = createXhtml(
    name,
    `<section epub:type="chapter" role="doc-chapter" aria-labelledby="${id}">${first}${notice(`${id}--notice`)}${others.join('')}${body}</section>`,
    language,
  );
  return { fileName: `${name}.xhtml`, title: headings[0]?.text ?? name, part, xhtml, headings };
}

/** A whole e-book; what is given replaces what is there. */
export function createEbook(changes: Partial<Ebook> = {}): Ebook {
  return {
    path: 'wound-care.epub',
    metadata: plainMetadata,
    date: '2024-01-02T03:04:06Z',
    spine: [createTitlePage(), createDisclaimer(), createChapter()],
    pictures: [],
    templates,
    cover: { mediaType: 'image/png', bytes: createPng(8, 12) },
    words: plainWords,
    ...changes,
  };
}

/** A picture file at a path. */
export function createPicture(path: string): Picture {
  return { path, mediaType: 'image/png', bytes: createPng(4, 4), widthPx: 4, heightPx: 4 };
}

/** A chapter with all that a packager might spoil. */
export const richBody = `
<ol start="7"><li>Seventh</li><li value="9">Ninth</li></ol>
<ol reversed="reversed"><li>Two</li><li>One</li></ol>
<table><caption>Doses</caption><thead><tr><th scope="col">Drug</th><th scope="col" id="dose">Dose</th></tr></thead><tbody><tr><th scope="row">A</th><td headers="dose">1 mg</td></tr></tbody></table>
<p><time datetime="2024-01-01">1 January</time> <span lang="fr" xml:lang="fr">à jour</span> $&amp; &lt;%= 1 %&gt;</p>
<figure><img src="images/scale.png" alt="A scale &amp; a dial"/><figcaption>A scale</figcaption></figure>
<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x over 2"><mfrac><mi>x</mi><mn>2</mn></mfrac></math></p>
<p><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10" role="img" aria-label="Square"><rect x="1" y="1" width="8" height="8"/></svg></p>
<p>Note<a id="call" href="#note" epub:type="noteref" role="doc-noteref">1</a></p>
<aside id="note" epub:type="footnote" role="doc-footnote"><p><a href="#call" role="doc-backlink">1</a> The note.</p></aside>`;

/** An e-book with hostile metadata, pictures, formulas, drawings and headings that skip levels. */
export function createRichEbook(): Ebook {
  const headings = [
    { id: 'wounds', level: 1, text: 'Wounds & <cuts>' },
    { id: 'wounds--deep', level: 4, text: 'Deep' },
    { id: 'wounds--deeper', level: 6, text: 'Deeper' },
    { id: 'wounds--deepest', level: 6, text: 'Deepest' },
    { id: 'wounds--später', level: 2, text: 'Später "?"' },
    { id: 'wounds--3', level: 3, text: 'Three' },
    { id: 'wounds--4', level: 4, text: 'Four' },
  ];
  return createEbook({
    metadata: hostileMetadata,
    spine: [
      createTitlePage(),
      createDisclaimer(),
      createChapter({
        name: '01-preface',
        part: 'front',
        headings: [{ id: 'preface', level: 1, text: 'Preface' }],
      }),
      createChapter({ name: '02-wounds', headings, body: richBody }),
      createChapter({ name: '03-burns', headings: [{ id: 'burns', level: 1, text: 'Burns' }] }),
      createChapter({ name: '04-end', part: 'back', headings: [{ id: 'end', level: 1, text: 'End' }] }),
    ],
    pictures: [createPicture('images/scale.png'), createPicture('images/more/un_used-1.png')],
  });
}

/** A book in Hebrew. */
export function createHebrewEbook(): Ebook {
  const headings = [
    { id: 'פצעים', level: 1, text: 'פצעים' },
    { id: 'פצעים--עוד', level: 2, text: 'עוד' },
  ];
  return createEbook({
    metadata: { ...plainMetadata, language: 'he', title: 'טיפול בפצעים' },
    spine: [createTitlePage('he'), createDisclaimer('he'), createChapter({ headings, language: 'he' })],
    words: { ...plainWords, direction: 'rtl', contents: 'תוכן העניינים' },
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A white PNG in shades of grey. */
export function createPng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const row = Buffer.alloc(width + 1, 255).fill(0, 0, 1);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    createChunk('IHDR', header),
    createChunk('IDAT', deflateSync(rows)),
    createChunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function createChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32 as in ISO 3309. */
function checksum(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
