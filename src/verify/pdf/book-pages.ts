/** The pages of a book with their first words. */

import type { BookPages } from '../book-pages.ts';
import { openTranscript } from '../transcript.ts';
import type { TextById } from './marked-text.ts';
import { asStream } from './objects.ts';
import type { PdfFile } from './open.ts';
import { isRepetition, type StructureNode, writeStructure } from './structure.ts';
import { dublinCore, readXmp } from './ua/xmp.ts';

/** Texts of the blocks of a page, folded, without what is repeated from the page before. @param texts of all pages */
export function readBlocks(tree: StructureNode, texts: TextById, page: number): readonly string[] {
  const scribe = openTranscript();
  writeStructure(alone(tree, texts), texts, page, scribe);
  const { text, passages } = scribe.finish();
  return passages.map(({ start, end }) => text.slice(start, end)).filter((block) => block !== '');
}

/** What cells of the page before have on this page begins it. */
function alone({ rest: _, again: _again, ...node }: StructureNode, texts: TextById): StructureNode {
  const children = node.children?.filter((child) => !isRepetition(child, texts));
  return children ? { ...node, children: children.map((child) => alone(child, texts)) } : node;
}

/** What the contents stand between. */
export interface Surroundings {
  /** Last page of the full disclaimer, from 1; undefined when it was not found. */
  readonly disclaimer: number | undefined;
  /** First page of the first segment. */
  readonly body: number | undefined;
}

/** Gathers the pages behind the cover. */
export function gatherPages(
  file: PdfFile,
  labels: readonly string[],
  blocks: readonly (readonly string[])[],
  { disclaimer = 0, body = 0 }: Surroundings,
): BookPages {
  const pages = blocks.map((texts, index) => ({
    label: labels[index] ?? '',
    blocks: texts,
    isContents: texts.length > 0 && index + 1 > disclaimer && index + 1 < body,
  }));
  return { identifier: readIdentifier(file), pages: pages.slice(1) };
}

function readIdentifier({ catalog, resolve }: PdfFile): string {
  const xmp = readXmp(asStream(resolve(catalog.get('Metadata'))));
  if (typeof xmp === 'string') return '';
  const found = xmp.find(({ namespace, name }) => namespace === dublinCore && name === 'identifier');
  return found?.value.trim() ?? '';
}
