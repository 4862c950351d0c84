/** A drawing as PNG without a browser: resvg, loaded late; its WebAssembly is a file of its npm package. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const module = '@resvg/resvg-wasm/index_bg.wasm';
let ready: Promise<void> | undefined;

/** Paints an SVG at its own size. Text in it is not painted: no font is known. The same bytes on every machine. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  ready ??= readFile(createRequire(import.meta.url).resolve(module)).then((bytes) => initWasm(bytes));
  await ready;
  const drawing = new Resvg(svg);
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}
