/** The bundled fonts: which files of which npm packages, under which URL the style sheets load them. */

/** One font file. */
export interface Face {
  /** Relative to the composed document: `fonts/atkinson-hyperlegible-next-latin-400-normal.woff2`. */
  readonly url: string;
  /** Module path of the file in its npm package. */
  readonly module: string;
}

/**
 * Text is set in Atkinson Hyperlegible Next, drawn for readers with low vision (Braille Institute, OFL);
 * code in its monospaced sister; Noto Sans stands in for the letters and signs that they lack.
 */
const bundled: Readonly<
  Record<string, { readonly subsets: readonly string[]; readonly styles: readonly string[] }>
> = {
  'atkinson-hyperlegible-next': {
    subsets: ['latin', 'latin-ext'],
    styles: ['400-normal', '400-italic', '700-normal', '700-italic'],
  },
  'atkinson-hyperlegible-mono': { subsets: ['latin', 'latin-ext'], styles: ['400-normal', '700-normal'] },
  'noto-sans': {
    subsets: ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'],
    styles: ['400-normal', '400-italic', '700-normal', '700-italic'],
  },
  'noto-sans-arabic': { subsets: ['arabic'], styles: ['400-normal', '700-normal'] },
  'noto-sans-hebrew': { subsets: ['hebrew'], styles: ['400-normal', '700-normal'] },
  'noto-sans-math': { subsets: ['latin'], styles: ['400-normal'] },
  'noto-sans-symbols-2': { subsets: ['symbols'], styles: ['400-normal'] },
};

/** Every bundled font file; `templates/print/fonts.css` declares the same ones. */
export const faces: readonly Face[] = Object.entries(bundled).flatMap(([family, { subsets, styles }]) =>
  subsets.flatMap((subset) =>
    styles.map((style) => {
      const name = `${family}-${subset}-${style}.woff2`;
      return { url: `fonts/${name}`, module: `@fontsource/${family}/files/${name}` };
    }),
  ),
);
