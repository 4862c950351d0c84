/** Every code that is shown has a meaning in Unicode (ISO 14289-1, 7.21.7). */
import type { UaDocument } from '../document.ts';
import type { Look } from '../look.ts';
import type { Fault } from '../rule.ts';
import { orderingOf } from './cmap-names.ts';
import { encodingOf, isSymbolic } from './encoding.ts';
import type { FontUse } from './font-use.ts';
import { characterOf } from './latin.ts';
import { descendantOf } from './program.ts';

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(2, '0');
}

/** `ToUnicode`, or an encoding whose characters are known (Matterhorn 31-027). */
export function* findUnknownCharacters({ fonts, look }: UaDocument): Iterable<Fault> {
  for (const font of fonts) {
    const map = font.toUnicode;
    const other = createOtherWay(font, look);
    const code = font.shown.find((shown) => !map.has(shown) && !other(shown));
    if (code === undefined) continue;
    const name = look.name(font.dict, 'BaseFont') ?? 'without a name';
    yield {
      problem: `the code ${hex(code)} of the font ${name} has no meaning in Unicode`,
      where: font.whereOf(code),
    };
  }
}

/** Character collections whose Unicode values are public. */
const knownCollections = new Set(['GB1', 'CNS1', 'Japan1', 'Korea1']);

/** Whether a code is known without `ToUnicode`. */
function createOtherWay({ dict }: FontUse, look: Look): (code: number) => boolean {
  if (look.name(dict, 'Subtype') === 'Type0') {
    const info = look.dict(descendantOf(dict, look), 'CIDSystemInfo');
    const known =
      look.text(info, 'Registry') === 'Adobe' && knownCollections.has(look.text(info, 'Ordering') ?? '');
    const predefined = knownCollections.has(orderingOf(look.name(dict, 'Encoding') ?? '') ?? '');
    return () => known || predefined;
  }
  const symbolic = isSymbolic(dict, look);
  const names = encodingOf(dict, look, symbolic ? new Map() : undefined);
  return (code) => characterOf(names.get(code) ?? '') !== undefined;
}

/** Not U+0000, U+FEFF or U+FFFE, which mean nothing (Matterhorn 31-028 and 31-029). */
export function* findWrongCharacters({ fonts }: UaDocument): Iterable<Fault> {
  for (const font of fonts) {
    const map = font.toUnicode;
    const code = font.shown.find((shown) => /[\0\ufeff\ufffe]/.test(map.get(shown) ?? ''));
    if (code !== undefined)
      yield {
        problem: `the code ${hex(code)} is mapped to a character that means nothing`,
        where: font.whereOf(code),
      };
  }
}
