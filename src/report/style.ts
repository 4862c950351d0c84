/** The style sheet with its fonts inside: the page works from disk. */
import type { Templates } from '../model.ts';

/** @throws TypeError when it names a font that is not bundled */
export function designStyle({ report, fonts }: Templates): string {
  return (report.get('report.css') ?? '').replace(/url\((?:\.\.\/)?(fonts\/[^)]+)\)/g, (_, url: string) => {
    const font = fonts.get(url);
    if (!font) throw new TypeError(`The report's style names ${url}, which is not bundled`);
    return `url(data:${font.mediaType};base64,${Buffer.from(font.bytes).toString('base64')})`;
  });
}
