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
    hasGlyphForCodePoint(code: number): boolean;
    /** Shapes a text of one font; glyphs come from left to right. */
    layout(text: string): GlyphRun;
    glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number };
  }
  export interface GlyphRun {
    readonly glyphs: readonly { readonly id: number; readonly path: { toSVG(): string } }[];
    /** In the font's units. */
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  }
  /** Opens a font or a collection. */
  export function create(bytes: Buffer): Font | { readonly fonts: readonly unknown[] };
}
