/** Whether each entry of the contents names the place that it leads to, in reading order. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../rules.ts';
import { excerpt } from '../checks/describe.ts';
import { namesSegment } from '../checks/stretch.ts';
import { fold } from '../fold.ts';
import { openFurniture } from '../furniture.ts';
import { matchAt } from '../match.ts';
import type { SourceEdition, SourceSegment } from '../source.ts';
import type { Places } from './chapters.ts';
import type { Entry } from './navigation.ts';
import type { Anchor, XhtmlPage } from './page.ts';
import { resolveHref } from './paths.ts';
import { tellElement } from './place.ts';
import type { EpubReading } from './read.ts';

/** A message for the first entry of a contents that names another place, or stands in another. */
export function checkEntries(
  path: string,
  entries: readonly Entry[],
  reading: EpubReading,
  places: Places,
  edition: SourceEdition,
  file: string,
): Message[] {
  const segments = new Map(
    edition.segments.map((segment) => [places.get(segment.name)?.page, segment] as const),
  );
  const furniture = openFurniture(edition);
  let last = -1;
  for (const { label, href, element } of entries) {
    const target = resolveHref(href, path);
    const page = reading.pages.get(target?.path ?? '');
    if (!page) continue; // told as a link that leads nowhere
    const { anchor, index } = findAnchor(page, target?.fragment);
    const segment = segments.get(page);
    const isNamed = segment
      ? anchor !== undefined && namesAnchor(label, anchor, index, segment)
      : fold(label) === anchor?.text || furniture.explains(fold(label), 'numbers');
    const at = page.number * 1e6 + Math.max(index, 0);
    const expected = at < last ? 'what comes before' : nameTarget(page, index, segment);
    if (!isNamed || at < last) {
      const values = { found: excerpt(label), where: tellElement(path, element), expected };
      return [createMessage('proof-entry', values, { file })];
    }
    last = at;
  }
  return [];
}

function findAnchor(
  { anchors }: XhtmlPage,
  fragment: string | undefined,
): { readonly anchor: Anchor | undefined; readonly index: number } {
  const index = fragment === undefined ? 0 : anchors.findIndex(({ ids }) => ids.includes(fragment));
  return { anchor: anchors[index], index };
}

/** Signs of notes stand in the heading alone. */
function namesAnchor(
  label: string,
  { text }: Anchor,
  index: number,
  { title, blocks }: SourceSegment,
): boolean {
  const folded = fold(label);
  if (index === 0) return namesSegment(folded, title);
  if (folded === text) return true;
  return blocks.screen.body.some(
    ({ level, phrase }) =>
      level !== undefined &&
      matchAt(folded, phrase, 0).includes(folded.length) &&
      matchAt(text, phrase, 0).includes(text.length),
  );
}

function nameTarget(
  { headings, path }: XhtmlPage,
  index: number,
  segment: SourceSegment | undefined,
): string {
  const title = index <= 0 ? segment?.title : undefined;
  return excerpt(title ?? headings[index]?.text ?? path);
}
