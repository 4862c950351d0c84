import type { PackageWords, SpineFile } from '../model.ts';
import { own } from './manifest.ts';

/** A place that reading systems offer to jump to. */
export interface Landmark {
  /** `epub:type` in the landmarks (EPUB Structural Semantics Vocabulary). */
  readonly type: 'cover' | 'toc' | 'bodymatter';
  /** Type in the EPUB 2 guide: Kindle opens at `text`, and freezes in places without a guide. */
  readonly guideType: 'cover' | 'toc' | 'text';
  readonly title: string;
  readonly href: string;
}

/** File names of the spine: cover, title page, disclaimer, contents, then the segments. */
export function orderFiles(spine: readonly SpineFile[]): readonly string[] {
  const names = spine.map((file) => file.fileName);
  const front = spine.findLastIndex((file) => file.part === 'titlepage' || file.part === 'disclaimer') + 1;
  return [own.cover, ...names.slice(0, front), own.nav, ...names.slice(front)];
}

/** Cover, contents and first chapter; without chapters, the first segment. */
export function listLandmarks(spine: readonly SpineFile[], words: PackageWords): readonly Landmark[] {
  const segments = spine.filter((file) => file.part !== 'titlepage' && file.part !== 'disclaimer');
  const start = segments.find((file) => file.part === 'chapter') ?? segments[0];
  const landmarks: Landmark[] = [
    { type: 'cover', guideType: 'cover', title: words.cover, href: own.cover },
    { type: 'toc', guideType: 'toc', title: words.contents, href: own.nav },
  ];
  if (start === undefined) return landmarks;
  return [...landmarks, { type: 'bodymatter', guideType: 'text', title: words.start, href: start.fileName }];
}
