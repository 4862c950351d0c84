/** Where the links of a PDF lead. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A link annotation, as far as it concerns us. */
export interface LinkAnnotation {
  readonly subtype?: string;
  /** A name, or a destination itself. */
  readonly dest?: string | readonly unknown[] | null;
  readonly unsafeUrl?: string;
  readonly url?: string;
  readonly action?: string;
}

/** Destinations by name, and whether each leads to a page. */
export interface Destinations {
  resolves(dest: string | readonly unknown[]): Promise<boolean>;
}

/** Reads the named destinations once. */
export async function readDestinations(document: PDFDocumentProxy): Promise<Destinations> {
  const named = await document.getDestinations();
  const names: ReadonlyMap<string, unknown> = new Map(Object.entries(named));
  const known = new Map<string, Promise<boolean>>();
  const resolvePage = (target: unknown): Promise<boolean> => {
    if (typeof target === 'number') return Promise.resolve(target >= 0 && target < document.numPages);
    if (typeof target !== 'object' || target === null) return Promise.resolve(false);
    const key = JSON.stringify(target);
    const before =
      known.get(key) ??
      document.getPageIndex(target as never).then(
        () => true,
        () => false,
      );
    known.set(key, before);
    return before;
  };
  return {
    resolves: (dest) => {
      const target = typeof dest === 'string' ? names.get(dest) : dest;
      return Array.isArray(target) ? resolvePage(target[0]) : Promise.resolve(false);
    },
  };
}

const schemes = /^(https?|mailto|tel):/i;
/** What a browser makes of a link that was not resolved when the page was printed. */
const ownMachine =
  /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[^/.]+|[^/]*\.(?:invalid|localhost|local|test))(?::\d+)?(\/|$)/i;

/** What is wrong with a link: its target in words; undefined when it leads somewhere. */
export async function findFault(
  link: LinkAnnotation,
  destinations: Destinations,
): Promise<string | undefined> {
  if (link.subtype !== 'Link') return undefined;
  const url = link.unsafeUrl ?? link.url;
  if (url !== undefined) return schemes.test(url) && !ownMachine.test(url) ? undefined : url;
  if (!link.dest) return link.action ?? 'it has no target';
  if (await destinations.resolves(link.dest)) return undefined;
  return typeof link.dest === 'string' ? `#${link.dest}` : 'a page that is not in the file';
}
