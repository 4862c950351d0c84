/** Puppeteer, loaded when it is needed and as CommonJS: as ES modules it takes twice as long under tsx. */
import { createRequire } from 'node:module';
import type { PuppeteerNode } from 'puppeteer';

export function loadPuppeteer(): PuppeteerNode {
  return (createRequire(import.meta.url)('puppeteer') as typeof import('puppeteer')).default;
}
