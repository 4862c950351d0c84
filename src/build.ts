/** The pipeline: content folder → proved editions in the output folder. Only this file and those in `build/` know every room. */
import { setFlagsFromString } from 'node:v8';
import { readAndCheck } from './build/content.ts';
import { makeEditions } from './build/editions.ts';
import { tell } from './build/report.ts';
import type { BuildOptions, Outcome } from './build/types.ts';
import { composeRecords } from './manifest.ts';
import type { Edition, Kind } from './model.ts';
import { openPainter } from './pictures/index.ts';
import { openBrowser, type PrintBrowser } from './print/index.ts';
import { hasErrors, MachineError } from './rules.ts';
import { reportSheets } from './sheets.ts';
import type { Today } from './source/index.ts';
import { openVerifier } from './verify/index.ts';
import { prepareFolder, prepareOutput, writeOutput } from './write.ts';

export type { BuildOptions, Outcome } from './build/types.ts';
export { type FileProof, verify } from './build/verify.ts';
export type { Today };

/** Every kind of edition that a build makes. */
export const kinds: readonly Kind[] = [
  'book',
  'handout',
  'large-print',
  'booklet',
  'chapter-handout',
  'ebook',
];

/**
 * By how much a heap grows before it is collected, where anything is printed: the browser keeps both processors busy, and
 * collections cost more than room. An e-book alone may have a thousand chapters: there the command's own number stays.
 */
const growthPercent = 50;

/** Builds every edition wanted, proves it, and swaps the output folder. */
export async function build(options: BuildOptions): Promise<Outcome> {
  const { progress, signal } = options;
  const last = await prepareOutput(options.out);
  if (options.keepHtml !== undefined) await prepareFolder(options.keepHtml, [options.content, options.out]);
  const opening = openBrowser({ signal, note: progress.note });
  opening.catch(() => {}); // told where it is awaited: faults of the content come first
  const prints = [...options.kinds].some((kind) => kind !== 'ebook');
  if (prints) setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
  const verifier = openVerifier(prints ? 'prints' : 'ebook');
  const draws = options.report && prints;
  const painter = draws ? openPainter() : undefined;
  const close = () => Promise.all([verifier.close(), painter?.close()]);
  try {
    const { composed, messages } = await progress.stage('read and check', () =>
      readAndCheck(options.content, options.today, { ...options, show: verifier.read }),
    );
    if (!composed) return { messages, verified: [] };
    const browser = await awaitBrowser(opening, composed.edition, options);
    const made = await makeEditions({ browser, verifier, painter, composed, last }, options);
    const all = [...messages, ...made.messages];
    if (hasErrors(all)) return { messages: all, verified: [] };
    all.push(...reportSheets(made.verified, 'edition.yaml'));
    const generator = { name: 'caveat', version: options.version, browser: browser?.version ?? 'none' };
    const report = options.report
      ? await progress.stage('report', () => tell(composed, made, all, generator, close))
      : undefined;
    const records = composeRecords(composed.edition, made.verified, generator, report);
    await progress.stage('write', () => writeOutput(options.out, made.verified, records, signal));
    return { messages: all, verified: made.verified };
  } finally {
    await opening.then(
      (browser) => browser.close(),
      () => {},
    );
    await close();
  }
}

/** The browser; an e-book alone is made without one where there is none, and the user is told. */
async function awaitBrowser(
  opening: Promise<PrintBrowser>,
  { cover }: Edition,
  { kinds, progress }: BuildOptions,
): Promise<PrintBrowser | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (!(error instanceof MachineError) || [...kinds].some((kind) => kind !== 'ebook')) throw error;
    if (!cover) progress.note(`The cover of the e-book was drawn without a browser. ${error.message}`);
    return undefined;
  }
}

/** Applies every rule on the content; nothing is printed or written. */
export async function check(content: string, today: Today): Promise<Outcome> {
  const { messages } = await readAndCheck(content, today);
  return { messages, verified: [] };
}
