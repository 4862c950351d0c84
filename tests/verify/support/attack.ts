/** A sound handout whose disclaimer can be tampered with, in its bytes, as a later hand would. */
import assert from 'node:assert/strict';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import type { Artifact, ParsedEdition } from '../../../src/model.ts';
import type { PrintBrowser } from '../../../src/print/index.ts';
import { type Box, openPdf } from '../../../src/verify/pdf/open.ts';
import { readPdf } from '../../../src/verify/pdf/read.ts';
import { composeHtml } from './html.ts';
import { printHtml } from './pdf.ts';

/** The title of the chapter whose disclaimer is tampered with. */
export const chapter = 'Side effects';

/** The edition's handout with a frame around each disclaimer. @param style CSS of their boxes */
export async function printSound(
  browser: PrintBrowser,
  edition: ParsedEdition,
  style = 'border: 1px solid; padding: 8pt',
): Promise<Artifact> {
  const css = `.notice { ${style} }</style>`;
  const html = composeHtml(edition, 'handout').replace('</style>', css);
  return printHtml(browser, html, 'handout', edition);
}

/** The page of the file on which the disclaimer, or other words, stand, and the numbers of its marked content. */
async function findText(bytes: Uint8Array, words?: RegExp) {
  const opened = await openPdf(bytes);
  assert.ok('document' in opened);
  const { transcript, layout } = readPdf(opened.document);
  const { passages } = transcript;
  const at = passages.findIndex(
    ({ level, raw }) => level === 1 && raw.replace(/\s+/g, ' ').endsWith(chapter),
  );
  // The disclaimer is behind the title and the label.
  const notice = words ? passages.find(({ raw }) => words.test(raw)) : passages[at + 2];
  assert.match(notice?.raw ?? '', words ?? /^General education/);
  const contents = notice?.sources.map((id) => Number(id.split('/')[1])) ?? [];
  const runs = layout[(notice?.page ?? 0) - 1]?.runs.filter(({ id }) => notice?.sources.includes(id)) ?? [];
  const box = {
    left: Math.min(...runs.map(({ left }) => left)),
    bottom: Math.min(...runs.map(({ bottom }) => bottom)),
    right: Math.max(...runs.map(({ right }) => right)),
    top: Math.max(...runs.map(({ top }) => top)),
  };
  return { page: notice?.page ?? 0, contents, box };
}

/** The page with the disclaimer, open for changes. */
export class Target {
  readonly pdf: PDFDocument;
  readonly page: PDFPage;
  /** Numbers of the marked content that holds the disclaimer. */
  readonly contents: readonly number[];
  /** Around its letters, in pt. */
  readonly box: Box;
  /** The page's content stream. */
  text: string;

  constructor(pdf: PDFDocument, page: PDFPage, contents: readonly number[], box: Box) {
    this.pdf = pdf;
    this.page = page;
    this.contents = contents;
    this.box = box;
    const stream = pdf.context.lookup(page.node.get(PDFName.of('Contents')));
    assert.ok(stream instanceof PDFRawStream);
    this.text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  }

  /** Replaces what must be there. */
  replace(from: string | RegExp, to: string): void {
    const changed = this.text.replace(from, to);
    assert.notEqual(changed, this.text, `nothing to replace: ${from}`);
    this.text = changed;
  }

  /** Changes each sequence of the disclaimer's marked content, with its `BDC` and `EMC`. */
  changeNotice(change: (sequence: string) => string): void {
    for (const number of this.contents) {
      const start = this.text.search(new RegExp(`/\\w+ <</MCID ${number} >>BDC`));
      assert.notEqual(start, -1);
      const end = this.#endOf(start);
      this.text = this.text.slice(0, start) + change(this.text.slice(start, end)) + this.text.slice(end);
    }
  }

  /** Sets the disclaimer in another size, its letters as far apart as that size sets them. */
  resizeNotice(size: number): void {
    this.changeNotice((sequence) => {
      const [, old = ''] = /([\d.]+) Tf/.exec(sequence) ?? [];
      return sequence
        .replace(/[\d.]+ Tf/g, `${size} Tf`)
        .replace(/([\d.]+) 0 Td/g, (_, x: string) => `${(Number(x) * size) / Number(old)} 0 Td`);
    });
  }

  /** Lets two pieces of the disclaimer's marked content change numbers: they are read out in each other's place. */
  exchange(one: number, other: number): void {
    const [a, b] = [this.contents[one], this.contents[other]];
    this.replace(`MCID ${a} >>`, 'MCID kept >>');
    this.replace(`MCID ${b} >>`, `MCID ${a} >>`);
    this.replace('MCID kept >>', `MCID ${b} >>`);
  }

  /** Writes operators before the disclaimer's text, inside its marked content; they end with it. */
  before(operators: string): void {
    this.changeNotice((sequence) =>
      sequence.replace('BDC', `BDC\nq\n${operators}`).replace(/EMC$/, 'Q\nEMC'),
    );
  }

  /** `re` operators for stripes over the disclaimer, from the bottom up: each of a height, so far apart. */
  stripes(height = Number.POSITIVE_INFINITY, step = height): string {
    const { left, bottom, right, top } = this.box;
    const rows: string[] = [];
    for (let y = bottom; y < top; y += step)
      rows.push(`${left} ${y} ${right - left} ${Math.min(height, top - y)} re`);
    return rows.join('\n');
  }

  /** Paints behind all else on the page, in default user space. */
  after(operators: string): void {
    this.text = `q\n${this.text}\nQ\n/Artifact BMC\n${operators}\nEMC\n`;
  }

  /** Enters a resource of the page. */
  addResource(kind: string, name: string, value: PDFObject): void {
    const resources = this.page.node.lookup(PDFName.of('Resources'), PDFDict);
    const known = resources.lookupMaybe(PDFName.of(kind), PDFDict) ?? this.pdf.context.obj({});
    known.set(PDFName.of(name), value);
    resources.set(PDFName.of(kind), known);
  }

  /** The structure elements that hold the disclaimer's content, each with its parent. */
  elements(): PDFDict[] {
    return this.pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFDict) || object.get(PDFName.of('Pg')) !== this.page.ref) return [];
      const kids = this.pdf.context.lookup(object.get(PDFName.of('K')));
      const list = kids instanceof PDFArray ? kids.asArray() : [kids];
      const holds = list.some((kid) => this.contents.includes(Number(String(kid))));
      return holds ? [object] : [];
    });
  }

  async save(): Promise<Uint8Array> {
    const stream = this.pdf.context.stream(Buffer.from(this.text, 'latin1'));
    this.page.node.set(PDFName.of('Contents'), this.pdf.context.register(stream));
    return this.pdf.save();
  }

  #endOf(start: number): number {
    let depth = 0;
    for (const { 0: word, index } of this.text.slice(start).matchAll(/\b(?:BDC|BMC|EMC)\b/g)) {
      depth += word === 'EMC' ? -1 : 1;
      if (depth === 0) return start + index + word.length;
    }
    throw new TypeError('Marked content without an end');
  }
}

/** The file with the disclaimer of one chapter tampered with. @param words of another passage, in its place */
export async function tamper(
  sound: Artifact,
  work: (target: Target) => void | Promise<void>,
  words?: RegExp,
): Promise<Artifact> {
  const { page, contents, box } = await findText(sound.bytes, words);
  const pdf = await PDFDocument.load(sound.bytes, { updateMetadata: false });
  const target = new Target(pdf, pdf.getPage(page - 1), contents, box);
  await work(target);
  return { ...sound, bytes: await target.save() };
}
