/** An EPUB of the sample edition, file by file, so that a test can change one. */
import { strToU8, zipSync } from 'fflate';
import type { ParsedEdition, ParsedSegment } from '../../../src/model.ts';
import { toHtmlBody } from './html.ts';

/** Entries by path, `mimetype` apart. */
export type Files = Map<string, string>;

/** The files of the sample e-book. */
export function composeEpub(edition: ParsedEdition): Files {
  const { segments, disclaimer } = edition;
  const chapters = segments.map(
    (segment) => [`${segment.name}.xhtml`, writeSegment(segment, edition)] as const,
  );
  const full = notice('Read this first', toHtmlBody(disclaimer.full, true), 'h1');
  return new Map([
    [
      'META-INF/container.xml',
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    ],
    ['OEBPS/content.opf', writePackage(edition)],
    ['OEBPS/style.css', 'section.disclaimer { border: 1px solid; padding: 1em }'],
    ['OEBPS/toc.ncx', writeNcx(edition)],
    [
      'OEBPS/nav.xhtml',
      page('Contents', `<nav epub:type="toc"><h1>Contents</h1><ol>${writeEntries(edition)}</ol></nav>`),
    ],
    ['OEBPS/disclaimer.xhtml', page('Read this first', full)],
    ...chapters.map(([name, text]) => [`OEBPS/${name}`, text] as const),
  ]);
}

/** Packs the files. @param pictures by their path in the archive */
export function packEpub(files: Files, pictures: ReadonlyMap<string, Uint8Array> = new Map()): Uint8Array {
  const entries = [...[...files].map(([path, text]) => [path, strToU8(text)] as const), ...pictures];
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    ...Object.fromEntries(entries),
  });
}

/** The chapter's notice as it stands in each segment file. */
export function chapterNotice(edition: ParsedEdition): string {
  return notice('Please read', toHtmlBody(edition.disclaimer.chapter, true), 'p');
}

function notice(label: string, body: string, tag: string): string {
  return `<section class="disclaimer" epub:type="notice" role="doc-notice"><${tag}>${label}</${tag}>${body}</section>`;
}

function page(title: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en" lang="en"><head><title>${title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${body}</body></html>`;
}

function writeSegment(segment: ParsedSegment, edition: ParsedEdition): string {
  const label = segment.number === undefined ? '' : `<span>Chapter ${segment.number}</span> `;
  const body = toHtmlBody(segment.root, true).replaceAll(
    '#side-effects',
    '03-side-effects.xhtml#side-effects',
  );
  return page(
    segment.title,
    `<h1 id="${segment.slug}">${label}${segment.title}</h1>\n${chapterNotice(edition)}\n${body}`,
  );
}

function writeEntries({ segments }: ParsedEdition): string {
  return segments.map(({ name, title }) => `<li><a href="${name}.xhtml">${title}</a></li>`).join('');
}

function writeNcx({ segments }: ParsedEdition): string {
  const points = segments
    .map(
      ({ name, title }) =>
        `<navPoint><navLabel><text>${title}</text></navLabel><content src="${name}.xhtml"/></navPoint>`,
    )
    .join('');
  return `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points}</navMap></ncx>`;
}

/** The pictures of an edition by their path in the archive. */
export function listPictures({ pictures }: ParsedEdition): Map<string, Uint8Array> {
  return new Map([...pictures].map(([path, { bytes }]) => [`OEBPS/${path}`, bytes]));
}

function writePackage({ segments, metadata, pictures }: ParsedEdition): string {
  const names = ['disclaimer', 'nav', ...segments.map(({ name }) => name)];
  const item = (name: string): string =>
    `<item id="i${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${name === 'nav' ? ' properties="nav"' : ''}/>`;
  return `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>${metadata.id}</dc:identifier><dc:title>${metadata.title}</dc:title><dc:creator>${metadata.author.name}</dc:creator><dc:description>${metadata.description}</dc:description><dc:language>en</dc:language></metadata>
<manifest>${names.map(item).join('\n')}${[...pictures.values()].map(({ path, mediaType }, index) => `<item id="p${index}" href="${path}" media-type="${mediaType}"/>`).join('')}<item id="style" href="style.css" media-type="text/css"/><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx">${names.map((name) => `<itemref idref="i${name}"/>`).join('\n')}</spine></package>`;
}
