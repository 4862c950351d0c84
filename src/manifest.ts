/** What stands in the output folder besides the editions: `report.html`, `manifest.json` and `SHA256SUMS`. */
import { createHash } from 'node:crypto';
import type { Artifact, Edition, Generator, SettledLayout, Verified } from './model.ts';
import { countSheets } from './sheets.ts';

/** Text files by name. */
export type Records = ReadonlyMap<string, string>;

/**
 * Composes the records of a build; artifacts in the order given.
 * @param report absent when none is wanted
 */
export function composeRecords(
  edition: Edition,
  verified: readonly Verified[],
  generator: Generator,
  report?: string,
): Records {
  const { id, slug, title, language, version, published } = edition.metadata;
  const artifacts = verified.map((artifact) => ({
    kind: artifact.kind,
    path: artifact.path,
    mediaType: artifact.mediaType,
    bytes: artifact.bytes.byteLength,
    sha256: hash(artifact.bytes),
    ...(artifact.pages !== undefined && { pages: artifact.pages }),
    ...recordSheets(artifact),
    ...(artifact.pageSize !== undefined && { paper: artifact.pageSize }),
    ...(artifact.chapter !== undefined && { chapter: artifact.chapter }),
    ...(artifact.layout && { layout: recordLayout(artifact.layout) }),
    proof: artifact.proof,
  }));
  const manifest = {
    edition: { id, slug, title, language, version, date: published, sha256: edition.sha256 },
    disclaimer: { sha256: edition.disclaimer.sha256 },
    artifacts,
    generator,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const records = new Map([['manifest.json', text]]);
  if (report !== undefined) records.set('report.html', report);
  const sums = [
    ...artifacts.map(({ sha256, path }) => ({ sha256, path })),
    ...[...records].map(([path, record]) => ({ sha256: hash(record), path })),
  ];
  return records.set('SHA256SUMS', sums.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
}

/** Read again by the next build, which then needs one pass less. */
function recordLayout({ of, numbers, blanks }: SettledLayout) {
  return { of, numbers: Object.fromEntries(numbers), blanks: [...blanks] };
}

/** Sheets printed on both sides; of those, how many are to be torn off. */
function recordSheets(artifact: Artifact) {
  const sheets = countSheets(artifact);
  if (!sheets) return {};
  return { sheets: sheets.all, ...(sheets.tearOff > 0 && { tearOffSheets: sheets.tearOff }) };
}

function hash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
