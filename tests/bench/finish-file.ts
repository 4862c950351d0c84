/** Reads, finishes and writes one printed PDF, as a process of its own: for its peak memory. */
import { readFileSync } from 'node:fs';
import { finish, parse } from '../../src/print/pdf.ts';
import { benchmarkInfo } from './finishing.ts';

await finish(await parse(readFileSync(process.argv[2] ?? '')), benchmarkInfo);
