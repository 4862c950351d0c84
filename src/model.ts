/**
 * Every type that crosses a wall between two rooms. No code.
 *
 * What flows: `Edition → Body (hast per segment) → PrintDocument[] + Ebook → Artifact[] → Verified[] → dist/`.
 */
import type { ElementContent } from 'hast';
import type { Root as Mdast } from 'mdast';
import type { VFileMessage } from 'vfile-message';

/** A finding about the content or an artefact: file, line:column, severity, reason, rule id, remedy (`note`). */
export type Message = VFileMessage;

/** A person, as named on the title page and in the metadata. */
export interface Person {
  readonly name: string;
  /** For sorting: "Family, Given". Absent when `name` is not a person's. */
  readonly fileAs?: string;
  /** "MD", "PharmD": printed after the name. */
  readonly credentials?: string;
}

/** Who checked the edition clinically, and on which day (`YYYY-MM-DD`). */
export interface Reviewer extends Person {
  readonly date: string;
}

/** Sheet of the handouts. The book's page follows from it: A4 gives A5, letter gives 6 × 9 in. */
export type Paper = 'letter' | 'a4';

/** The page that a PDF is printed on. `half-letter` is 5.5 × 8.5 in. */
export type PageSize = Paper | 'a5' | '6x9' | 'half-letter';

/** `edition.yaml`, checked against `source/edition.schema.json`. Dates are `YYYY-MM-DD`. */
export interface Metadata {
  /** `urn:uuid:…`, the same for the life of the edition. */
  readonly id: string;
  /** Start of every output file's name: lower-case ASCII words joined by hyphens. */
  readonly slug: string;
  readonly title: string;
  /** For sorting: "Small Edition, A". Absent when the title sorts as it is. */
  readonly titleFileAs?: string;
  readonly subtitle?: string;
  readonly series?: Series;
  /** 13 digits. */
  readonly isbn?: string;
  /** The e-book's own cover, in the content folder; absent: one is designed from title and author. */
  readonly cover?: string;
  /** Alternative text of the cover; always there with `cover`. */
  readonly coverAlt?: string;
  /** Who has evaluated the e-book; without one, no conformance is claimed. */
  readonly certifier?: Certifier;
  /** BCP 47. */
  readonly language: string;
  readonly version: string;
  readonly published: string;
  /** When the facts were last checked; `never` since they were written, as in what was imported. */
  readonly reviewed: string;
  /** After this day the edition is out of date. */
  readonly reviewBy: string;
  readonly author: Person;
  readonly editor: Person;
  /** `none`: marked as not yet clinically reviewed on the front matter. */
  readonly reviewer: Reviewer | 'none';
  readonly source: SourceReference;
  readonly rights: string;
  readonly description: string;
  readonly subjects: readonly string[];
  /** Names of medicines, as written in the text: counted as one-syllable words in the reading level. */
  readonly medicines: readonly string[];
  readonly paper: Paper;
  /** Font files for letters that the bundled fonts lack. */
  readonly fonts: readonly FontReference[];
  /** File names in `segments/` without `.md`, in reading order. */
  readonly segments: readonly string[];
}

/** A font file that `edition.yaml` names. */
export interface FontReference {
  /** As readers are told in the colophon. */
  readonly family: string;
  /** Relative to the content folder: `fonts/NotoSansSC-Regular.woff2`. */
  readonly file: string;
  /** CSS font weight, 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** The series that an edition belongs to. */
export interface Series {
  readonly name: string;
  /** From 1; absent when the series has no numbers. */
  readonly number?: number;
}

/** Who has found that the e-book meets EPUB Accessibility 1.1 with a level of WCAG 2.2. */
export interface Certifier {
  readonly name: string;
  readonly level: 'A' | 'AA' | 'AAA';
}

/** The text that the edition draws on. */
export interface SourceReference {
  readonly title: string;
  readonly author: string;
  /** Absent where the text has no address of its own. */
  readonly url?: string;
  /** A year, month or day; absent where it is not known. */
  readonly date?: string;
  /** In words, what permission there is. `missing` refuses the build. */
  readonly permission: string;
}

/** The three lengths of the medical disclaimer. */
export interface Disclaimer {
  /** Path as printed in messages. */
  readonly file: string;
  /** Front matter of every edition. */
  readonly full: Mdast;
  /** Opening of every chapter; at most 60 words. */
  readonly chapter: Mdast;
  /** Running line on every printed page; plain text, at most 12 words. */
  readonly page: string;
  /** The words are kept as somebody else wrote them: a reading level above the limit is a warning. */
  readonly verbatim?: boolean;
  /** Lower-case hex SHA-256 of `disclaimer.md` as stored. */
  readonly sha256: string;
}

/** A text of the content folder, for excerpts. */
export interface SourceText {
  /** In the content folder, wherever that is: `segments/03-naltrexone.md`. */
  readonly path: string;
  readonly text: string;
}

export type SegmentKind = 'front' | 'chapter' | 'back';

/** Whose view a segment gives: printed below its title. */
export type Voice = 'physician' | 'editor';

/** One Markdown file of `segments/`. */
export interface Segment {
  /** File name without `.md`: `03-naltrexone`. Names its chapter handout. */
  readonly name: string;
  /** `name` without its leading number: `naltrexone`. Target of internal links; unique in the edition. */
  readonly slug: string;
  /** Path as printed in messages. */
  readonly file: string;
  readonly kind: SegmentKind;
  /** 1, 2, 3 … among the chapters; absent for front and back segments. */
  readonly number?: number;
  readonly title: string;
  readonly voice?: Voice;
  /** The words are kept as somebody else wrote them: a reading level above the limit is a warning. */
  readonly verbatim?: boolean;
  /** Name of the consent record, in `consents/`, of the reader whose words these are. */
  readonly consent?: string;
  /** The file's text, for messages with excerpts. */
  readonly text: string;
}

/** A segment as it was read; of a long edition the trees are let go when everything has been made of them. */
export interface ParsedSegment extends Segment {
  /** Body without the YAML, typographic characters in place, positions those of the file. */
  readonly root: Mdast;
}

/** An image file whose bytes are what its name says. */
export interface Picture {
  /** Relative to the content folder: `images/scale.png`. */
  readonly path: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A font file whose bytes are what its name says. */
export interface EditionFont extends FontReference {
  readonly mediaType: 'font/woff2' | 'font/woff' | 'font/ttf' | 'font/otf';
  readonly bytes: Uint8Array;
  /** Characters that it has: hexadecimal code points and ranges, `20-7e a0`. */
  readonly coverage: string;
}

/** What a reader has agreed to. */
export interface Consent {
  /** An id, never a name. */
  readonly who: string;
  /** Of the text that was agreed to, lower-case hex. */
  readonly sha256: string;
  readonly scope: readonly ('print' | 'ebook')[];
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Hashes of what tells who commented on the source: no edition may hold such words. */
export interface Privacy {
  readonly salt: string;
  /** The first 32 hexadecimal digits of SHA-256 of salt, line feed and words joined by spaces, by number of words. */
  readonly hashes: Readonly<Record<string, readonly string[]>>;
}

/** A whole content folder, read and checked for shape. There is no edition without a disclaimer. */
export interface Edition {
  /** SHA-256, hexadecimal, of every file that it was read from: sheets show its beginning. */
  readonly sha256: string;
  /** Pieces of all that its editions add to the text of the source: labels, lines of the imprint. */
  readonly furniture: readonly string[];
  /** “OUT OF DATE” in the edition's language, for every page of an edition past `reviewBy`; absent in date. */
  readonly stamp?: string;
  readonly metadata: Metadata;
  readonly disclaimer: Disclaimer;
  /** In reading order: front, chapters, back. */
  readonly segments: readonly Segment[];
  /** The e-book's own cover; absent when it is to be designed. */
  readonly cover?: CoverPicture;
  /** Of readers whose words an edition prints, by name of segment: those that hold. Absent: there are none. */
  readonly consents?: ReadonlyMap<string, Consent>;
  /** Absent when nobody commented on the source, or nothing is known of it. */
  readonly privacy?: Privacy;
  /** By `Picture.path`. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** In the order of `edition.yaml`. */
  readonly fonts: readonly EditionFont[];
}

/** An edition as it was read. */
export interface ParsedEdition extends Edition {
  readonly segments: readonly ParsedSegment[];
}

/** A heading inside a segment, the segment's own title (level 1) first. */
export interface Heading {
  /** Scoped to its segment: `naltrexone` for the title, `naltrexone--stop-first` below it. */
  readonly id: string;
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
}

/** A segment as HTML: without its title and without the disclaimer, which each edition places. */
export interface Body {
  readonly segment: Segment;
  readonly children: readonly ElementContent[];
  readonly headings: readonly Heading[];
}

/** A file that a composed document may load. */
export interface Asset {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** By URL relative to the document: `assets/edition.css`, `images/scale.png`. Nothing else can be loaded. */
export type Assets = ReadonlyMap<string, Asset>;

/** What `templates/` holds, and the bundled fonts. */
export interface Templates {
  /** HTML and CSS by file name: `book.html`, `print.css`. */
  readonly print: ReadonlyMap<string, string>;
  /** EJS and CSS by file name without `.ejs`: `content.opf`, `style.css`. */
  readonly ebook: ReadonlyMap<string, string>;
  /** HTML and CSS of the report by file name: `report.html`, `report.css`. */
  readonly report: ReadonlyMap<string, string>;
  /** By URL as the style sheets name them: `fonts/….woff2`. */
  readonly fonts: Assets;
  /** Characters that each bundled family has: hexadecimal code points and ranges, `20-7e a0`. */
  readonly coverage: ReadonlyMap<string, string>;
}

export type PrintKind = 'book' | 'handout' | 'large-print' | 'booklet' | 'chapter-handout';
export type Kind = PrintKind | 'ebook';

/** What goes into a PDF's document properties. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly language: string;
  /** Pages are turned from left to right; absent for other languages. */
  readonly direction?: 'rtl';
  /** ISO 8601 in UTC, to the second; the PDF's CreationDate and ModDate. */
  readonly date: string;
  /** `urn:uuid:…` of the edition; seeds the trailer's `/ID`. */
  readonly id: string;
  /** `urn:uuid:…` of this file, the same for the same version and page size: the e-book names the book by it. */
  readonly identifier: string;
}

/** Where the parts of a print came to stand: what one pass tells the next. */
export interface Layout {
  /** Printed page number of each quoted id: `12`, `vii`. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Ids of the openings that have a blank page before them. */
  readonly blanks: ReadonlySet<string>;
}

/** The layout that the passes of a print agreed on, kept for the next build. */
export interface SettledLayout extends Layout {
  /** SHA-256 of the document and the browser that led to it. */
  readonly of: string;
}

/** How the pages of a print are numbered, and which ids it must know the pages of. Ids are in reading order. */
export interface Pagination {
  /** Element ids whose page numbers the document prints; empty when it prints none. */
  readonly quotedIds: readonly string[];
  /** Those of them whose number stands in running text, where its width moves other words. */
  readonly quotedInText: readonly string[];
  /** Ids of parts that open on a right-hand page, a blank page before them where needed. */
  readonly openings: readonly string[];
  /** Id of what ends the document on a sheet of its own, to be torn off; one of `openings`. */
  readonly tearOff?: string;
  /** Id of the part that begins with page 1; pages before it have roman numbers. Absent: the first page is page 1. */
  readonly body?: string;
  /** Label of the first page in reading programs when it is a cover: it counts, but shows no number. */
  readonly cover?: string;
}

/** How the pages of a document are put on sheets that are folded. They are numbered from 1. */
export interface Imposition {
  /** The sheet, landscape: two pages stand on each side. */
  readonly paper: Paper;
  /** A right-to-left booklet is opened from the other side. */
  readonly direction: 'ltr' | 'rtl';
  /** Blank pages at the end of the document, at least three: as many stay as fill the last sheet. */
  readonly blanks: number;
}

/** An HTML document to be printed. Its text is final but for the page numbers that it quotes. */
export interface PrintDocument {
  readonly kind: PrintKind;
  /** Below the output folder, with `/`: `handouts/03-naltrexone.pdf`. */
  readonly path: string;
  readonly pageSize: PageSize;
  /** Absent when every page is a sheet of its own. */
  readonly imposition?: Imposition;
  /** Segment name of a chapter handout; absent for the others. */
  readonly chapter?: string;
  readonly info: DocumentInfo;
  readonly pagination: Pagination;
  /** Style sheets, fonts and pictures that it loads. */
  readonly assets: Assets;
  /**
   * Composes the HTML.
   * @param layout what the last pass told; ids not yet known get a number of about the same width
   */
  compose(layout?: Layout): string;
}

/** A page of a finished print. */
export interface PrintedPage {
  /** Its number as printed: `12`, `vii`. */
  readonly label: string;
  /** Its text in reading order, without page margins; U+FFFC stands for a picture. Empty for a blank page. */
  readonly text: string;
}

/** What the pages of a finished book say: it tells where in the e-book each of them begins. */
export interface PageTexts {
  /** `DocumentInfo.identifier` of the book. */
  readonly identifier: string;
  /** All pages of the file, the cover too. */
  readonly pages: readonly PrintedPage[];
  /** Page on which each part begins, by the id of the part: 1 for the first page of the file. */
  readonly openings: ReadonlyMap<string, number>;
}

/** The place in the e-book where a page of the book begins. */
export interface PagePlace {
  /** As printed. */
  readonly label: string;
  /** File of the spine; absent for the contents, which the package writes. */
  readonly fileName?: string;
  /** Of the marker in that file. */
  readonly id: string;
}

/** The pages of the book in the e-book, in order (EPUB Accessibility 1.1, section 3.2). */
export interface PageList {
  /** Identifier of the book. */
  readonly source: string;
  readonly places: readonly PagePlace[];
}

/** One file of the EPUB's spine. */
export interface SpineFile {
  /** ASCII, in `OEBPS/`: `03-naltrexone.xhtml`. */
  readonly fileName: string;
  readonly title: string;
  readonly part: 'titlepage' | 'disclaimer' | SegmentKind;
  /** The whole file, from its XML declaration on. */
  readonly xhtml: string;
  /** For the contents; `headings[0]` is the file's own title. */
  readonly headings: readonly Heading[];
}

/** The picture on the e-book's cover. */
export interface CoverPicture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

/** Everything that the EPUB's package needs. */
export interface Ebook {
  readonly path: string;
  readonly metadata: Metadata;
  /** ISO 8601 in UTC, to the second: `dcterms:modified` and the date of every zip entry. */
  readonly date: string;
  /** In reading order, without the cover and the contents page, which the package adds. */
  readonly spine: readonly SpineFile[];
  readonly pictures: readonly Picture[];
  /** EJS templates by name: `content.opf`, `toc.ncx`, `nav.xhtml`, `cover.xhtml`, `style.css`. */
  readonly templates: ReadonlyMap<string, string>;
  readonly cover: CoverPicture;
  /** Absent when the e-book was built without the book. */
  readonly pageList?: PageList;
  readonly words: PackageWords;
}

/** What the EPUB's package says of itself, in the language of the edition. */
export interface PackageWords {
  readonly direction: 'ltr' | 'rtl';
  readonly contents: string;
  readonly cover: string;
  /** Heading of the list of places that reading systems offer to jump to. */
  readonly landmarks: string;
  readonly start: string;
  /** Heading of the list of the book's pages. */
  readonly pageList: string;
  /** Alternative text of the cover picture. */
  readonly coverText: string;
  /** Part of the accessibility summary that holds for every book. */
  readonly reflows: string;
  /** Added when every picture has a text alternative. */
  readonly picturesDescribed: string;
  /** Added when the book has formulas. */
  readonly formulas: string;
  /** Added when the pages of the printed book are marked. */
  readonly pageNumbers: string;
}

/** A finished file, not yet proved. */
export interface Artifact {
  readonly kind: Kind;
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly mediaType: 'application/pdf' | 'application/epub+zip';
  readonly bytes: Uint8Array;
  /** PDF only; of a booklet, the sides of its sheets. */
  readonly pages?: number;
  /** PDF only; of a booklet, its sheets. */
  readonly pageSize?: PageSize;
  /** Segment name; chapter handouts only. */
  readonly chapter?: string;
  /** Page of the file on which what is to be torn off begins, from 1; chapter handouts only. */
  readonly tearOff?: number;
  /** PDF that quotes pages or has blank ones only. */
  readonly layout?: SettledLayout;
}

/** One line of evidence read from the finished bytes. */
export interface Proof {
  /** Permanent id of the check: `disclaimer-full`. */
  readonly check: string;
  readonly result: 'pass' | 'fail';
  /** Page and place, or file and element. */
  readonly where: string;
  /** Where on the pages of a PDF the letters of a disclaimer stand; absent when nothing has a place. */
  readonly boxes?: readonly ProofBox[];
}

/** A rectangle on a page, in pt from the upper left corner of what is seen of it. */
export interface ProofBox {
  /** Of the file, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What a finished file holds, as it was read. */
export interface FoundContents {
  /** In reading order. */
  readonly headings: readonly FoundHeading[];
  /** What each page of a PDF shows as its number: `iv`, `12`; both numbers of a booklet's side: `46 · 1`. */
  readonly labels: readonly string[];
}

/** A heading as it was read from a finished file. */
export interface FoundHeading {
  /** 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** Page number as printed, or the file of the spine. */
  readonly place: string;
  /** Of the file, from 1; PDF only. */
  readonly page?: number;
}

declare const proved: unique symbol;

/** An artifact whose proof holds. Only `verify/` makes one, and `write` takes nothing else. */
export interface Verified extends Artifact {
  readonly [proved]: true;
  readonly proof: readonly Proof[];
  readonly contents: FoundContents;
}

/** A picture of a finished page, small and grey. */
export interface PagePicture {
  readonly png: Uint8Array;
  /** Size of the page in pt. */
  readonly width: number;
  readonly height: number;
}

/** Sheets of a chapter handout or of a booklet. */
export interface Sheets {
  readonly all: number;
  /** Those of them to be torn off, at the end. */
  readonly tearOff: number;
}

/** How hard a segment is to read. */
export interface ReadingLevel {
  /** `Segment.name`. */
  readonly segment: string;
  readonly words: number;
  /** Flesch-Kincaid grade; absent for texts in other languages than English, and for very short ones. */
  readonly grade?: number;
}

/** What made the files. */
export interface Generator {
  readonly name: string;
  readonly version: string;
  /** Name and version. */
  readonly browser: string;
}

/** Tells the user what is going on; the clock is on the teller's side. */
export interface Progress {
  /**
   * Runs a stage of the work and tells when it is done.
   * @param total how many steps the stage has; absent when it is one piece
   */
  stage<Result>(name: string, work: (step: () => void) => Promise<Result>, total?: number): Promise<Result>;
  /** A sentence that the user should see once. */
  note(sentence: string): void;
}
