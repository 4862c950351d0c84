/** Chooses the browser: the one named by the user, else the embedded one, else one that is installed. */
import { existsSync } from 'node:fs';
import { MachineError } from '../../rules.ts';
import { provideShell, type Store } from './parts.ts';
import { loadPuppeteer } from './puppeteer.ts';

export interface Located {
  readonly executable: string;
  /** Whether it is the one of the npm package. */
  readonly embedded: boolean;
}

/**
 * @param store absent when the package of the embedded browser is not installed
 * @throws MachineError when there is no browser
 */
export async function locateBrowser(store: Store | undefined): Promise<Located> {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) return { executable: refuseMissing(named), embedded: false };
  if (store && process.platform === 'linux' && process.arch === 'x64') {
    return { executable: await provideShell(store), embedded: true };
  }
  return { executable: await findInstalled(), embedded: false };
}

function refuseMissing(named: string): string {
  if (existsSync(named)) return named;
  throw new MachineError(
    `PUPPETEER_EXECUTABLE_PATH names ${named}, which does not exist. Correct it, or unset it to use the embedded browser.`,
  );
}

/** Puppeteer knows the places where browsers are installed on each platform. */
async function findInstalled(): Promise<string> {
  const puppeteer = loadPuppeteer();
  for (const choice of [{ headless: 'shell' }, {}, { channel: 'chrome' }] as const) {
    const path = await Promise.resolve(choice)
      .then((options) => puppeteer.executablePath(options as never))
      .catch(() => undefined);
    if (path && existsSync(path)) return path;
  }
  throw new MachineError(
    'No browser was found. Run `npx puppeteer browsers install chrome-headless-shell`, or install Chrome, ' +
      'or set PUPPETEER_EXECUTABLE_PATH.',
  );
}
