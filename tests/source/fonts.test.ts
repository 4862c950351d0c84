import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import * as fontkit from 'fontkit';
import { faces } from '../../src/source/fonts.ts';
import { readTemplates } from '../../src/source/index.ts';

const templates = await readTemplates();
const require = createRequire(import.meta.url);
const css = templates.print.get('fonts.css') ?? '';

interface Rule {
  readonly family: string;
  readonly url: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const rules: readonly Rule[] = css
  .split(/(?=@font-face)/)
  .slice(1)
  .map((rule) => ({
    family: /font-family: '([^']+)'/.exec(rule)?.[1] ?? '',
    url: /url\(\.\.\/([^)]+)\)/.exec(rule)?.[1] ?? '',
    ranges: parseRanges((/unicode-range: ([^;]+)/.exec(rule)?.[1] ?? '').replaceAll('U+', '').split(/,\s*/)),
  }));

function parseRanges(parts: readonly string[]) {
  return parts.map((part) => {
    const [first = '', last = first] = part.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

const includes = (ranges: Rule['ranges'], code: number) =>
  ranges.some(([first, last]) => code >= first && code <= last);

test('the style sheet declares every bundled file once, and no other', () => {
  assert.ok(faces.length > 30);
  assert.deepEqual(rules.map(({ url }) => url).sort(), faces.map(({ url }) => url).sort());
});

test('every bundled file is there and is read', () => {
  for (const { url, module } of faces) {
    assert.ok(require.resolve(module));
    const bytes = templates.fonts.get(url)?.bytes ?? new Uint8Array();
    assert.equal(Buffer.from(bytes.subarray(0, 4)).toString('latin1'), 'wOF2', url);
  }
});

test('every character that is said to be covered is in a regular face of its family, within its unicode-range', () => {
  const regular = rules.filter(({ url }) => url.endsWith('-400-normal.woff2'));
  const fonts = regular.map((rule) => {
    const font = fontkit.create(Buffer.from(templates.fonts.get(rule.url)?.bytes ?? new Uint8Array()));
    return { ...rule, characters: new Set('characterSet' in font ? font.characterSet : []) };
  });
  assert.deepEqual(
    [...templates.coverage.keys()].sort(),
    [...new Set(rules.map(({ family }) => family))].sort(),
  );
  for (const [family, text] of templates.coverage) {
    const own = fonts.filter((font) => font.family === family);
    const missing: string[] = [];
    for (const [first, last] of parseRanges(text.split(' '))) {
      for (let code = first; code <= last; code++) {
        if (!own.some(({ ranges, characters }) => includes(ranges, code) && characters.has(code)))
          missing.push(code.toString(16));
      }
    }
    assert.deepEqual(missing, [], family);
  }
});
