import assert from 'node:assert/strict';
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

const xhtml = 'http://www.w3.org/1999/xhtml';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** Namespaces whose elements a manifest item declares (EPUB 3.3, section D.3.3 and D.3.5). */
const declared: Readonly<Record<string, string>> = {
  'http://www.w3.org/1998/Math/MathML': 'mathml',
  'http://www.w3.org/2000/svg': 'svg',
};

/** What the package has to know about an XHTML file. */
export interface Inspection {
  /** For the manifest: `mathml`, `svg`; sorted. */
  readonly properties: readonly string[];
  /** All ids but the one of `body`, which Kindle does not resolve. */
  readonly ids: ReadonlySet<string>;
  /** Number of `img` and `svg` elements. */
  readonly images: number;
  /** How many of them have no `alt` or `aria-label`, and are not hidden either. */
  readonly imagesWithoutText: number;
  /** How many `math` elements have no `alttext`. */
  readonly formulasWithoutText: number;
}

/**
 * Reads an XHTML file.
 * @throws {AssertionError} when it is not well-formed, lacks the XML declaration (Send to Kindle then assumes
 *   ISO-8859-1), or its `lang` and `xml:lang` differ
 */
export function inspectFile(fileName: string, text: string): Inspection {
  assert(
    text.toLowerCase().startsWith(declaration),
    `Unexpected start of ${fileName}, expected ${declaration}`,
  );
  const collector = new Collector(fileName);
  const parser = new SaxesParser({ xmlns: true, fileName });
  parser.on('error', (error) =>
    assert.fail(`Unexpected XML in the e-book, expected well-formed: ${error.message}`),
  );
  parser.on('opentag', (tag) => collector.add(tag));
  parser.write(text).close();
  return collector.finish();
}

/** Gathers an `Inspection` from the start tags of one file. */
class Collector {
  readonly #fileName: string;
  readonly #properties = new Set<string>();
  readonly #ids = new Set<string>();
  #images = 0;
  #imagesWithoutText = 0;
  #formulasWithoutText = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  add(tag: SaxesTagNS): void {
    const property = declared[tag.uri];
    if (property) this.#properties.add(property);
    const id = readAttribute(tag, 'id');
    if (id !== undefined && tag.name !== 'body') this.#ids.add(id);
    if (tag.uri === xhtml) this.#addHtml(tag);
    if (property === 'svg' && tag.local === 'svg')
      this.#addImage(readAttribute(tag, 'aria-label') ?? readAttribute(tag, 'aria-hidden'));
    if (property === 'mathml' && tag.local === 'math' && !readAttribute(tag, 'alttext'))
      this.#formulasWithoutText += 1;
  }

  #addHtml(tag: SaxesTagNS): void {
    if (tag.local === 'html') this.#assertLanguage(tag);
    if (tag.local === 'img') this.#addImage(readAttribute(tag, 'alt'));
  }

  #addImage(text: string | undefined): void {
    this.#images += 1;
    if (text === undefined) this.#imagesWithoutText += 1;
  }

  /** EPUBCheck and Ace want both, equal (HTML, section 3.2.6.2). */
  #assertLanguage(tag: SaxesTagNS): void {
    const language = readAttribute(tag, 'lang');
    assert(
      language !== undefined && language === readAttribute(tag, 'xml:lang'),
      `Unexpected language of ${this.#fileName}, expected lang and xml:lang, equal`,
    );
  }

  finish(): Inspection {
    return {
      properties: [...this.#properties].sort(),
      ids: this.#ids,
      images: this.#images,
      imagesWithoutText: this.#imagesWithoutText,
      formulasWithoutText: this.#formulasWithoutText,
    };
  }
}

function readAttribute(tag: SaxesTagNS, name: string): string | undefined {
  const attribute: SaxesAttributeNS | undefined = tag.attributes[name];
  return attribute?.value;
}
