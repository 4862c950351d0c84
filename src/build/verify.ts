/** The proof of files that are there already. */
import { checkElsewhere } from '../check/index.ts';
import type { Artifact, Message, ParsedEdition, Proof } from '../model.ts';
import { type BookPages, recogniseFile, verifyArtifact } from '../verify/index.ts';
import { readMarked } from './content.ts';

/** A finished file and what was found in it. */
export interface FileProof {
  readonly file: string;
  readonly artifact?: Artifact;
  readonly proof: readonly Proof[];
  readonly messages: readonly Message[];
}

/**
 * Proves finished files against the content that they should hold.
 * @param day today, `YYYY-MM-DD`: past `reviewBy`, every page must say so
 */
export async function verify(
  files: ReadonlyMap<string, Uint8Array>,
  content: string,
  day: string,
): Promise<{ readonly messages: readonly Message[]; readonly files: readonly FileProof[] }> {
  const { edition, messages } = await readMarked(content, { day, allowOutdated: true });
  if (!edition) return { messages, files: [] };
  const books: BookPages[] = [];
  const proofs = new Map<string, FileProof>();
  for (const [file, bytes] of sortBooksFirst(files))
    proofs.set(file, await verifyFile(file, bytes, edition, books));
  // A file may be made by hand, so the one rule on the approved text itself is applied here too.
  return {
    messages: [...messages, ...checkElsewhere({ edition })],
    files: [...files.keys()].flatMap((file) => proofs.get(file) ?? []),
  };
}

/** E-books are held against the books that are given with them. */
function sortBooksFirst(files: ReadonlyMap<string, Uint8Array>) {
  const isZip = (bytes: Uint8Array) => Number(bytes[0] === 0x50 && bytes[1] === 0x4b);
  return [...files].sort(([, a], [, b]) => isZip(a) - isZip(b));
}

/** @param books grows by the book that the file is */
async function verifyFile(
  file: string,
  bytes: Uint8Array,
  edition: ParsedEdition,
  books: BookPages[],
): Promise<FileProof> {
  const artifact = await recogniseFile(bytes, file, edition);
  if (!('bytes' in artifact)) return { file, proof: [], messages: [artifact] };
  const { proof, messages, book } = await verifyArtifact(artifact, edition, books);
  if (book) books.push(book);
  return { file, artifact, proof, messages };
}
