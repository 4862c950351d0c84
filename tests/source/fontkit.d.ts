declare module 'fontkit' {
  /** A font, as far as the tests ask; a collection has no `characterSet`. */
  export interface Font {
    readonly characterSet: readonly number[];
    readonly numGlyphs: number;
    readonly unitsPerEm: number;
    glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number };
  }
  /** Opens a font or a collection. */
  export function create(bytes: Buffer): Font | { readonly fonts: readonly unknown[] };
}
