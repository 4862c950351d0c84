/** Draws the pages of one PDF, as a process of its own: for its peak memory. Prints pages and CPU time a page in ms. */
import { readFileSync } from 'node:fs';
import { drawPages } from '../../src/pictures/draw.ts';

const pdf = readFileSync(process.argv[2] ?? '');
const start = process.cpuUsage();
let pages = 0;
let bytes = 0;
for await (const { png } of drawPages(pdf)) {
  pages += 1;
  bytes += png.length;
}
const { user, system } = process.cpuUsage(start);
console.log(`${pages} ${(user + system) / 1000 / pages} ${bytes / pages}`);
