/** The parts of the embedded browser, each unpacked when it is first needed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPackage } from './package.ts';
import { provide, unpackFile, unpackTar } from './unpack.ts';

/** Where parts come from and go to. */
export interface Store {
  readonly from: BrowserPackage;
  /** Private folder. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Path of the headless shell. */
export async function provideShell({ from, folder, signal }: Store): Promise<string> {
  const fill = (into: string) =>
    unpackFile(join(from.bin, 'chromium.br'), join(into, 'headless-shell'), signal);
  return join(await provide({ folder, name: 'shell', fill }), 'headless-shell');
}

/** Folder with NSS, NSPR and expat, for a system that has none. */
export async function provideLibraries({ from, folder, signal }: Store): Promise<string> {
  const fill = (into: string) => unpackTar(join(from.bin, 'al2023.tar.br'), into, signal);
  return join(await provide({ folder, name: 'libraries', fill }), 'lib');
}

/** Folder with `fonts.conf`, which makes the one font beside it the only one that the browser sees. */
export async function provideFonts({ from, folder, signal }: Store): Promise<string> {
  const fill = async (into: string) => {
    await unpackTar(join(from.bin, 'fonts.tar.br'), into, signal);
    await writeFile(join(into, 'fonts.conf'), fontsConf);
  };
  return provide({ folder, name: 'fonts', fill });
}

/** `relative` is to this file, `xdg` to XDG_CACHE_HOME: https://fontconfig.pages.freedesktop.org/fontconfig/fontconfig-user */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">font-list</cachedir>
</fontconfig>
`;
