/** The press: prints composed documents as PDF, and paints pages as pictures, in one Chromium. */
export { openBrowser, type PrintBrowser } from './browser.ts';
export type { Printed } from './document.ts';
export { rasterise } from './machine/rasterise.ts';
