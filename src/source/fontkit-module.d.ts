declare module 'fontkit' {
  /** A font, as far as it is asked; a collection has no `characterSet`. */
  export interface Font {
    readonly characterSet: readonly number[];
    readonly numGlyphs: number;
    readonly unitsPerEm: number;
    readonly 'OS/2'?: {
      readonly fsType?: {
        readonly noEmbedding?: boolean;
        readonly noSubsetting?: boolean;
        readonly bitmapOnly?: boolean;
      };
    };
    glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number };
  }
  /** Opens a font or a collection. */
  export function create(bytes: Buffer): Font | { readonly fonts: readonly unknown[] };
}
