/** The pipeline: content folder → proved editions in the output folder. The only place that knows every room. */
import assert from 'node:assert/strict';
import { checkEdition } from './check/index.ts';
import {
  composeBodies,
  composeCover,
  composeEbook,
  composePrintDocuments,
  listWords,
  markOutdated,
} from './document/index.ts';
import { loadPackager, packEbook } from './ebook/index.ts';
import { composeRecords } from './manifest.ts';
import type {
  Artifact,
  Body,
  Edition,
  Kind,
  Layout,
  Message,
  Paper,
  PrintDocument,
  Progress,
  Proof,
  Templates,
  Verified,
} from './model.ts';
import { openBrowser, type PrintBrowser } from './print/index.ts';
import { hasErrors } from './rules.ts';
import { reportSheets } from './sheets.ts';
import { readEdition, readTemplates, type Today } from './source/index.ts';
import { openVerifier, recogniseFile, type Verifier, verifyArtifact } from './verify/index.ts';
import { prepareFolder, prepareOutput, writeFiles, writeOutput } from './write.ts';

/** Every kind of edition that a build makes. */
export const kinds: readonly Kind[] = [
  'book',
  'handout',
  'large-print',
  'booklet',
  'chapter-handout',
  'ebook',
];

export type { Today };

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  readonly kinds: ReadonlySet<Kind>;
  /** Overrides `paper` of `edition.yaml`. */
  readonly paper?: Paper;
  /** What `reviewBy` is held against. */
  readonly today: Today;
  /** Folder for the composed HTML. */
  readonly keepHtml?: string;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What came of a command: the editions written are in `verified`; none when a message is an error. */
export interface Outcome {
  readonly messages: readonly Message[];
  readonly verified: readonly Verified[];
}

interface Composed {
  readonly edition: Edition;
  readonly bodies: readonly Body[];
  readonly templates: Templates;
}

/** What editions are made with. */
interface Means {
  readonly browser: PrintBrowser;
  readonly verifier: Verifier;
  readonly composed: Composed;
  /** Layouts of the last build, by path. */
  readonly last: ReadonlyMap<string, Layout>;
}

/** Builds every edition wanted, proves it, and swaps the output folder. */
export async function build(options: BuildOptions): Promise<Outcome> {
  const { progress, signal } = options;
  const last = await prepareOutput(options.out);
  if (options.keepHtml !== undefined) await prepareFolder(options.keepHtml, [options.content, options.out]);
  const opening = openBrowser({ signal, note: progress.note });
  opening.catch(() => {}); // told where it is awaited: faults of the content come first
  const verifier = openVerifier(); // loads its libraries while the browser starts
  try {
    const { composed, messages } = await progress.stage('read and check', () =>
      readAndCheck(options.content, options.today, options.paper),
    );
    if (!composed || hasErrors(messages)) return { messages, verified: [] };
    const made = await makeEditions({ browser: await opening, verifier, composed, last }, options);
    const all = [...messages, ...made.messages];
    if (hasErrors(all)) return { messages: all, verified: [] };
    const browser = (await opening).version;
    const records = composeRecords(composed.edition, made.verified, {
      name: 'caveat',
      version: options.version,
      browser,
    });
    all.push(...reportSheets(made.verified, 'edition.yaml'));
    await progress.stage('write', () => writeOutput(options.out, made.verified, records, signal));
    return { messages: all, verified: made.verified };
  } finally {
    await opening.then(
      (browser) => browser.close(),
      () => {},
    );
    await verifier.close();
  }
}

/** Applies every rule on the content; nothing is printed or written. */
export async function check(content: string, today: Today): Promise<Outcome> {
  const { messages } = await readAndCheck(content, today);
  return { messages, verified: [] };
}

/** A finished file and what was found in it. */
export interface FileProof {
  readonly file: string;
  readonly artifact?: Artifact;
  readonly proof: readonly Proof[];
  readonly messages: readonly Message[];
}

/**
 * Proves finished files against the content that they should hold.
 * @param day today, `YYYY-MM-DD`: past `reviewBy`, every page must say so
 */
export async function verify(
  files: ReadonlyMap<string, Uint8Array>,
  content: string,
  day: string,
): Promise<{ readonly messages: readonly Message[]; readonly files: readonly FileProof[] }> {
  const { edition, messages } = await readMarked(content, { day, allowOutdated: true });
  if (!edition) return { messages, files: [] };
  const proofs: FileProof[] = [];
  for (const [file, bytes] of files) proofs.push(await verifyFile(file, bytes, edition));
  return { messages, files: proofs };
}

async function verifyFile(file: string, bytes: Uint8Array, edition: Edition): Promise<FileProof> {
  const artifact = await recogniseFile(bytes, file, edition);
  if (!('bytes' in artifact)) return { file, proof: [], messages: [artifact] };
  const { proof, messages } = await verifyArtifact(artifact, edition);
  return { file, artifact, proof, messages };
}

/** Reads an edition; past its `reviewBy` it is marked as out of date. */
async function readMarked(content: string, today: Today) {
  const { edition, messages, outdated } = await readEdition(content, today);
  if (!edition || !outdated) return { edition, messages };
  return { edition: markOutdated(edition), messages };
}

async function readAndCheck(content: string, today: Today, paper?: Paper) {
  const [{ edition: read, messages }, templates] = await Promise.all([
    readMarked(content, today),
    readTemplates(),
  ]);
  if (!read) return { messages };
  const edition = paper ? { ...read, metadata: { ...read.metadata, paper } } : read;
  const { bodies, messages: dropped } = composeBodies(edition);
  const composed = { edition, bodies, templates };
  const words = listWords(edition.metadata.language);
  return { composed, messages: [...messages, ...dropped, ...checkEdition({ ...composed, words })] };
}

/** Prints, packs and proves; a file is proved while the next one is printed. */
async function makeEditions(
  { browser, verifier, composed, last }: Means,
  options: BuildOptions,
): Promise<Outcome> {
  const { edition, bodies, templates } = composed;
  const documents = composePrintDocuments(edition, bodies, templates, options.kinds);
  if (options.keepHtml !== undefined) await writeFiles(options.keepHtml, composedFiles(documents));
  const works = [
    ...documents.map((document) => () => browser.print(document, last.get(document.path))),
    ...(options.kinds.has('ebook') ? [() => makeEbook(browser, composed)] : []),
  ];
  const results = await options.progress.stage(
    'print and prove',
    (step) =>
      Promise.all(
        works.map(async (work) => {
          const { artifact, messages } = await work();
          const proved = await verifier.verify(artifact, edition);
          assert.ok(
            proved.verified || hasErrors(proved.messages),
            `${artifact.path} is neither proved nor refused`,
          );
          step();
          return { messages: [...messages, ...proved.messages], verified: proved.verified };
        }),
      ),
    works.length,
  );
  return {
    messages: results.flatMap(({ messages }) => messages),
    verified: results.flatMap(({ verified }) => verified ?? []),
  };
}

async function makeEbook(browser: PrintBrowser, { edition, bodies, templates }: Composed) {
  void loadPackager();
  const cover = composeCover(edition, templates);
  const { png, messages } = await browser.paint(cover.html, cover.assets, cover.size);
  return { artifact: await packEbook(composeEbook(edition, bodies, templates, png)), messages };
}

function* composedFiles(
  documents: readonly PrintDocument[],
): Iterable<readonly [string, Uint8Array | string]> {
  for (const { path, assets, compose } of documents) {
    const folder = path.replace(/\.pdf$/, '');
    yield [`${folder}/index.html`, compose()];
    for (const [url, { bytes }] of assets) yield [`${folder}/${url}`, bytes];
  }
}
