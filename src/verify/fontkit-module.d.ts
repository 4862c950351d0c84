declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string | null;
    getGlyph(id: number): Glyph;
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
