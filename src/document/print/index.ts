/** Bodies → the documents that Chromium prints. */
import type { Body, Edition, PrintDocument, Templates } from '../../model.ts';
import { listFontAssets } from '../edition-fonts.ts';
import { wordsFor } from '../words.ts';
import { composeBook } from './book.ts';
import { composeBooklet } from './booklet.ts';
import { composeChapterHandout } from './chapter-handout.ts';
import type { Context } from './context.ts';
import { composeHandout } from './handout.ts';
import { composeLargePrint } from './large-print.ts';

/** Composes the print documents of the kinds wanted, the book first. */
export function composePrintDocuments(
  edition: Edition,
  bodies: readonly Body[],
  templates: Templates,
  kinds: ReadonlySet<string>,
): PrintDocument[] {
  const words = wordsFor(edition.metadata.language);
  const pictures = [...edition.pictures.values()].map((picture) => [picture.path, picture] as const);
  const context: Context = {
    edition,
    bodies,
    templates,
    words,
    assets: [...templates.fonts, ...listFontAssets(edition.fonts), ...pictures],
  };
  const chapters = bodies.filter(({ segment }) => segment.kind === 'chapter');
  return [
    ...(kinds.has('book') ? [composeBook(context)] : []),
    ...(kinds.has('handout') ? [composeHandout(context)] : []),
    ...(kinds.has('large-print') ? [composeLargePrint(context)] : []),
    ...(kinds.has('booklet') ? [composeBooklet(context)] : []),
    ...(kinds.has('chapter-handout') ? chapters.map((body) => composeChapterHandout(context, body)) : []),
  ];
}
