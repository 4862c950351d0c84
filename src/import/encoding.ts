/** Bytes → text: UTF-8, UTF-16, what the file itself names, else Windows-1252. */
import iconv from 'iconv-lite';

/** A file as text, or in words why it is none. */
export type Decoded = { readonly text: string; readonly encoding: string } | { readonly problem: string };

/** Decodes a saved post. Line ends become `\n`. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: 'it is empty' };
  const known = recogniseBinary(bytes);
  if (known !== undefined) return { problem: `it is ${known}, not text` };
  const encoding = recogniseEncoding(bytes);
  if (encoding === undefined) return { problem: 'it ends within a character: it is cut off' };
  const text = iconv.decode(Buffer.from(bytes), encoding).replace(/\r\n?|\u0085/g, '\n');
  const undecoded = encoding !== 'utf-8' && text.includes('\uFFFD');
  if (undecoded || strangeCharacters.test(text)) return { problem: 'it holds bytes that no text has' };
  if (text.trim() === '') return { problem: 'it is empty' };
  return { text, encoding };
}

/** Decodes the first bytes of a file, which may end within a character. */
export function decodeStart(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: 'it is empty' };
  const known = recogniseBinary(bytes);
  if (known !== undefined) return { problem: `it is ${known}, not text` };
  const encoding = encodingOf(bytes);
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding };
}

/** Encoding of a file by its first bytes, which may end within a character. */
export function encodingOf(bytes: Uint8Array): string {
  const lengths = [0, 1, 2, 3];
  const whole = lengths.map((cut) => bytes.subarray(0, bytes.length - cut)).find((it) => isUtf8(it));
  return recogniseEncoding(whole ?? bytes) ?? 'utf-8';
}

/** Control characters other than white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const strangeCharacters = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]/u;

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive, such as a word processor’s document'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old word processor’s document'],
  ['\u0089PNG', 'a picture'],
  ['\u00FF\u00D8\u00FF', 'a picture'],
  ['\u001F\u008B', 'a compressed archive'],
  ['{\\rtf', 'RTF'],
  ['MIME-Version:', 'a web archive (MHTML)'],
  ['From: <Saved by ', 'a web archive (MHTML)'],
];

function recogniseBinary(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([signature]) => start.startsWith(signature))?.[1];
}

/** Absent for UTF-8 that is cut off within its last character. */
function recogniseEncoding(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return bytes.length % 2 === 0 ? 'utf-16le' : undefined;
  if (a === 0xfe && b === 0xff) return bytes.length % 2 === 0 ? 'utf-16be' : undefined;
  const unmarked = recogniseUnmarked(bytes);
  if (unmarked !== undefined) return unmarked;
  if (isUtf8(bytes)) return 'utf-8';
  const cut = [1, 2, 3].some((count) => endsCut(bytes, count));
  if (cut) return undefined;
  return namedEncoding(bytes) ?? 'windows-1252';
}

/** UTF-16 without a mark: plain letters have a zero byte at their side. */
function recogniseUnmarked(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 400);
  const zeros = (odd: number) => sample.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (bytes.length % 2 !== 0 || sample.length < 4) return undefined;
  if (zeros(1) > sample.length / 4) return 'utf-16le';
  if (zeros(0) > sample.length / 4) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether all but the last bytes are UTF-8 with letters beyond ASCII, and those begin such a letter. */
function endsCut(bytes: Uint8Array, count: number): boolean {
  const lead = bytes[bytes.length - count] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  const rest = bytes.subarray(0, bytes.length - count);
  return length > count && isUtf8(rest) && rest.some((byte) => byte >= 0x80);
}

/** As an XML declaration or a `meta` element says. */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const name =
    /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ??
    /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(start)?.[1];
  if (name === undefined || /^utf-?(8|16)/i.test(name) || !iconv.encodingExists(name)) return undefined;
  return /^iso-?8859-?1$|^latin-?1$|^us-ascii$/i.test(name) ? 'windows-1252' : name.toLowerCase();
}
