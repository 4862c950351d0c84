/** Unpacking an EPUB in memory. */
import { strFromU8, unzipSync } from 'fflate';

/** What is in the archive. */
export interface Archive {
  /** Names of all entries. */
  readonly names: ReadonlySet<string>;
  /** Bytes of the entries that are text: XHTML, OPF, NCX, CSS, mimetype. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/** Unpacked bytes, as the archive states them, above which it is refused. */
const sizeLimit = 1024 ** 3;
const textFile = /(\.(xhtml|html?|xml|opf|ncx|css|svg)|^mimetype)$/i;

/** Unpacks the texts of an archive. Pictures and fonts are only counted. Throws when it cannot. */
export function unpack(bytes: Uint8Array): Archive {
  const names = new Set<string>();
  let total = 0;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      refuseName(name, names);
      names.add(name);
      total += originalSize;
      if (total > sizeLimit) throw new Error('its entries are larger than 1 GB unpacked');
      return textFile.test(name);
    },
  });
  return { names, texts: new Map(Object.entries(entries)) };
}

function refuseName(name: string, names: ReadonlySet<string>): void {
  if (names.has(name)) throw new Error(`the entry ${name} is there twice`);
  const outside = name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\');
  if (outside || name.split('/').includes('..'))
    throw new Error(`the entry ${name} leads out of the archive`);
}

/** Whether the archive says that it is an EPUB. */
export function isEpub({ texts }: Archive): boolean {
  const mimetype = texts.get('mimetype');
  return mimetype !== undefined && strFromU8(mimetype) === 'application/epub+zip';
}

/** Unpacks one entry, a picture perhaps; undefined when it is not there. */
export function readEntry(bytes: Uint8Array, path: string): Uint8Array | undefined {
  return unzipSync(bytes, { filter: ({ name, originalSize }) => name === path && originalSize <= sizeLimit })[
    path
  ];
}
