import assert from 'node:assert/strict';
import JSZip from 'jszip';

/** A file of the zip. */
export interface ZipEntry {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Whether to keep it as it is: `mimetype` must be, compressed pictures gain nothing. */
  readonly isStored?: boolean;
}

/** ISO 8601 in UTC, to the second, in the years that a zip can hold (APPNOTE 6.3.10, section 4.4.6). */
const date = /^(?:19[89]\d|20\d\d)-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/**
 * Makes a zip of the entries alone, in their order: no folders, no extra fields, all of one date.
 *
 * JSZip writes the UTC fields of a date, so the time zone does not show, and deflates with its own code,
 * so the version of Node does not show.
 */
export function createZip(entries: readonly ZipEntry[], isoDate: string): JSZip {
  assert(
    date.test(isoDate),
    `Unexpected date ${isoDate} of the e-book, expected yyyy-mm-ddThh:mm:ssZ from 1980 on`,
  );
  const zip = new JSZip();
  for (const entry of entries) {
    zip.file(entry.path, entry.content, {
      date: new Date(isoDate),
      createFolders: false,
      compression: entry.isStored ? 'STORE' : 'DEFLATE',
    });
  }
  return zip;
}
