/** fontkit, with the decompression that Node has built in. */
import { createRequire, Module } from 'node:module';
import { brotliDecompressSync, inflateRawSync } from 'node:zlib';
import type * as Fontkit from 'fontkit';

let loaded: typeof Fontkit | undefined;

/**
 * Loads late, as CommonJS, once. Its own decompression is written in JavaScript: with it, to load fontkit and open the
 * six faces of a book takes 0.5 s of processor time, with Node's 0.1 s.
 */
export function loadFontkit(): typeof Fontkit {
  loaded ??= load();
  return loaded;
}

function load(): typeof Fontkit {
  const own = createRequire(import.meta.url);
  const { cache, resolve } = createRequire(own.resolve('fontkit'));
  const replace = (id: string, exports: unknown): void => {
    const path = resolve(id);
    cache[path] ??= Object.assign(new Module(path), { exports, loaded: true });
  };
  replace('brotli/decompress.js', (bytes: Uint8Array) => brotliDecompressSync(bytes));
  replace('tiny-inflate', inflateInto);
  return own('fontkit') as typeof Fontkit;
}

/** Fills an array with what raw deflated data holds. */
function inflateInto(bytes: Uint8Array, into: Uint8Array): Uint8Array {
  into.set(inflateRawSync(bytes));
  return into;
}
