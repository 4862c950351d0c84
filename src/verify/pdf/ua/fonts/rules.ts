/** The rules on fonts, as ISO 14289-1 has them in 7.21. */
import { type Rule, rule } from '../rule.ts';
import { findWrongCMaps, findWrongGlyphMaps, findWrongSystems } from './composite.ts';
import {
  findEncodingFaults,
  findMissingGlyphs,
  findMissingPrograms,
  findNotdef,
  findWidthFaults,
} from './drawn.ts';
import { findSubsetFaults } from './subsets.ts';
import { findUnknownCharacters, findWrongCharacters } from './unicode.ts';

const embed = 'Print with the fonts that come with Caveat, whole and unchanged.';

export const fontRules: readonly Rule[] = [
  rule('7.21.3.1', findWrongSystems, 'Give the font and its CMap the same character collection.'),
  rule('7.21.3.2', findWrongGlyphMaps, 'Set CIDToGIDMap to Identity or to a map from CIDs to glyphs.'),
  rule('7.21.3.3', findWrongCMaps, 'Use Identity-H, or embed the CMap.'),
  rule('7.21.4.1', findMissingPrograms, embed),
  rule('7.21.4.1', findMissingGlyphs, embed),
  rule(
    '7.21.4.2',
    findSubsetFaults,
    'Leave out CharSet and CIDSet, or let them list every glyph of the font file.',
  ),
  rule('7.21.5', findWidthFaults, 'State the widths that the font file has.'),
  rule('7.21.6', findEncodingFaults, 'Use a composite font with Identity-H.'),
  rule('7.21.7', findUnknownCharacters, 'Give the font a ToUnicode map for every code that is drawn.'),
  rule('7.21.7', findWrongCharacters, 'Map the code to the character that is meant.'),
  rule('7.21.8', findNotdef, 'Write the character in words, or add a font that has it.'),
];
