/** What the npm package `@sparticuz/chromium` brings: a headless shell, NSS libraries and a font, packed with Brotli. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface BrowserPackage {
  /** Of the package, which is that of its Chromium: `147.0.0`. */
  readonly version: string;
  /** Folder of the `.br` files. */
  readonly bin: string;
}

/**
 * Finds the package without running its code, whose flags and shared temporary folder are not for us.
 *
 * `undefined` when it is not installed.
 */
export function findBrowserPackage(): BrowserPackage | undefined {
  const root = findRoot();
  if (!root) return undefined;
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { version, bin: join(root, 'bin') };
}

function findRoot(): string | undefined {
  try {
    return join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '..', '..', '..');
  } catch {
    return undefined;
  }
}
