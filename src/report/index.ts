/** The report: what was built and proved, to look at. One page that needs neither network nor scripts. Pure. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { describeChapters } from './chapters.ts';
import { describeFile } from './file.ts';
import { describeHashes } from './hashes.ts';
import type { ReportInput } from './input.ts';
import { describeMessages } from './messages.ts';
import { overview } from './overview.ts';
import { fillPage } from './page.ts';
import { designStyle } from './style.ts';
import { concludeProof, describeEdition, titleOf } from './summary.ts';

export type { ReportedFile, ReportInput } from './input.ts';

/** Composes `report.html`; the same input gives the same text. */
export function composeReport(input: ReportInput): string {
  const { edition, files, templates } = input;
  const slots: Readonly<Record<string, readonly ElementContent[]>> = {
    title: [titleOf(edition)],
    edition: describeEdition(edition),
    verdict: concludeProof(files),
    overview: [overview(edition, files)],
    files: files.map((file, index) => describeFile(edition, file, index)),
    chapters: describeChapters(input),
    messages: describeMessages(input),
    hashes: describeHashes(input),
    generator: [h('span', `${input.generator.name} ${input.generator.version}`)],
  };
  return fillPage(templates.report, {
    title: `Report: ${edition.metadata.title}`,
    style: designStyle(templates),
    slots,
  });
}
