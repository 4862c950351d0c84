/** The e-book's cover as an HTML page, to be painted by the browser. */
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Asset, Assets, Edition, Templates } from '../model.ts';
import { addCoverage, declareFonts, listFontAssets } from './edition-fonts.ts';
import { selectFaces } from './faces.ts';
import { composeByline } from './imprint.ts';
import { fillTemplate } from './template.ts';
import { wordsFor } from './words.ts';

const stringifier = unified().use(rehypeStringify);

/** A page of a fixed size and the files it loads. */
export interface Cover {
  readonly html: string;
  readonly assets: Assets;
  /** In CSS pixels; 1600 × 2400 is what stores ask for. */
  readonly size: { readonly widthPx: number; readonly heightPx: number };
}

/** Composes the cover from title, subtitle, author and version. */
export function composeCover(edition: Edition, templates: Templates): Cover {
  const { metadata } = edition;
  const words = wordsFor(metadata.language);
  const root = fillTemplate(
    read(templates, 'cover.html'),
    { lang: metadata.language, dir: words.direction, title: metadata.title },
    {
      title: [h('p', { className: ['title', ...lengthClass(metadata.title)] }, metadata.title)],
      subtitle: metadata.subtitle ? [h('p', { className: ['subtitle'] }, metadata.subtitle)] : [],
      byline: composeByline(edition, words),
      version: [h('p', words.version(metadata.version))],
    },
  );
  const html = stringifier.stringify(root);
  const declared = declareFonts(read(templates, 'fonts.css'), edition.fonts);
  const fontsCss = selectFaces(declared, addCoverage(templates.coverage, edition.fonts), html);
  return {
    html,
    assets: new Map<string, Asset>([
      ['assets/edition.css', sheet(`${fontsCss}\n${read(templates, 'cover.css')}`)],
      ...templates.fonts,
      ...listFontAssets(edition.fonts),
    ]),
    size: { widthPx: 1600, heightPx: 2400 },
  };
}

function sheet(text: string): Asset {
  return { mediaType: 'text/css', bytes: new TextEncoder().encode(text) };
}

function read(templates: Templates, name: string): string {
  return templates.print.get(name) ?? '';
}

/** Long titles are set smaller, so that all that stands on the cover fits. */
function lengthClass(title: string): string[] {
  if (title.length > 110) return ['very-long'];
  return title.length > 55 ? ['long'] : [];
}
