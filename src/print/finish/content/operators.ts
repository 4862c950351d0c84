/** What each operator of a content stream does, as far as marking it matters (ISO 32000-1, annex A). */
import { packOperator } from './scanner.ts';

export type Action =
  | 'build-path'
  | 'end-path'
  | 'paint-path'
  | 'begin-text'
  | 'end-text'
  | 'move-text'
  | 'place-text'
  | 'show'
  | 'paint'
  | 'paint-object'
  | 'open-mark'
  | 'close-mark'
  | 'save'
  | 'restore'
  | 'transform';

const table: Record<Action, string> = {
  'build-path': 'm l c v y h re',
  'end-path': 'n',
  'paint-path': 'f F f* S s B B* b b*',
  'begin-text': 'BT',
  'end-text': 'ET',
  'move-text': 'Td TD',
  'place-text': 'Tm',
  show: `Tj TJ ' "`,
  paint: 'sh BI',
  'paint-object': 'Do',
  'open-mark': 'BMC BDC',
  'close-mark': 'EMC',
  save: 'q',
  restore: 'Q',
  transform: 'cm',
};

/** By packed operator. What is not here changes the state alone, and paints nothing. */
export const actions: ReadonlyMap<number, Action> = new Map(
  Object.entries(table).flatMap(([action, names]) =>
    names.split(' ').map((name) => [packOperator(name), action as Action]),
  ),
);
