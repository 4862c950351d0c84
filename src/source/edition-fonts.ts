/** The font files that `edition.yaml` names: bytes must be what the name says, and may be embedded. */
import { extname } from 'node:path';
import type { EditionFont, FontReference, Message } from '../model.ts';
import { createMessage, type Where } from '../rules.ts';
import type { Folder } from './folder.ts';
import { loadFontkit } from './fontkit.ts';
import type { MetadataResult } from './metadata.ts';

/** What became of the fonts, in the order of `edition.yaml`. */
export interface FontsResult {
  readonly fonts: readonly EditionFont[];
  readonly messages: readonly Message[];
}

interface Format {
  readonly name: string;
  readonly mediaType: EditionFont['mediaType'];
  /** First four bytes. */
  readonly signatures: readonly string[];
}

const formats: Readonly<Record<string, Format>> = {
  '.woff2': { name: 'WOFF 2', mediaType: 'font/woff2', signatures: ['wOF2'] },
  '.woff': { name: 'WOFF', mediaType: 'font/woff', signatures: ['wOFF'] },
  '.ttf': { name: 'TrueType', mediaType: 'font/ttf', signatures: ['\0\x01\0\0', 'true'] },
  '.otf': { name: 'OpenType', mediaType: 'font/otf', signatures: ['OTTO'] },
};

/** Reads every font that is named. */
export async function readFonts(
  folder: Folder,
  { metadata, placeOf, file }: MetadataResult,
): Promise<FontsResult> {
  const readings = await Promise.all(
    (metadata?.fonts ?? []).map((font, index) =>
      readFont(folder, font, { file, place: placeOf(`fonts.${index}.file`) }),
    ),
  );
  return {
    fonts: readings.flatMap(({ font }) => font ?? []),
    messages: readings.flatMap(({ messages }) => messages),
  };
}

async function readFont(
  folder: Folder,
  reference: FontReference,
  where: Where,
): Promise<{ readonly font?: EditionFont; readonly messages: readonly Message[] }> {
  const reading = await folder.readBytes(reference.file);
  if ('message' in reading) return { messages: [reading.message] };
  const bytes = reading.content;
  const format = formats[extname(reference.file)];
  const signature = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const look = format?.signatures.includes(signature) ? lookInside(bytes) : undefined;
  if (!format || !look) {
    const values = { file: reference.file, found: describe(signature), expected: format?.name ?? 'a font' };
    return { messages: [createMessage('font-type', values, where)] };
  }
  const messages = look.isRestricted
    ? [createMessage('font-restricted', { file: reference.file }, where)]
    : [];
  return { font: { ...reference, mediaType: format.mediaType, bytes, coverage: look.coverage }, messages };
}

function describe(signature: string): string {
  const found = Object.values(formats).find(({ signatures }) => signatures.includes(signature));
  if (found) return `a damaged or misnamed ${found.name} font`;
  return signature === 'ttcf' ? 'a collection of fonts' : 'no known font';
}

/** Characters, and whether the font forbids that parts of it are embedded (OpenType 1.9, OS/2, `fsType`). */
function lookInside(bytes: Uint8Array): { coverage: string; isRestricted: boolean } | undefined {
  try {
    const font = loadFontkit().create(Buffer.from(bytes));
    if (!('characterSet' in font)) return undefined;
    const { noEmbedding, noSubsetting, bitmapOnly } = font['OS/2']?.fsType ?? {};
    const isRestricted = noEmbedding === true || noSubsetting === true || bitmapOnly === true;
    return { coverage: writeRanges(font.characterSet), isRestricted };
  } catch {
    return undefined;
  }
}

function writeRanges(characters: readonly number[]): string {
  const sorted = [...new Set(characters)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of sorted) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges
    .map(([first, last]) =>
      first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`,
    )
    .join(' ');
}
