/** Reads finished EPUB files back, with other libraries than those that wrote them. */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { packEbook } from '../../src/ebook/index.ts';
import type { Ebook } from '../../src/model.ts';

/** An element with what is in it. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  /** All text inside, in order. */
  text: string;
}

/** Parses XML and fails when it is not well-formed. */
export function parseXml(text: string): Xml {
  const root: Xml = { name: '#document', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error));
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    for (const element of open) element.text += part;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root;
}

/** All descendants of a name, in document order. */
export function findAll(xml: Xml, name: string): readonly Xml[] {
  return xml.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The first descendant of a name. */
export function find(xml: Xml, name: string): Xml {
  const found = findAll(xml, name)[0];
  assert(found, `no ${name}`);
  return found;
}

/** One file in a zip, as its central directory has it (APPNOTE 6.3.10, section 4.3.12). */
export interface CentralEntry {
  readonly name: string;
  readonly method: number;
  /** MS-DOS date and time, as one number. */
  readonly dosTime: number;
  readonly extraBytes: number;
}

/** A zip's central directory. */
export function listEntries(bytes: Uint8Array): readonly CentralEntry[] {
  const data = Buffer.from(bytes);
  const end = data.lastIndexOf('PK\x05\x06');
  const entries: CentralEntry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameBytes = data.readUInt16LE(at + 28);
    const extraBytes = data.readUInt16LE(at + 30);
    const name = data.toString('utf8', at + 46, at + 46 + nameBytes);
    entries.push({
      name,
      method: data.readUInt16LE(at + 10),
      dosTime: data.readUInt32LE(at + 12),
      extraBytes,
    });
    at += 46 + nameBytes + extraBytes + data.readUInt16LE(at + 32);
  }
  return entries;
}

/** A packed e-book to ask questions of. */
export class PackedBook {
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.files = unzipSync(bytes);
  }

  /** Text of a file in the package folder. */
  text(name: string): string {
    const file = this.files[`OEBPS/${name}`];
    assert(file, `no OEBPS/${name}`);
    return strFromU8(file);
  }

  xml(name: string): Xml {
    return parseXml(this.text(name));
  }

  /** Texts of the `meta` elements with a property. */
  properties(name: string): readonly string[] {
    const metas = findAll(this.xml('content.opf'), 'meta');
    return metas.filter((meta) => meta.attributes.property === name).map((meta) => meta.text);
  }

  /** Texts of the package's elements of a name. */
  texts(name: string): readonly string[] {
    return findAll(this.xml('content.opf'), name).map((element) => element.text);
  }
}

/** Packs an e-book and opens it. */
export async function pack(ebook: Ebook): Promise<PackedBook> {
  return new PackedBook((await packEbook(ebook)).bytes);
}
