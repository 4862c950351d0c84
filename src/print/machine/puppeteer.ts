/** Puppeteer, loaded when it is needed and as CommonJS: as ES modules it takes twice as long under tsx. */
import { createRequire } from 'node:module';
import type { PuppeteerNode } from 'puppeteer';

export function loadPuppeteer(): PuppeteerNode {
  // Its logger asks the terminal for colours at every message, 0.1 s in a build, though nothing is logged.
  process.env.DEBUG_COLORS ??= 'no';
  return (createRequire(import.meta.url)('puppeteer') as typeof import('puppeteer')).default;
}
