/** The environment of the browser process: the same on every machine, as far as print can show it. */

import { hasLibraries } from './libraries.ts';
import { provideFonts, provideLibraries, type Store } from './parts.ts';

type Environment = Record<string, string | undefined>;

/**
 * Same text shaping, dates and fonts everywhere; fontconfig is on Linux only.
 *
 * @param temporary folder for Chromium's temporary files, which a killed browser leaves behind
 */
export async function createEnvironment(
  store: Store | undefined,
  embedded: boolean,
  temporary: string,
): Promise<Environment> {
  const fixed = { TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: undefined, TMPDIR: temporary };
  if (process.platform !== 'linux') return { ...process.env, ...fixed };
  const { PATH, HOME, LD_LIBRARY_PATH } = process.env;
  const environment: Environment = { PATH, HOME, LD_LIBRARY_PATH, ...fixed };
  if (store) Object.assign(environment, await createFontVariables(store));
  if (store && embedded && !hasLibraries(LD_LIBRARY_PATH)) {
    environment.LD_LIBRARY_PATH = [await provideLibraries(store), LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return environment;
}

async function createFontVariables(store: Store): Promise<Environment> {
  const fonts = await provideFonts(store);
  return { FONTCONFIG_PATH: fonts, FONTCONFIG_FILE: `${fonts}/fonts.conf`, XDG_CACHE_HOME: store.folder };
}
