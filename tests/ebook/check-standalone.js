/** EPUBCheck 5.4.0, which is JavaScript, on one book: what it finds wrong, and status 1 if it does. */
import { readFileSync } from 'node:fs';
import { validate } from 'epubcheck-standalone';

const { messages } = await validate(new Uint8Array(readFileSync(process.argv[2] ?? '')));
const faults = messages.filter(({ severity }) => /fatal|error|warning/i.test(severity));
for (const fault of faults) console.log(JSON.stringify(fault));
process.exitCode = faults.length === 0 ? 0 : 1;
