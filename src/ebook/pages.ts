/** The pages of the printed book, as the package lists them. */
import assert from 'node:assert/strict';
import type { PagePlace, SpineFile } from '../model.ts';
import type { Inspection } from './inspect.ts';
import { own } from './manifest.ts';
import { createHref } from './names.ts';

/** A page of the printed book. */
export interface Page {
  readonly label: string;
  readonly id: string;
  /** Relative to the package folder, percent-encoded. */
  readonly href: string;
  /** Whether the contents page has its marker. */
  readonly inContents: boolean;
  /** As the NCX sorts numbers: `front` are roman (ANSI/NISO Z39.86-2005, section 8.4.1). */
  readonly type: 'front' | 'normal';
}

/**
 * Lists the pages.
 * @throws {AssertionError} when a file lacks a marker
 */
export function createPages(
  places: readonly PagePlace[],
  spine: readonly SpineFile[],
  inspections: readonly Inspection[],
): readonly Page[] {
  const ids = new Map(spine.map(({ fileName }, index) => [fileName, inspections[index]?.ids]));
  return places.map(({ label, fileName, id }) => {
    assert(
      fileName === undefined || ids.get(fileName)?.has(id),
      `Unexpected page ${label}: no marker in ${fileName}`,
    );
    return {
      label,
      id,
      href: createHref(fileName ?? own.nav, id),
      inContents: fileName === undefined,
      type: /^\d+$/.test(label) ? 'normal' : 'front',
    };
  });
}
