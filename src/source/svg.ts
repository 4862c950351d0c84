/** What makes an SVG more than a still picture in one file. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

const activeElements = /^(script|foreignObject|iframe|audio|video|set|animate\w*)$/i;

/** Pictures of fixed points inside the file itself. */
const innerAddress = /^(#|data:image\/(png|jpeg|gif|webp);)/;

/** `url(…)` in CSS that leads out of the file. */
const outerUrl = /url\(\s*(?:["']\s*)?[^"'\s#]/i;

/**
 * Finds scripts, animation, and references to other files (EPUB 3.3, 3.6: remote resources; and no page that
 * is printed may fetch anything).
 * @returns each finding once, as the noun of a sentence: `<script>`, `a reference to https://…`
 */
export function findActive(svg: Uint8Array): string[] {
  const found = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  let inStyle = false;
  const readText = (text: string) => inStyle && isReaching(text) && found.add('a reference in <style>');
  parser.on('doctype', () => found.add('a document type'));
  parser.on('processinginstruction', ({ target }) => found.add(`<?${target}?>`));
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('closetag', () => {
    inStyle = false;
  });
  parser.on('opentag', (tag) => {
    inStyle = /^style$/i.test(tag.local);
    for (const what of findInTag(tag)) found.add(what);
  });
  try {
    parser.write(new TextDecoder().decode(svg)).close();
  } catch {
    found.add('malformed XML');
  }
  return [...found];
}

function findInTag(tag: SaxesTagNS): string[] {
  const element = activeElements.test(tag.local) ? [`<${tag.local}>`] : [];
  const attributes = Object.values(tag.attributes).flatMap(({ local, value }) => [
    ...(/^on/i.test(local) ? [`the attribute ${local}`] : []),
    ...(local === 'href' && !innerAddress.test(value) ? [`a reference to ${value}`] : []),
    ...(outerUrl.test(value) ? [`a reference in ${local}`] : []),
  ]);
  return [...element, ...attributes];
}

/** CSS that loads something; a backslash may spell `url` in disguise (CSS Syntax 3, 4.3.7). */
function isReaching(css: string): boolean {
  return /@import|\\/i.test(css) || outerUrl.test(css);
}

/** Text that is drawn as letters: which font draws it depends on the machine. Undefined when there is none. */
export function findLetters(svg: Uint8Array): string | undefined {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let found = '';
  const read = (text: string) => {
    if (depth > 0) found += text;
  };
  parser.on('error', () => {}); // told by findActive
  parser.on('opentag', ({ local }) => {
    if (local === 'text') depth += 1;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'text') depth -= 1;
  });
  parser.on('text', read);
  parser.on('cdata', read);
  parser.write(new TextDecoder().decode(svg)).close();
  return found.replace(/\s+/g, ' ').trim() || undefined;
}
