/** Whether the system has the libraries that the embedded headless shell is linked with. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `readelf -d` of the headless shell, without what every glibc system has. */
const needed = ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1'];
const usualFolders = [
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib64',
  '/lib64',
  '/usr/lib',
];

/**
 * @param libraryPath value of LD_LIBRARY_PATH
 * @param folders where the system keeps libraries
 */
export function hasLibraries(libraryPath = '', folders: readonly string[] = usualFolders): boolean {
  const all = [...libraryPath.split(':').filter(Boolean), ...folders];
  return needed.every((name) => all.some((folder) => existsSync(join(folder, name))));
}
