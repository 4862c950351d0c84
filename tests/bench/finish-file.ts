/** Reads, finishes and writes one printed PDF, as a process of its own: for its peak memory. */
import { readFileSync } from 'node:fs';
import { mend, parse, save } from '../../src/print/pdf.ts';
import { benchmarkInfo } from './finishing.ts';

const pdf = await parse(readFileSync(process.argv[2] ?? ''));
mend(pdf, benchmarkInfo);
await save(pdf, benchmarkInfo);
