declare module 'fontkit' {
  /** Opens a font; a collection has no `characterSet`. */
  export function create(
    bytes: Buffer,
  ): { readonly characterSet: readonly number[] } | { readonly fonts: readonly unknown[] };
}
