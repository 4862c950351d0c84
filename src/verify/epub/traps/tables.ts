/**
 * Tables that a narrow screen cuts off: no e-reader scrolls sideways. Set as blocks, one below the other, cells have
 * the whole width.
 */
import { strFromU8 } from 'fflate';
import type { Message } from '../../../model.ts';
import { createMessage } from '../../../rules.ts';
import { tellElement } from '../place.ts';
import type { EpubFrame, InspectPage } from '../read.ts';
import { listCellTexts } from '../table.ts';
import { findAll, tokens, type XmlElement } from '../xml.ts';
import { readStyleSheet } from './css.ts';

/** Ems of 16 px on a screen of 360 px with margins of 30 px. */
const screen = 300 / 16;
/** Ems of a narrow letter, and of what stands between two columns: what is wider than this is cut off for certain. */
const narrow = { letter: 0.45, gap: 0.25 };

/** A message for each table whose longest words do not stand side by side on a telephone. */
export function seekWideTables(file: string, frame: EpubFrame): InspectPage {
  const stacked = findStackedClasses(frame);
  return ({ page: { path }, tree }) =>
    findAll(tree, 'table')
      .filter((table) => !tokens(table, 'class').some((name) => stacked.has(name)))
      .filter((table) => measureTable(table) > screen)
      .map(
        (table): Message => createMessage('proof-table-wide', { where: tellElement(path, table) }, { file }),
      );
}

/** Classes of tables whose cells some style sheet sets as blocks: `.records td { display: block }`. */
function findStackedClasses({ archive, package: book }: EpubFrame): ReadonlySet<string> {
  const sheets = book.items.filter(({ mediaType }) => mediaType === 'text/css');
  const rules = sheets.flatMap(({ path }) => {
    const bytes = archive.texts.get(path);
    return bytes ? readStyleSheet(strFromU8(bytes)).rules : [];
  });
  const names = rules
    .filter(({ declarations }) =>
      declarations.some((it) => it.property === 'display' && it.value === 'block'),
    )
    .flatMap(({ selectors }) => selectors.flatMap((selector) => /^\.([\w-]+) td$/.exec(selector)?.[1] ?? []));
  return new Set(names);
}

function measureTable(table: XmlElement): number {
  const rows = listCellTexts(table);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  const longest = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((cells) => measureWord(cells[column] ?? ''))),
  );
  return longest.reduce((sum, width) => sum + width + narrow.gap, 0);
}

/** Letters that are set without a space between words may part anywhere. */
function measureWord(text: string): number {
  const words = text.split(/[\s\u200b]+|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/u);
  return Math.max(0, ...words.map((word) => word.length)) * narrow.letter;
}
