/** Real Arabic and Hebrew print, and what is wrong with it on purpose. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { composeBodies, composePrintDocuments, listFurniture } from '../../src/document/index.ts';
import type { ParsedEdition, PrintDocument } from '../../src/model.ts';
import { openBrowser, type PrintBrowser } from '../../src/print/index.ts';
import { readEdition, readTemplates } from '../../src/source/index.ts';
import { verifyArtifact } from '../../src/verify/index.ts';

let browser: PrintBrowser;
before(async () => {
  browser = await openBrowser({ note() {} });
});
after(() => browser.close());

const templates = await readTemplates();

async function readSample(language: string): Promise<{ edition: ParsedEdition; handout: PrintDocument }> {
  const folder = fileURLToPath(new URL(`../fixtures/languages/${language}/`, import.meta.url));
  const { edition: read } = await readEdition(folder);
  assert.ok(read);
  const edition = { ...read, furniture: listFurniture(read) };
  const { bodies } = composeBodies(edition);
  const [handout] = composePrintDocuments(edition, bodies, templates, new Set(['handout']));
  assert.ok(handout);
  return { edition, handout };
}

/** Ids of the rules that a handout breaks whose HTML was changed; what is replaced must be there. */
async function verifyChanged(
  { edition, handout }: { edition: ParsedEdition; handout: PrintDocument },
  from: string | RegExp,
  to: string,
): Promise<string[]> {
  const compose: PrintDocument['compose'] = (layout) => {
    const html = handout.compose(layout);
    const changed = html.replace(from, to);
    assert.notEqual(changed, html, `nothing to replace: ${from}`);
    return changed;
  };
  const { artifact } = await browser.print({ ...handout, compose });
  const { messages } = await verifyArtifact(artifact, edition);
  return [...new Set(messages.map(({ ruleId }) => ruleId ?? ''))];
}

interface Sample {
  /** Two words of a paragraph, to be printed the other way round. */
  readonly words: readonly [string, string];
  /** A word, and the same with two letters or a mark changed. */
  readonly spelling: readonly [string, string];
  /** A number of the text, and another. */
  readonly number: readonly [string, string];
}

const samples: Readonly<Record<string, Sample>> = {
  ar: {
    words: ['لا توقف أي دواء فجأة', 'لا توقف دواء أي فجأة'],
    spelling: ['خفّف الضوء', 'خفف الضوء'],
    number: ['02-1234-5678', '02-1243-5678'],
  },
  he: {
    words: ['להפסיק תרופה בבת', 'להפסיק בבת תרופה'],
    spelling: ['לכבות את המסך', 'לכבות את המכס'],
    number: ['02-1234-5678', '5678-1234-02'],
  },
};

for (const [language, { words, spelling, number }] of Object.entries(samples)) {
  describe(`a handout in ${language}`, async () => {
    const sample = await readSample(language);

    test('is proved as it is printed', async () => {
      assert.deepEqual(await verifyChanged(sample, /<title>/, '<title>\u200f'), []);
    });

    test('with two words the other way round is refused', async () => {
      assert.deepEqual(await verifyChanged(sample, ...words), ['proof-text-lost']);
    });

    test('with a letter or mark changed is refused', async () => {
      assert.equal((await verifyChanged(sample, ...spelling))[0], 'proof-text-lost');
    });

    test('with another number is refused', async () => {
      assert.deepEqual(await verifyChanged(sample, ...number), ['proof-text-lost']);
    });

    test('with letters printed from left to right is refused, although their order in the file is right', async () => {
      const forced = `<bdo dir="ltr">${words[0]}</bdo>`;
      assert.deepEqual(await verifyChanged(sample, words[0], forced), ['proof-text-lost']);
    });

    test('with Latin letters printed from right to left is refused', async () => {
      const forced = await verifyChanged(sample, 'melatonin', '<bdo dir="rtl">melatonin</bdo>');
      assert.deepEqual(forced, ['proof-text-lost']);
    });

    test('with its running line read from the wrong end is refused', async () => {
      const css = new TextDecoder().decode(sample.handout.assets.get('assets/edition.css')?.bytes);
      const line = sample.edition.disclaimer.page;
      const turned = css.replaceAll(line, line.split(' ').reverse().join(' '));
      assert.notEqual(turned, css);
      const sheet = { mediaType: 'text/css', bytes: new TextEncoder().encode(turned) };
      const assets = new Map([...sample.handout.assets, ['assets/edition.css', sheet]]);
      const { artifact } = await browser.print({ ...sample.handout, assets });
      const { messages } = await verifyArtifact(artifact, sample.edition);
      assert.deepEqual([...new Set(messages.map(({ ruleId }) => ruleId))], ['proof-running-line']);
    });
  });
}
