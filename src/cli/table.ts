/** The closing table: every file with its pages, size and proof. */
import Table from 'cli-table3';
import type { Artifact, Proof } from '../model.ts';
import { countSheets } from '../sheets.ts';

/** A row: a file and what was proved of it. */
export interface Row {
  readonly path: string;
  readonly artifact?: Pick<Artifact, 'kind' | 'bytes' | 'pages' | 'pageSize' | 'tearOff'> | undefined;
  readonly proof: readonly Proof[];
}

/** Lays rows out in columns. */
export function formatTable(rows: readonly Row[]): string {
  const table = new Table({
    head: ['file', 'pages', 'sheets', 'paper', 'size', 'proof'],
    colAligns: ['left', 'right', 'right', 'left', 'right', 'left'],
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 2 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  for (const { path, artifact, proof } of rows) {
    table.push([
      path,
      artifact?.pages ?? '',
      artifact ? formatSheets(artifact) : '',
      artifact?.pageSize ?? '',
      artifact ? formatBytes(artifact.bytes.byteLength) : '',
      summarise(proof),
    ]);
  }
  return `${table.toString().replace(/ +$/gm, '')}\n`;
}

/** `2`, or `2 + 1` when the last one is to be torn off. */
function formatSheets(artifact: NonNullable<Row['artifact']>): string {
  const sheets = countSheets(artifact);
  if (!sheets) return '';
  return sheets.tearOff === 0 ? `${sheets.all}` : `${sheets.all - sheets.tearOff} + ${sheets.tearOff}`;
}

function summarise(proof: readonly Proof[]): string {
  const failed = proof.filter(({ result }) => result === 'fail').length;
  if (proof.length === 0) return 'not proved';
  return failed === 0 ? `${proof.length} checks passed` : `${failed} of ${proof.length} checks failed`;
}

/** `151 KB`: 1 KB is 1,000 bytes. */
function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Every check on a file, with where it holds or what is wrong. */
export function formatProof(path: string, proof: readonly Proof[]): string {
  if (proof.length === 0) return '';
  const longest = Math.max(...proof.map(({ check }) => check.length));
  const lines = proof.map(({ check, result, where }) => `  ${result}  ${check.padEnd(longest)}  ${where}\n`);
  return `${path}\n${lines.join('')}\n`;
}
