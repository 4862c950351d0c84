/** A disclaimer is seen in the pixels of its page: nothing covers it, and a photocopy in black and white keeps it. */
import assert from 'node:assert/strict';
import { showContrast } from './colour.ts';
import { excerptOf } from './excerpt.ts';
import type { Look, Seen } from './look.ts';
import { type DrawnPage, openDrawing, unloadPdfium } from './pdfium.ts';
import { lookAt, type Renderings, type Sight, traceFrame } from './pixels.ts';

/** Share of the pixels that must be as they should. */
const enough = 0.95;
/** Share of each side of a frame: where it meets other lines, some of it may be missing. */
const enoughFrame = 0.9;

/**
 * Draws the places of disclaimers of a PDF, each page opened once, and looks at each of their letters.
 * @returns what was seen at each place, in their order
 */
export async function lookInPlace(bytes: Uint8Array, looks: readonly Look[]): Promise<readonly Seen[]> {
  const seen = new Map<Look, Seen>();
  if (looks.length === 0) return [];
  const drawing = await openDrawing(bytes);
  try {
    for (const page of new Set(looks.map((look) => look.page))) {
      const here = looks.filter((look) => look.page === page);
      const [first] = here;
      if (!first) continue;
      drawing?.usePage(page, first.corner, (drawn) => {
        for (const look of here) seen.set(look, lookAtNotice(drawn, look));
      });
    }
    drawing?.close();
  } catch (error) {
    unloadPdfium(); // after a fault it may draw anything
    throw error;
  }
  return looks.map((look) => seen.get(look) ?? unseen);
}

const unseen: Seen = { covered: 'PDFium cannot draw the page', glyphs: 0, contrast: 1 };

function lookAtNotice(page: DrawnPage, look: Look): Seen {
  const { strings, view } = look;
  if (!strings || [...strings].some(([content, count]) => page.countTexts(content) !== count))
    return { covered: 'other text is drawn with its letters', glyphs: 0, contrast: 1 };
  const isOwn = (content: number) => strings.has(content);
  const choices = [() => true, (content: number) => !isOwn(content), isOwn];
  return page.useDrawings(view, choices, ([whole, without, alone]) => {
    assert.ok(whole && without && alone, 'A drawing is missing');
    return judge(look, { view, whole, without, alone });
  });
}

function judge({ glyphs, frame }: Look, renderings: Renderings): Seen {
  const sights = new Map(glyphs.flatMap((it) => (it.box ? [[it, lookAt(renderings, it.box)] as const] : [])));
  const find = (isSo: (sight: Sight) => boolean) =>
    excerptOf(glyphs, (glyph) => {
      const sight = sights.get(glyph);
      return sight !== undefined && isSo(sight);
    });
  const contrast = Math.min(21, ...[...sights.values()].map((sight) => sight.contrast));
  const covered = find(({ core, shown }) => core === 0 || shown < enough);
  const pale = find(({ dark }) => dark < enough);
  const lost = find(({ black }) => black < enough);
  const isFramed = !frame || traceFrame(renderings, frame) >= enoughFrame;
  return {
    glyphs: sights.size,
    contrast,
    ...(covered !== undefined && {
      covered: `\u201c${covered}\u201d leaves no trace in the pixels of the page`,
    }),
    ...(pale !== undefined && { pale: `\u201c${pale}\u201d has a contrast of ${showContrast(contrast)}` }),
    ...(lost !== undefined && { lost: `\u201c${lost}\u201d` }),
    ...(lost === undefined && !isFramed && { lost: 'the line around its box' }),
  };
}
