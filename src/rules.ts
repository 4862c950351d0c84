/**
 * The catalogue of messages: id, severity, sentence and remedy. Ids are permanent.
 *
 * `{name}` in a sentence or remedy is filled by `createMessage`; the types see to it that none is forgotten.
 */
import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import type { Message } from './model.ts';

/** `error` refuses the edition; `warning` lets it pass; `info` is for the record. */
export type Severity = 'error' | 'warning' | 'info';

interface Rule {
  readonly severity: Severity;
  readonly sentence: string;
  readonly remedy: string;
}

export const rules = {
  'yaml-syntax': {
    severity: 'error',
    sentence: 'Malformed YAML: {problem}',
    remedy: 'Correct the YAML at this place; strings with a colon or a hash sign need quotation marks.',
  },
  'key-unknown': {
    severity: 'error',
    sentence: 'Unexpected key `{key}`, expected {suggestion}',
    remedy: 'Rename the key or take it out.',
  },
  'key-missing': {
    severity: 'error',
    sentence: 'Missing key `{key}`, expected {expected}',
    remedy: 'Add the line `{key}: …`.',
  },
  'value-unexpected': {
    severity: 'error',
    sentence: 'Unexpected value {value} for `{name}`, expected {expected}',
    remedy: 'Write {expected}.',
  },
  'file-missing': {
    severity: 'error',
    sentence: 'Missing file {path}',
    remedy: 'Add the file, or take out what names it.',
  },
  'file-unreadable': {
    severity: 'error',
    sentence: 'Unreadable file {path}: {problem}',
    remedy: 'Allow your user to read the file.',
  },
  'file-not-utf8': {
    severity: 'error',
    sentence: 'Unexpected bytes in {path}, expected UTF-8 text',
    remedy: 'Save the file again with the encoding UTF-8.',
  },
  'path-outside': {
    severity: 'error',
    sentence: 'Unexpected path {path}, expected a file inside the content folder',
    remedy: 'Copy the file into the content folder: nothing outside it is read.',
  },
  'front-matter-missing': {
    severity: 'error',
    sentence: 'Missing YAML front matter, expected it between two lines of `---` at the top',
    remedy: 'Begin the file with `---`, then {keys}, then `---`.',
  },
  'segment-name': {
    severity: 'error',
    sentence:
      'Unexpected file name {name}, expected a number, a hyphen and lower-case words that begin with a letter, such as 03-side-effects.md',
    remedy: 'Rename the file, and in edition.yaml the entry under `segments`.',
  },
  'segment-missing': {
    severity: 'error',
    sentence: 'Listed segment {name} has no file segments/{name}.md',
    remedy: 'Add the file, or take the entry out of `segments`{suggestion}.',
  },
  'segment-unlisted': {
    severity: 'error',
    sentence: 'Segment {name} is not listed in edition.yaml and would be lost',
    remedy: 'Add `- {name}` to `segments` where it belongs, or move the file out of segments/.',
  },
  'segment-duplicate': {
    severity: 'error',
    sentence: 'Two segments have the slug {slug}: {first} and {second}',
    remedy: 'Rename one of the two files: links go by the slug.',
  },
  'segment-empty': {
    severity: 'error',
    sentence: 'Empty segment {title}',
    remedy: 'Write its text, or take the file and its entry in edition.yaml out.',
  },
  'segment-order': {
    severity: 'error',
    sentence:
      'Unexpected {kind} segment {name} after a {previous} segment, expected front, then chapter, then back',
    remedy: 'Move the entry in `segments` of edition.yaml, or change `kind`.',
  },
  'chapter-missing': {
    severity: 'error',
    sentence: 'No segment of the kind chapter, expected at least one',
    remedy: 'Set `kind: chapter` in the front matter of a segment.',
  },
  'disclaimer-empty': {
    severity: 'error',
    sentence: 'Empty disclaimer, expected the full text below the front matter',
    remedy: 'Write the full disclaimer: who speaks, what this is not, what to do, whom to call.',
  },
  'disclaimer-too-long': {
    severity: 'error',
    sentence: 'The {form} disclaimer has {words} words, expected at most {limit}',
    remedy: 'Shorten it: it must fit whole on one page in every edition.',
  },
  'disclaimer-elsewhere': {
    severity: 'error',
    sentence: 'A disclaimer refers to another place: “{words}”',
    remedy: 'Say there what is meant: the page may be copied and the chapter handed out alone.',
  },
  'disclaimer-plain': {
    severity: 'error',
    sentence: 'Unexpected {what} in a disclaimer, expected paragraphs, lists and emphasis only',
    remedy: 'Say it in plain paragraphs: the disclaimer must read the same in print and on every e-reader.',
  },
  'language-shop': {
    severity: 'warning',
    sentence: 'Kindle’s shop does not list the language {language}, and may refuse the e-book',
    remedy:
      'Keep the language if the text is in it; then give the e-book out in other ways than Send to Kindle.',
  },
  'cover-small': {
    severity: 'warning',
    sentence: 'The cover has {width} × {height} pixels, expected {least} or more',
    remedy: 'Save the picture larger: shops refuse small covers.',
  },
  'source-permission-missing': {
    severity: 'error',
    sentence: 'The permission to use the source is missing',
    remedy: 'Ask the author, then say in `source.permission` what was granted and when.',
  },
  'review-overdue': {
    severity: 'error',
    sentence: 'The edition is out of date: it was to be checked again by {reviewBy}, and today is {today}',
    remedy:
      'Check the facts again and set `reviewed` and `reviewBy`; --allow-outdated builds it with OUT OF DATE on every page.',
  },
  'review-overdue-allowed': {
    severity: 'warning',
    sentence:
      'The edition is out of date: it was to be checked again by {reviewBy}, and today is {today}; every page must say so',
    remedy: 'Check the facts again and set `reviewed` and `reviewBy` before you give it to anyone.',
  },
  'directive-unknown': {
    severity: 'error',
    sentence: 'Unknown container `{name}`, expected {suggestion}',
    remedy: 'Rename the container; to print colons as they are, put a backslash before the first.',
  },
  'directive-inline': {
    severity: 'warning',
    sentence: 'Unexpected inline directive {text}, printed as it is written',
    remedy: 'Take the brackets or braces out if they were not meant to be printed.',
  },
  'font-type': {
    severity: 'error',
    sentence: 'Unexpected bytes in {file}: {found}, expected {expected}',
    remedy: 'Get the font file again, as WOFF 2, WOFF, TrueType or OpenType under the matching ending.',
  },
  'font-restricted': {
    severity: 'error',
    sentence: 'The font {file} says that it must not be embedded',
    remedy: 'Name a font whose licence allows embedding, such as one under the SIL Open Font License.',
  },
  'image-outside': {
    severity: 'error',
    sentence: 'Unexpected image address {url}, expected a file such as images/scale.png',
    remedy: 'Copy the picture into images/ of the content folder and name it by that path.',
  },
  'image-missing': {
    severity: 'error',
    sentence: 'Missing image {url}',
    remedy: 'Add the file to images/, or take the picture out.',
  },
  'image-type': {
    severity: 'error',
    sentence: 'Unexpected bytes in {url}: {found}, expected {expected}',
    remedy: 'Export the picture again as PNG, JPEG, GIF, WebP or SVG under the matching ending.',
  },
  'image-active': {
    severity: 'error',
    sentence: 'Unexpected {what} in {url}, expected a still picture',
    remedy: 'Save the SVG without scripts, embedded pages or references to other files.',
  },
  'image-moving': {
    severity: 'warning',
    sentence: '{url} is a moving picture: print shows its first image only',
    remedy: 'Save the image that readers need as a still picture, or several side by side.',
  },
  'image-webp': {
    severity: 'error',
    sentence:
      '{url} is WebP, which older e-readers do not show and only a browser can convert; none was found',
    remedy: 'Save it as PNG or JPEG, or build where a browser is installed.',
  },
  'image-alt-missing': {
    severity: 'error',
    sentence: 'The image {url} has no text for readers who cannot see it',
    remedy:
      'Write between the square brackets what the picture shows: ![a scale from 0 to 10]({url}); if it says nothing, ![]({url} "decorative").',
  },
  'image-decorative': {
    severity: 'error',
    sentence: 'The image {url} is said to be decorative, and yet shows “{alt}”',
    remedy: 'Take the words out if the picture says nothing, or write a caption in place of “decorative”.',
  },
  'image-text': {
    severity: 'error',
    sentence: 'The letters “{text}” in {url} would be drawn in whatever font a machine has',
    remedy: 'Turn text into paths before you save the SVG; say what it says in the text of the picture, too.',
  },
  'image-contrast': {
    severity: 'warning',
    sentence:
      'The image {url} is pale: its greys span {found} of 100 steps of lightness, expected at least {floor}',
    remedy: 'Make the darks darker or the lights lighter: a photocopy would lose it.',
  },
  'image-greyscale': {
    severity: 'warning',
    sentence: 'The colours {one} and {other} in {url} become the same grey on a photocopy',
    remedy: 'Make one of the two darker, or tell the parts apart by a pattern or by words.',
  },
  'picture-density': {
    severity: 'warning',
    sentence: '{url} on {where} is printed with {found} dots an inch, expected at least {floor}',
    remedy: 'Save the picture at least {needed} pixels wide, or as SVG: it would look coarse.',
  },
  'image-unused': {
    severity: 'warning',
    sentence: 'Image {path} is used nowhere and will not be printed',
    remedy: 'Use it in a segment, or take the file out.',
  },
  'handout-sheets': {
    severity: 'warning',
    sentence: 'Chapter handouts whose text takes more than one sheet printed on both sides: {chapters}',
    remedy:
      'Shorten or divide the chapters if each is to fit on one sheet; the handouts are complete as they are.',
  },
  'artifact-unreadable': {
    severity: 'error',
    sentence: 'Unreadable {format} file: {problem}',
    remedy: 'Build the file again; if it was copied or sent, get a fresh copy.',
  },
  'artifact-unrecognised': {
    severity: 'error',
    sentence: 'This file is no edition of “{edition}”: {problem}',
    remedy: 'Name the content folder that it was made from with --content, or leave the file out.',
  },
  'file-not-current': {
    severity: 'error',
    sentence:
      '{file} is not {path} of version {version}, whose SHA-256 begins with {expected}: found {found}',
    remedy: 'Throw it away and take the file beside the manifest; if that is older, build again.',
  },
  'file-not-listed': {
    severity: 'error',
    sentence: '{file} (SHA-256 {found}) is none of the files of version {version}',
    remedy: 'Throw it away, or name the manifest that it belongs to.',
  },
  'sheet-not-current': {
    severity: 'error',
    sentence:
      'A sheet of version {version} with the mark {mark} is not the current one, version {currentVersion} with the mark {currentMark}',
    remedy: 'Throw the sheet away and print the handout again.',
  },
  'proof-text-added': {
    severity: 'error',
    sentence: '“{excerpt}” on {where}, in {chapter}, is not in the source',
    remedy:
      'Do not give the file out: somebody or something has added to the text. Build it again from the content.',
  },
  'proof-disclaimer-full': {
    severity: 'error',
    sentence: 'The full disclaimer is not proved in the front matter: {problem}',
    remedy: 'Place the whole text of disclaimer.md before the first segment; the file must not be given out.',
  },
  'proof-disclaimer-hidden': {
    severity: 'error',
    sentence: 'The disclaimer in {where} may be hidden, shrunk or covered by {cause}',
    remedy: 'Take it out: whoever opens the book must see the disclaimer as large and as clear as the text.',
  },
  'proof-disclaimer-split': {
    severity: 'error',
    sentence: 'The full disclaimer is split over {where}, expected on one page',
    remedy:
      'Shorten the full text of disclaimer.md (about 150 words fit on a page of large print), or leave this edition out with --only.',
  },
  'proof-disclaimer-chapter': {
    severity: 'error',
    sentence: 'The disclaimer at the opening of “{chapter}” is not proved: {problem}',
    remedy:
      'Place the whole chapter disclaimer directly below the title, on one page with it; do not give the file out.',
  },
  'proof-disclaimer-tagged': {
    severity: 'error',
    sentence: '{notice} on {where} is not tagged as text that is read out: {problem}',
    remedy: 'Tag it as paragraphs or list items in a group of its own, without a text that stands in for it.',
  },
  'proof-disclaimer-visible': {
    severity: 'error',
    sentence: '{notice} on {where} is not proved to be visible: {problem}',
    remedy: 'Print it upright, unclipped and in no layer; do not give the file out.',
  },
  'proof-disclaimer-contrast': {
    severity: 'error',
    sentence: '{notice} on {where} is too pale: {problem}, expected at least 7:1',
    remedy: 'Print it in an opaque dark colour on white; do not give the file out.',
  },
  'proof-disclaimer-letters': {
    severity: 'error',
    sentence: '{notice} on {where} may show other letters than are read from it: {problem}',
    remedy:
      'Set it in one of the fonts that come with Caveat or are named in edition.yaml; do not give the file out.',
  },
  'proof-disclaimer-covered': {
    severity: 'error',
    sentence: '{notice} on {where} is not seen when the page is drawn: {problem}',
    remedy: 'Take away whatever lies on it or hides it; do not give the file out.',
  },
  'proof-disclaimer-copy': {
    severity: 'error',
    sentence:
      '{notice} on {where} would not survive a copier that knows only black and white: {problem} is lost',
    remedy: 'Print it and the line around it in black on white.',
  },
  'proof-heading-missing': {
    severity: 'error',
    sentence: 'Heading “{heading}” of “{chapter}” is not found as a heading ({source}), expected on {where}',
    remedy: 'See that the template prints each heading of the source as a heading, in order.',
  },
  'proof-text-lost': {
    severity: 'error',
    sentence: 'Text of “{chapter}” is lost or changed: “{excerpt}” ({source}), expected on {where}',
    remedy: 'See what becomes of this block on its way to the file; no text of the source may vanish.',
  },
  'proof-address': {
    severity: 'error',
    sentence:
      'The address {address} of a link on {where}, in “{chapter}”, is not printed behind it ({source})',
    remedy: 'Print the address behind the words or the picture of the link: on paper nobody can touch it.',
  },
  'proof-words': {
    severity: 'error',
    sentence: '“{found}” on {where}, in {chapter}, is “{expected}” in the source ({source})',
    remedy:
      'See what becomes of the spaces of this block on its way to the file: words that are apart must stay apart, and a word or a number must stay whole.',
  },
  'proof-list-number': {
    severity: 'error',
    sentence:
      'List item “{excerpt}” of “{chapter}” shows {shown}, expected {expected} ({source}), on {where}',
    remedy: 'Keep the numbers of the source: readers are told to look up items by number.',
  },
  'proof-list-style': {
    severity: 'error',
    sentence: 'Numbered lists of {where} may lose their numbers by {cause}',
    remedy: 'Leave the numbers of lists as readers show them.',
  },
  'proof-label': {
    severity: 'error',
    sentence: 'The contents say “{excerpt}” in {where}, which stands nowhere in the edition',
    remedy: 'Name each part in the contents by its title or heading.',
  },
  'proof-formula': {
    severity: 'error',
    sentence:
      'The formula “{alt}” of “{chapter}”, which begins on {where}, is not found as a formula with these words',
    remedy: 'Tag it as Formula with Alt in a PDF, and keep it MathML with alttext in an e-book.',
  },
  'proof-picture': {
    severity: 'error',
    sentence: 'The picture {picture} of “{chapter}” ({source}) {problem}: {where}',
    remedy:
      'Build the file again: each picture of the source stands in it once, in its place and with its words.',
  },
  'proof-picture-added': {
    severity: 'error',
    sentence: 'Unexpected {picture} at {where}, in {chapter}: the source has none there',
    remedy: 'Take it out, or add it to the source.',
  },
  'proof-table': {
    severity: 'error',
    sentence: 'A table of “{chapter}” ({source}) is not as in the source: {problem}; {where}',
    remedy: 'Build the file again: each cell stands in its row and column, below its own headings.',
  },
  'proof-metadata': {
    severity: 'error',
    sentence: 'Unexpected {what} “{found}” at {where}, expected {expected}',
    remedy: 'Build the e-book again: what it says of itself is what edition.yaml and the titles say.',
  },
  'proof-entry': {
    severity: 'error',
    sentence: 'The contents say “{found}” at {where} for a place that is called “{expected}”',
    remedy: 'Name each part in the contents by its own title or heading, in reading order.',
  },
  'proof-link-dangling': {
    severity: 'error',
    sentence: 'Link on {where} leads nowhere: {target}',
    remedy: 'Let the link lead to a place in this file or to an address on the web.',
  },
  'proof-link-target': {
    severity: 'error',
    sentence: 'Link on {where} leads to {target}, to which no link of the source leads',
    remedy: 'Compare it with the addresses of the source letter for letter, and do not give the file out.',
  },
  'proof-font-not-embedded': {
    severity: 'error',
    sentence: 'Font {font}, first used on {where}, is not embedded',
    remedy: 'Use the fonts that come with Caveat only: another machine would print other letters, or none.',
  },
  'proof-page-number': {
    severity: 'error',
    sentence: 'The link “{text}” on {where} prints a wrong page: it leads to page {expected}',
    remedy:
      'Print the number of the page that the link leads to, and label the pages with their printed numbers.',
  },
  'proof-contents-page': {
    severity: 'error',
    sentence: 'The contents do not say that “{title}” is on page {expected}: {found}',
    remedy: 'List every segment in the contents, with the number that is printed on the page of its heading.',
  },
  'proof-shrunk': {
    severity: 'error',
    sentence:
      '{pages} shrunk to {percent} % by the browser: “{excerpt}” on {where} is wider than the room for text',
    remedy:
      'Make it narrower: fewer columns or shorter words in the table, or a break in the long word or formula.',
  },
  'proof-body-size': {
    severity: 'error',
    sentence: 'Most of the text is {found} pt, first on {where}, expected at least {floor} pt',
    remedy: 'Set the size of the text in the style sheet of this edition: its readers need it.',
  },
  'proof-type-size': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} is {found} pt, expected at least {floor} pt everywhere',
    remedy: 'Set it larger in the style sheet of this edition; draw the letters of a picture larger.',
  },
  'proof-disclaimer-size': {
    severity: 'error',
    sentence: 'The disclaimer “{excerpt}” on {where} is {found} pt, smaller than the text of {floor} pt',
    remedy: 'Set the disclaimer at least as large as the text around it.',
  },
  'proof-italics': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} is slanted ({font}), expected upright letters in large print',
    remedy: 'Set emphasis in bold or underline it.',
  },
  'proof-measure': {
    severity: 'error',
    sentence:
      'Lines are {found} characters long on average, expected at most {limit}; one of {most} is on {where}',
    remedy: 'Widen the margins or the type: after a long line the eye loses the next one.',
  },
  'proof-line-length': {
    severity: 'error',
    sentence: 'The line “{excerpt}” on {where} has {found} characters, expected at most {limit}',
    remedy: 'Widen the margins or the type: after a long line the eye loses the next one.',
  },
  'proof-margin': {
    severity: 'error',
    sentence:
      '“{excerpt}” on {where} stands {found} mm from the {edge} edge of the page, expected at least {floor} mm',
    remedy: 'Widen the margin, or make what reaches into it narrower: it would be bound in or cut off.',
  },
  'proof-running-line': {
    severity: 'error',
    sentence: 'The running line on {where} is not proved: {problem}',
    remedy: 'Print running line, page number and version in the page margin, outside the tagged text.',
  },
  'proof-outdated': {
    severity: 'error',
    sentence: '“{stamp}” is missing on {where}, although the edition was to be checked again by {reviewBy}',
    remedy: 'Do not give the file out: check the facts again, or build it again with --allow-outdated.',
  },
  'proof-imposition': {
    severity: 'error',
    sentence: 'The sheets of the booklet are not proved: {problem}',
    remedy: 'Do not print it: folded, it would be out of order or cut off. Build the booklet again.',
  },
  'proof-plain': {
    severity: 'error',
    sentence: 'Readers may see something else of the file than what is proved ({where}): {problem}',
    remedy: 'Build the file again; an edition is pages and nothing else.',
  },
  'proof-read-aloud': {
    severity: 'error',
    sentence: '“{said}” is read out on {where}, where “{drawn}” is seen',
    remedy: 'Take the text that stands for it out; only pictures and formulas are read out by other words.',
  },
  'proof-text-visible': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} is not seen as it should be: {problem}',
    remedy: 'Print all text in black or another dark colour, opaque and in no pattern.',
  },
  'proof-text-covered': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} is not seen whole: {problem}',
    remedy: 'Take away what lies on it; nothing but thin dark rules may be drawn over text.',
  },
  'proof-text-letters': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} may show other letters than are read from it: {problem}',
    remedy:
      'Set it in one of the fonts that come with Caveat or are named in edition.yaml; do not give the file out.',
  },
  'proof-margin-text': {
    severity: 'error',
    sentence: '“{excerpt}” on {where} is printed beside the text, and is no line of the edition',
    remedy:
      'Take it out, or write it into the content: what is not tagged is never read out, and nobody proves it.',
  },
  'proof-tagged': {
    severity: 'error',
    sentence: 'The PDF is not tagged for assistive technology: {problem}',
    remedy: 'Print with tags: without them nothing in the file can be proved or read aloud in order.',
  },
  'proof-pdf-ua': {
    severity: 'error',
    sentence: 'PDF/UA-1 is broken at {where}: {problem} (ISO 14289-1, {clause})',
    remedy: '{remedy}',
  },
  'proof-language': {
    severity: 'error',
    sentence: 'Unexpected language {found} on {where}, expected {expected}',
    remedy: 'Set the language of edition.yaml on the document.',
  },
  'proof-markup': {
    severity: 'error',
    sentence: 'Unexpected {found} at {where}: readers may show another text there than is proved',
    remedy: 'Build the e-book again; its markup is plain, so that every reader shows all of it in order.',
  },
  'proof-spine': {
    severity: 'error',
    sentence: 'The reading order of the e-book is not proved: {problem}',
    remedy: 'List the file once in the manifest and once in the spine, linear, in the order of edition.yaml.',
  },
  'proof-navigation': {
    severity: 'error',
    sentence: 'The contents in {where} have no entry for “{chapter}”',
    remedy: 'Link every segment from nav.xhtml and toc.ncx.',
  },
  'proof-mimetype': {
    severity: 'error',
    sentence: 'Unexpected start of the zip, expected the entry mimetype: stored, without an extra field',
    remedy: 'Pack mimetype first and uncompressed: readers know an e-book by its first bytes.',
  },
  'proof-file-name': {
    severity: 'error',
    sentence: 'Unexpected file name {name} in the e-book, expected letters a-z, digits, . _ - and /',
    remedy: 'Rename the file: some shops refuse the whole book for it.',
  },
  'proof-xml-declaration': {
    severity: 'error',
    sentence: 'No XML declaration with the encoding at the start of {where}',
    remedy: 'Begin the file with <?xml version="1.0" encoding="utf-8"?>: else Kindle garbles its letters.',
  },
  'proof-body-id': {
    severity: 'error',
    sentence: 'Unexpected id on the body of {where}',
    remedy: 'Put the id on an element in the body: Kindle does not find the body.',
  },
  'proof-picture-source': {
    severity: 'error',
    sentence: 'A picture without a source in {where}',
    remedy: 'Give every img its src: Kindle refuses the whole book.',
  },
  'proof-contents-deep': {
    severity: 'error',
    sentence: 'The contents in {where} are {depth} levels deep, expected at most {deepest}',
    remedy: 'Leave deeper headings out of toc.ncx: Kindle drops them.',
  },
  'proof-style': {
    severity: 'error',
    sentence: 'Unexpected style in {where}: {found}',
    remedy:
      'Write plain CSS 2.1 into style.css, without functions, at-rules, colours and backgrounds: old readers refuse it, dark modes hide the text.',
  },
  'proof-notice-border': {
    severity: 'error',
    sentence: 'The disclaimer in {where} has no border of its own that every reader shows',
    remedy: 'Give it `border: 1px solid` in style.css, without a colour, and let no other rule change it.',
  },
  'proof-glyph': {
    severity: 'error',
    sentence: 'Character {code} in {where}, which fonts of e-readers lack',
    remedy: 'Say it in words, or take the character out.',
  },
  'proof-table-wide': {
    severity: 'error',
    sentence: 'The table at {where} is wider than a telephone, which cuts it off',
    remedy: 'Build the e-book again from the content: such a table becomes a list of its rows.',
  },
  'proof-file-large': {
    severity: 'error',
    sentence: '{where} has {kilobytes} KB, expected at most {most} KB',
    remedy:
      'Split a segment into two: old readers do not open a larger file. Of the contents, divide the edition into volumes.',
  },
  'contents-shortened': {
    severity: 'info',
    sentence:
      'The contents page of the e-book names the segments only: with their headings it would be too large',
    remedy:
      'Nothing need be done: e-readers list the headings beside the text. Or divide the edition into volumes.',
  },
  'page-list-left-out': {
    severity: 'warning',
    sentence: 'The e-book has no page numbers of the book: {problem}',
    remedy:
      'Give the e-book out as it is: it is whole but for these numbers. Or divide the edition into volumes, so that each has fewer pages.',
  },
  'proof-note': {
    severity: 'error',
    sentence: 'The notes of {where} do not pop up: {problem}',
    remedy: 'Mark call and note with epub:type and role, and link them to each other.',
  },
  'proof-page-list': {
    severity: 'error',
    sentence: 'The page numbers of the e-book are not proved: {problem}',
    remedy:
      'Give both files of one build. In a build, change a few words of the paragraph that begins or ends this page, or leave the page numbers out: `--only ebook` builds an e-book without them.',
  },
  'request-refused': {
    severity: 'error',
    sentence: 'Unexpected request for {url}, expected only files of the edition',
    remedy:
      'Put the file into the content folder and name it by its relative path, or take out what asks for it.',
  },
  'asset-missing': {
    severity: 'error',
    sentence: 'Missing file {path}, asked for by the page while it was printed',
    remedy: 'Add the file to the edition, or take out what names it.',
  },
  'pages-do-not-settle': {
    severity: 'error',
    sentence: 'Page numbers still move after {passes} passes: {ids}',
    remedy:
      'Keep the room that a quoted page number takes the same for every number: fixed width, tabular figures.',
  },
  'page-of-id-unknown': {
    severity: 'error',
    sentence: 'Missing element with id `{id}`, whose page number is quoted',
    remedy: 'Give the element this id and link to it: the page of an id without a link is not known.',
  },
  'html-nested': {
    severity: 'error',
    sentence: 'Unexpected <{inner}> inside <{outer}>, expected text only',
    remedy: 'Close <{outer}> before an empty line, or take it out: e-readers refuse such a file.',
  },
  'html-dropped': {
    severity: 'warning',
    sentence: 'Dropped {what}',
    remedy: 'Say it in Markdown, or take it out: it is not in any edition.',
  },
  'formula-changed': {
    severity: 'error',
    sentence: 'Dropped {what}: the formula around it would say something else',
    remedy:
      'Write formulas with mrow, mi, mn, mo, mtext, mfrac, msub, msup, msqrt and the other elements of MathML Core.',
  },
  'formula-shape': {
    severity: 'error',
    sentence: 'Unexpected {found} in <{element}> of a formula, expected {expected}',
    remedy: 'Group what belongs together in <mrow>, and put text into <mi>, <mn>, <mo> or <mtext>.',
  },
  'formula-alt-missing': {
    severity: 'error',
    sentence: 'The formula “{text}” has no words for readers who cannot see it',
    remedy: 'Read it out in an attribute: <math alttext="weight divided by two">.',
  },
  'formula-flat': {
    severity: 'warning',
    sentence: 'E-readers that do not know formulas show “{alt}” as “{text}”',
    remedy:
      'Write a slash for a fraction, or say the same in words beside the formula, if this could be taken for something else.',
  },
  'drawing-alt-missing': {
    severity: 'error',
    sentence: 'A drawing has no words for readers who cannot see it',
    remedy:
      'Say what it shows: <svg aria-label="a scale from 0 to 10">, or <title> in it; if it says nothing, <svg aria-hidden="true">.',
  },
  'drawing-decorative': {
    severity: 'error',
    sentence: 'A drawing is said to be decorative, and yet shows “{alt}”',
    remedy: 'Take the words out if the drawing says nothing, or take aria-hidden out.',
  },
  'drawing-size': {
    severity: 'error',
    sentence: 'A drawing has no size',
    remedy: 'Give it a viewBox, such as <svg viewBox="0 0 100 50">, or width and height in pixels.',
  },
  'html-mangled': {
    severity: 'error',
    sentence: 'HTML would {fate} the text “{excerpt}”',
    remedy:
      'Say it in Markdown, or close every HTML element that stands before it and see that it may stand there.',
  },
  'html-unbalanced': {
    severity: 'error',
    sentence: 'Unexpected {tag} without {other}',
    remedy: 'Close every element that is opened, and no other: what follows would be set in the wrong way.',
  },
  'html-comment': {
    severity: 'info',
    sentence: 'HTML comment, not printed',
    remedy: 'Nothing to do, if it was meant for the editors alone.',
  },
  'language-unknown': {
    severity: 'error',
    sentence: 'No words for the language {language}, expected one of: {languages}',
    remedy: 'Set `language` to one of these; Contents, Warning and the like are printed in it.',
  },
  'heading-top': {
    severity: 'error',
    sentence: 'Unexpected heading of level 1 “{text}”, expected level 2 or below',
    remedy: 'Begin the line with ## : the title in the front matter is the only heading of level 1.',
  },
  'heading-skip': {
    severity: 'error',
    sentence: 'Unexpected heading of level {found} “{text}”, expected level {expected} at most',
    remedy: 'Take hash signs away until no level is skipped.',
  },
  'heading-empty': {
    severity: 'error',
    sentence: 'Empty heading',
    remedy: 'Write the heading, or take the hash signs out.',
  },
  'container-empty': {
    severity: 'error',
    sentence: 'Empty container `{name}`',
    remedy: 'Write its text between `{name}` and `:::`, or take it out.',
  },
  'container-attribute': {
    severity: 'error',
    sentence: 'Unexpected attribute `{key}` of `{name}`, expected {expected} only',
    remedy: 'Take the attribute out.',
  },
  'container-rows': {
    severity: 'error',
    sentence: 'Unexpected number of rows “{rows}” of `{name}`, expected a whole number from 1 to {most}',
    remedy:
      'Write in braces behind the name how many rows the form has, such as rows=10; without it, there are eight.',
  },
  'container-unclosed': {
    severity: 'error',
    sentence: 'Container `{name}` has no end, and would take in all that follows',
    remedy: 'End it with a line of as many colons as it begins with.',
  },
  'container-stray': {
    severity: 'error',
    sentence: 'Unexpected line `{text}`, expected a container such as `:::warning`',
    remedy:
      'Write three colons and the name without a space, and give a container around another more colons.',
  },
  'container-label': {
    severity: 'error',
    sentence: 'Unexpected label of `{name}`, expected nothing after the name but an id',
    remedy: 'Take the brackets out and write their text as the first paragraph.',
  },
  'note-unused': {
    severity: 'error',
    sentence: 'Definition [{label}] is called nowhere and would be lost',
    remedy: 'Call it with [{label}] in the text, or take it out.',
  },
  'note-duplicate': {
    severity: 'error',
    sentence: 'Definition [{label}] stands twice; the second would be lost',
    remedy: 'Give one of the two another label.',
  },
  'note-missing': {
    severity: 'error',
    sentence: 'The call [{label}] has no note',
    remedy: 'Add a line `[{label}]: …` to the same segment.',
  },
  'link-broken': {
    severity: 'error',
    sentence: 'Link to {target} leads nowhere; {suggestion}',
    remedy: 'Write the slug of a segment, a hash sign and the id of a heading or container in it.',
  },
  'reference-missing': {
    severity: 'warning',
    sentence: '{text} has no definition, and is printed as it is written',
    remedy: 'Add a line `[label]: address` to the same segment, or put a backslash before the first bracket.',
  },
  'link-host': {
    severity: 'error',
    sentence: 'Link to {target}, which has no valid host',
    remedy: 'Write the whole address, such as https://example.org/page.',
  },
  'link-empty': {
    severity: 'error',
    sentence: 'Link to {target} without words',
    remedy: 'Write between the square brackets where the link leads.',
  },
  'list-number': {
    severity: 'error',
    sentence: 'Unexpected number {found} in a list, expected {expected}',
    remedy: 'Number the items one by one, or all alike; Markdown would print {expected} here.',
  },
  'table-cells': {
    severity: 'error',
    sentence: 'Row with {found} cells in a table of {expected} columns; “{excerpt}” would be lost',
    remedy:
      'Add a column to the header and its line of hyphens, or put a backslash before a bar that is text.',
  },
  'table-row': {
    severity: 'error',
    sentence: 'Row {row} of a table has cells for {found} columns, expected {expected} as in its first row',
    remedy:
      'Write every cell, an empty one as <td></td>, and the colspan and rowspan of what covers several: after one that is missing, all stand under the wrong head.',
  },
  'table-overlap': {
    severity: 'error',
    sentence: 'Two cells of a table cover row {row}, column {column}',
    remedy: 'Lower the colspan or rowspan of one of them.',
  },
  'table-columns': {
    severity: 'error',
    sentence: 'Table of {found} columns, expected at most {limit}',
    remedy: 'Make two tables of it, or a list: on paper so many columns are too narrow to read.',
  },
  'code-info': {
    severity: 'warning',
    sentence: '“{text}” beside the code fence is not printed',
    remedy: 'Say it in the text.',
  },
  'link-title': {
    severity: 'warning',
    sentence: 'The title “{title}” of the link is not printed',
    remedy: 'Say it in the text.',
  },
  'id-duplicate': {
    severity: 'error',
    sentence: 'The id {id} stands twice in the segment',
    remedy: 'Give one of the two another id.',
  },
  'id-unexpected': {
    severity: 'error',
    sentence: 'Unexpected id {id}, expected letters, digits, hyphens, dots and underscores only',
    remedy: 'Rename it: e-readers find no place by such an id.',
  },
  'language-tag': {
    severity: 'error',
    sentence: 'Unexpected language “{tag}” of <{element}>, expected a tag such as es or zh-Hans',
    remedy: 'Write the tag of the language (BCP 47): programs that read aloud choose their voice by it.',
  },
  'image-caption-inline': {
    severity: 'warning',
    sentence: 'The caption “{title}” of a picture inside a sentence is not printed',
    remedy: 'Put the picture in a paragraph of its own.',
  },
  'character-uncovered': {
    severity: 'error',
    sentence: 'No font has the character {character} ({code})',
    remedy:
      'Write it in words or with another character, or name a font that has it under `fonts` in edition.yaml: it would print as an empty box.',
  },
  'script-uncovered': {
    severity: 'error',
    sentence: 'No font has letters of the language {language}, such as {examples}',
    remedy: 'Put a font that has them into fonts/ of the content folder, and name it under `fonts` here.',
  },
  'booklet-folds': {
    severity: 'info',
    sentence:
      'The booklet has {sheets} sheets, too many to fold at once: they make {folds} folds of {sizes} sheets',
    remedy:
      'Print the sheets, part them there, and fold and staple each part alone; or have a printing shop bind them.',
  },
  'reading-level': {
    severity: 'error',
    sentence: '{name} reads at grade {grade}, expected {highest} or below',
    remedy:
      'Shorten sentences and choose shorter words; list names of medicines under `medicines` in edition.yaml.',
  },
  'reading-level-verbatim': {
    severity: 'warning',
    sentence: '{name} reads at grade {grade}, above {highest}; its words are kept as they were written',
    remedy:
      'Say it again in plainer words beside it, in a box of `key-points` for instance; without `verbatim: true` this is an error.',
  },
  'privacy-malformed': {
    severity: 'error',
    sentence: 'privacy.json cannot be read, so that readers’ names cannot be searched for',
    remedy: 'Get the file back as `caveat import` wrote it; do not take it away.',
  },
  'proof-privacy': {
    severity: 'error',
    sentence: 'Here stands {what} who commented on the source: “{excerpt}” on {where}',
    remedy:
      'Take it out. A reader’s words need a consent record, named by `consent` in their segment; names and addresses are never printed.',
  },
  'consent-void': {
    severity: 'error',
    sentence: 'The consent {id} is not for this text, whose SHA-256 is {found}',
    remedy: 'Restore the text that was agreed to, or ask again and write the new record.',
  },
  'consent-scope': {
    severity: 'error',
    sentence: 'The consent {id} covers {scope} only, and {kind} is to be built',
    remedy: 'Ask the reader, leave the segment out, or choose editions with --only.',
  },
  'import-refused': {
    severity: 'error',
    sentence: 'Nothing to import: {problem}',
    remedy:
      'Save the post’s page again from the browser, as a web page or as text, or export it from WordPress (Tools → Export).',
  },
  'import-skipped': {
    severity: 'error',
    sentence: 'A post of the export is not imported: {problem}',
    remedy: 'The other posts are written. Save the page of this one from the browser, and import that.',
  },
  'import-kept': {
    severity: 'warning',
    sentence: 'Changed since the last import, and kept; the new version is {fresh}',
    remedy: 'Compare the two, take over what you want, and delete the new version.',
  },
  'list-run-on': {
    severity: 'warning',
    sentence: 'The line that begins with {number} is not a list item, and runs on in the paragraph above it',
    remedy: 'Put an empty line before it to make a list, or move the number into the line above.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** The values that a rule's sentence and remedy ask for. */
export type Values<Id extends RuleId> = Record<
  Placeholders<(typeof rules)[Id]['sentence']> | Placeholders<(typeof rules)[Id]['remedy']>,
  string | number
>;

/** Where a message belongs: a file, and if known a point or a stretch in it. */
export interface Where {
  /** Path as the user knows it. */
  readonly file: string;
  /** Absent when the whole file is meant. */
  readonly place?: Point | Position | undefined;
}

/** Makes the message of a rule at a place. */
export function createMessage<Id extends RuleId>(id: Id, values: Values<Id>, where: Where): Message {
  const rule: Rule = rules[id];
  const message = new VFileMessage(fill(rule.sentence, values), {
    place: where.place,
    ruleId: id,
    source: 'caveat',
  });
  message.file = where.file;
  message.fatal = rule.severity === 'error' ? true : rule.severity === 'warning' ? false : undefined;
  message.note = fill(rule.remedy, values);
  return message;
}

/** Trouble with the machine, not with the content: exit status 2. The message says what to do. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}

/** Whether any of the messages refuses the edition. */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((message) => message.fatal === true);
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}
