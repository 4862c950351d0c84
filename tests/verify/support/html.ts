/** HTML of the sample edition, as plain as the real one is rich. */
import type { Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import type { ParsedEdition, ParsedSegment, PrintKind } from '../../../src/model.ts';

/** The edition's part of an HTML body for a Markdown tree. */
export function toHtmlBody(root: Root, xhtml = false): string {
  const tree = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: { containerDirective: directive },
      footnoteLabel: 'Notes',
      // Every font has it; the browser's own arrow is in none of those that the tests print with.
      footnoteBackContent: xhtml ? 'back' : '^',
      clobberPrefix: '',
    })
    .runSync(structuredClone(root)) as HastRoot;
  const html = toHtml(tree, { closeSelfClosing: xhtml, allowDangerousHtml: true }).replaceAll(
    ' title="decorative"',
    '',
  );
  return xhtml ? html.replace(/<input[^>]*>| data-footnote(s|-ref)(?=[ >])/g, '') : printAddresses(html);
}

/** Behind each link to the web. */
function printAddresses(html: string): string {
  return html.replace(/<a href="https:\/\/([^"]*)">.*?<\/a>/g, '$& ($1)');
}

type Handler = NonNullable<NonNullable<Options['handlers']>['paragraph']>;

const directive: Handler = (state, node) => ({
  type: 'element',
  tagName: 'aside',
  properties: {},
  children: [
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: 'Warning' }] },
    ...state.all(node),
  ],
});

/** The opening of a segment: title, box, disclaimer. */
export function openingOf(segment: ParsedSegment, edition: ParsedEdition): string {
  const label = segment.number === undefined ? '' : `<span class="label">Chapter ${segment.number}</span> `;
  return `<h1 id="${segment.slug}">${label}${segment.title}</h1>\n${noticeOf(edition)}`;
}

/** The chapter disclaimer in its box. */
export function noticeOf(edition: ParsedEdition): string {
  return `<aside class="notice" role="complementary"><p>Please read</p>${toHtmlBody(edition.disclaimer.chapter)}</aside>`;
}

function days({ metadata }: ParsedEdition): string {
  const write = (day: string) =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return `Checked ${write(metadata.reviewed)}, next check ${write(metadata.reviewBy)}`;
}

/** All text must be set in fonts that the verifier knows. */
export const fontFaces = ['400-normal', '400-italic', '700-normal']
  .flatMap((face) => {
    const [weight, style] = face.split('-');
    const files = [`atkinson-hyperlegible-next-latin-${face}`, `noto-sans-latin-${face}`];
    return files.map(
      (file, index) =>
        `@font-face { font-family: Bundled${index || ''}; font-weight: ${weight}; font-style: ${style}; src: url(fonts/${file}.woff2) }`,
    );
  })
  .join(' ');

function style(edition: ParsedEdition, kind: PrintKind): string {
  const { disclaimer, metadata } = edition;
  const cover =
    kind === 'book' ? '@page :first { @bottom-left { content: none } @bottom-right { content: none } }' : '';
  return `${fontFaces} @page { size: ${kind === 'book' ? '6in 9in' : '8.5in 11in'}; margin: ${kind === 'book' ? '2cm 2cm 2.5cm' : '3.5cm'}; font-size: 10pt;
    @bottom-left { content: "${disclaimer.page}" } @bottom-center { content: "${kind === 'book' ? '' : days(edition)}" } @bottom-right { content: "${metadata.version} · ${edition.sha256.slice(0, 8)} · " counter(page) } }
    ${cover} html { font-size: 12.5pt; font-family: Bundled, Bundled1 } pre, code { font-family: inherit } pre, code, sup { font-size: 10pt } section { break-before: page } .notice { break-inside: avoid }`;
}

/** A line for each segment; `{page ID}` becomes the number of its page. */
export function contentsOf(segments: readonly ParsedSegment[]): string {
  return segments
    .map(({ slug, title }) => `<p><a href="#${slug}">${title} {page ${slug}}</a></p>`)
    .join('\n');
}

/** A whole document of one kind. */
export function composeHtml(edition: ParsedEdition, kind: PrintKind, chapter?: string): string {
  const chosen = edition.segments.filter((it) => kind !== 'chapter-handout' || it.name === chapter);
  const full = `<section><h1>Read this first</h1><aside role="complementary">${toHtmlBody(edition.disclaimer.full)}</aside></section>`;
  const contents = kind.endsWith('handout') ? '' : `<section>${contentsOf(chosen)}</section>`;
  const front =
    kind === 'chapter-handout' ? `<p>${edition.metadata.title}</p>` : `<p>Cover</p>${full}${contents}`;
  const sections = chosen.map(
    (it) => `<section>\n${openingOf(it, edition)}\n${toHtmlBody(it.root)}\n</section>`,
  );
  return `<!doctype html><html lang="en"><head><title>${edition.metadata.title}</title>
    <style>${style(edition, kind)}</style></head><body>${front}\n${sections.join('\n')}</body></html>`;
}

const blank = '<div class="blank"></div>';

/** A booklet's document, with three blank pages at its end. */
export function composeBooklet(edition: ParsedEdition): string {
  const { disclaimer, metadata } = edition;
  const look = `<style>${fontFaces}
  html { font: 12pt/1.35 Bundled, Bundled1; margin: 0 } pre, code { font-family: inherit } body { margin: 0 }
  @page { size: 5.5in 8.5in; margin: 15mm 12mm 24mm 18mm; font: 10pt Bundled;
    @bottom-left { content: "${disclaimer.page}" } @bottom-right { content: "${metadata.version} · " counter(page) } }
  @page :left { margin: 15mm 18mm 24mm 12mm }
  section, .blank { break-before: page } .blank { height: 1pt } .notice, aside { break-inside: avoid }
  sup { font-size: 10pt } aside * { opacity: 1 !important }
</style>`;
  return composeHtml(edition, 'booklet')
    .replace(/<style>[\s\S]*<\/style>/, look)
    .replace('</body>', `${blank.repeat(3)}</body>`);
}

/** Style that makes a handout large print. */
export const largePrint =
  '@page { margin: 1in 1in 2in; font-size: 18pt } html { font-size: 18pt } pre, code, sup { font-size: 18pt } em { font-style: normal }';
