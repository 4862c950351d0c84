#!/usr/bin/env node
// Node 20 does not run TypeScript by itself: tsx does, without a build step.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
