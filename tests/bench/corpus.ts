/**
 * How often our check of PDF/UA-1 agrees with a corpus whose file names tell the verdict, such as the folder
 * PDF_UA-1 of github.com/veraPDF/veraPDF-corpus: `7.3-t01-fail-a.pdf` breaks clause 7.3, `7.3-t01-pass-a.pdf` does not.
 *
 * npm run corpus -- FOLDER [--findings]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openPdf } from '../../src/verify/pdf/open.ts';
import { checkUa } from '../../src/verify/pdf/ua/check.ts';

interface Case {
  readonly name: string;
  readonly clause: string;
  readonly shouldPass: boolean;
  /** `clause, where: problem` of each; that the file cannot be opened counts as one. */
  readonly findings: readonly string[];
  /** Whether one of them is of the clause in the name. */
  readonly hitsClause: boolean;
}

async function examine(path: string): Promise<Case> {
  const name = basename(path, '.pdf');
  const [, clause = '', verdict] = /^([\d.-]+)-t\d+-(pass|fail)/.exec(name) ?? [];
  const opened = await openPdf(readFileSync(path), { encrypted: true });
  const breaches = 'document' in opened ? checkUa(opened.document) : [];
  const findings = breaches.map(({ clause: broken, where, problem }) => `${broken}, ${where}: ${problem}`);
  if ('problem' in opened) findings.push(`not opened: ${opened.problem}`);
  return {
    name,
    clause: clause.replace('-', '.'),
    shouldPass: verdict === 'pass',
    findings,
    hitsClause: breaches.some((breach) => breach.clause === clause),
  };
}

function agrees({ shouldPass, findings }: Case): boolean {
  return shouldPass === (findings.length === 0);
}

function report(cases: readonly Case[], withFindings: boolean): void {
  const clauses = [...new Set(cases.map(({ clause }) => clause))];
  for (const clause of clauses) {
    const own = cases.filter((it) => it.clause === clause);
    console.log(`${clause.padEnd(10)} ${own.filter(agrees).length} of ${own.length}`);
  }
  for (const it of cases) {
    if (!withFindings && agrees(it)) continue;
    console.log(
      `\n${it.name}: ${agrees(it) ? 'agrees' : it.shouldPass ? 'FOUND TOO MUCH' : 'FOUND NOTHING'}`,
    );
    for (const finding of it.findings) console.log(`  ${finding}`);
  }
  const agreed = cases.filter(agrees).length;
  const failing = cases.filter(({ shouldPass }) => !shouldPass);
  console.log(
    `\n${agreed} of ${cases.length} files agree: ${((agreed / cases.length) * 100).toFixed(1)} %. ` +
      `Of ${failing.length} failing files ${failing.filter(({ hitsClause }) => hitsClause).length} fail by the clause in their name.`,
  );
}

const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder that holds the PDFs: npm run corpus -- FOLDER [--findings]');
  process.exitCode = 2;
} else {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /-(pass|fail)-\w+\.pdf$/.test(path),
  );
  const cases: Case[] = [];
  for (const path of paths.toSorted()) cases.push(await examine(join(folder, path)));
  report(cases, option === '--findings');
}
