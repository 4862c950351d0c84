/** The checks on one artifact, by its format. */
import type { Artifact } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { BookPages } from './book-pages.ts';
import { expectedSegments } from './checks/segments.ts';
import { verifyEpub } from './epub/verify.ts';
import { type Findings, fail } from './findings.ts';
import type { Looker } from './pdf/notice/look.ts';
import { lookInPlace } from './pdf/notice/sight.ts';
import { verifyPdf } from './pdf/verify.ts';
import type { SourceEdition } from './source.ts';

/**
 * Applies every check; what is wrong with the file becomes a message, never an exception.
 * @param books those that an e-book may be held against
 * @param look may do its work elsewhere
 */
export async function examine(
  artifact: Artifact,
  edition: SourceEdition,
  books: readonly BookPages[] = [],
  look: Looker = lookInPlace,
): Promise<Findings> {
  if (expectedSegments(artifact, edition).length === 0) return strange(artifact, edition);
  if (artifact.mediaType === 'application/epub+zip') return verifyEpub(artifact, edition, books);
  return verifyPdf(artifact, edition, look);
}

/** With no segment to look for, every check would hold. */
function strange({ path, chapter }: Artifact, { metadata }: SourceEdition): Findings {
  const problem = `it has no segment ${chapter ?? ''}`.trim();
  return fail(
    'readable',
    problem,
    createMessage('artifact-unrecognised', { edition: metadata.title, problem }, { file: path }),
  );
}
