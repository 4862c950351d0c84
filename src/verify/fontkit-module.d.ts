declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string | null;
    getGlyph(id: number): Glyph;
    /** Shapes a text with features of OpenType beside the usual ones. */
    layout(text: string, features: readonly string[]): GlyphRun;
    readonly 'CFF '?: { readonly topDict?: { readonly FontMatrix?: readonly number[] | null } };
    /** Glyphs that were asked for, each with the characters that it stood for first. */
    _glyphs: Record<number, unknown>;
    readonly directory: {
      readonly tables: Readonly<Record<string, { readonly length: number } | undefined>>;
    };
    /** Stands where a table begins that it does not read itself. */
    _getTableStream(tag: string): { readonly buffer: Uint8Array; readonly pos: number } | null;
  }
  /** A glyph, in the font's units. */
  export interface Glyph {
    readonly id: number;
    readonly path: {
      readonly bbox: {
        readonly minX: number;
        readonly minY: number;
        readonly maxX: number;
        readonly maxY: number;
      };
      readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
    };
  }
  /** Opens a font file. */
  export function openSync(path: string): Font;
}
