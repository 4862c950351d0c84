/** What the content streams hold, as far as the rules ask: marks, paint, text and fonts. */
import type { PdfDict } from '@libpdf/core';
import { type ContentListener, type ContentStream, contentId } from '../content.ts';
import { asNumber, asText } from '../objects.ts';
import { inlineImage, isName, isText, type Operand, type Operation } from '../tokens.ts';
import type { Element } from './element.ts';
import { FontUse } from './fonts/font-use.ts';
import type { Look } from './look.ts';
import { parentOfContent } from './parent-tree.ts';
import type { Structure } from './tree.ts';

/** A marked-content sequence that is open (ISO 32000-1, 14.6). */
export interface Mark {
  readonly tag: string;
  /** The structure element that holds it, if it has a number and the tree knows it. */
  readonly element: Element | undefined;
  readonly isArtifact: boolean;
  readonly language: string | undefined;
}

/** What was found on a page, with how often. */
export interface Sighting {
  readonly what: string;
  readonly where: string;
  count: number;
}

/** A form with marked content of its own. */
export interface FormUse {
  readonly where: string;
  times: number;
}

/** Operators that fill or stroke a path (8.5.3). */
const pathPaint = ['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'];

/** What an operator does to the survey. */
type Action = (survey: Survey, operands: readonly Operand[], stream: OpenStream) => void;

/** Gathers sightings while the pages are read. */
export class Survey implements ContentListener {
  readonly unmarked = new Map<string, Sighting>();
  readonly nesting = new Map<string, Sighting>();
  readonly strays = new Map<string, Sighting>();
  readonly unbalanced = new Map<string, Sighting>();
  readonly withoutLanguage = new Map<string, Sighting>();
  /** Values of `Lang` in property lists. */
  readonly languages = new Map<string, Sighting>();
  readonly fonts = new Map<PdfDict, FontUse>();
  readonly forms = new Map<PdfDict, FormUse>();
  readonly #look: Look;
  readonly #structure: Structure;
  readonly #catalogLanguage: string | undefined;
  readonly #marks: Mark[] = [];
  readonly #streams: OpenStream[] = [];
  #font: FontUse | undefined;
  /** Text rendering mode (9.3.6). */
  #mode = 0;

  constructor(look: Look, structure: Structure, catalogLanguage: string | undefined) {
    this.#look = look;
    this.#structure = structure;
    this.#catalogLanguage = catalogLanguage;
  }

  open(stream: ContentStream): void {
    const where = `page ${stream.page.number}`;
    const structParents = this.#look.number(stream.dict, 'StructParents');
    if (this.#streams.length > 0 && structParents !== undefined) this.#countForm(stream.dict, where);
    this.#streams.push({ ...stream, where, structParents, height: this.#marks.length, saved: [] });
  }

  close(): void {
    const stream = this.#streams.pop();
    if (!stream) return;
    if (this.#marks.length > stream.height)
      note(this.unbalanced, 'a marked-content sequence is not ended', stream.where);
    this.#marks.length = stream.height;
  }

  take({ operator, operands }: Operation): void {
    const stream = this.#streams.at(-1);
    if (!stream) throw new TypeError('An operation outside a stream');
    Survey.#actions.get(operator)?.(this, operands, stream);
  }

  static readonly #actions = new Map<string, Action>([
    ['BMC', (survey, operands, stream) => survey.#openMark(operands, stream)],
    ['BDC', (survey, operands, stream) => survey.#openMark(operands, stream)],
    ['EMC', (survey, _, stream) => survey.#closeMark(stream)],
    ['q', (survey, _, stream) => survey.#save(stream)],
    ['Q', (survey, _, stream) => survey.#restore(stream)],
    ['Tf', (survey, [name], stream) => survey.#selectFont(name, stream)],
    ['Tr', (survey, [mode]) => survey.#setMode(mode)],
    ['Tj', (survey, [text], stream) => survey.#show(text, stream)],
    ["'", (survey, [text], stream) => survey.#show(text, stream)],
    ['"', (survey, [, , text], stream) => survey.#show(text, stream)],
    ['TJ', (survey, [pieces], stream) => survey.#show(pieces, stream)],
    ['sh', (survey, _, stream) => survey.#paint('a shading', stream)],
    [inlineImage, (survey, _, stream) => survey.#paint('an image', stream)],
    ['Do', (survey, [name], stream) => survey.#drawObject(name, stream)],
    ...pathPaint.map((operator): [string, Action] => [
      operator,
      (survey, _, stream) => survey.#paint('a drawing', stream),
    ]),
  ]);

  #setMode(mode: Operand | undefined): void {
    if (typeof mode === 'number') this.#mode = mode;
  }

  #save(stream: OpenStream): void {
    stream.saved.push({ font: this.#font, mode: this.#mode });
  }

  #closeMark(stream: OpenStream): void {
    if (this.#marks.length > stream.height) this.#marks.pop();
    else note(this.unbalanced, 'EMC ends no marked-content sequence', stream.where);
  }

  #drawObject(operand: Operand | undefined, stream: OpenStream): void {
    if (this.#isImage(operand, stream)) this.#paint('an image', stream);
  }

  #restore(stream: OpenStream): void {
    const saved = stream.saved.pop();
    if (!saved) return;
    this.#font = saved.font;
    this.#mode = saved.mode;
  }

  #countForm(dict: PdfDict, where: string): void {
    const use = this.forms.get(dict) ?? { where, times: 0 };
    use.times += 1;
    this.forms.set(dict, use);
  }

  #isImage(operand: Operand | undefined, { resources }: OpenStream): boolean {
    if (!isName(operand)) return false;
    const object = this.#look.dict(this.#look.dict(resources, 'XObject'), operand.name);
    return this.#look.name(object, 'Subtype') === 'Image';
  }

  #selectFont(operand: Operand | undefined, { resources }: OpenStream): void {
    const dict = isName(operand)
      ? this.#look.dict(this.#look.dict(resources, 'Font'), operand.name)
      : undefined;
    this.#font = dict && (this.fonts.get(dict) ?? new FontUse(dict, this.#look));
    if (dict && this.#font) this.fonts.set(dict, this.#font);
  }

  #show(operand: Operand | undefined, stream: OpenStream): void {
    let isSeen = false;
    for (const item of Array.isArray(operand) ? operand : [operand]) {
      if (!isText(item) || item.bytes.length === 0) continue;
      this.#font?.show(item.bytes, this.#mode, stream.where);
      isSeen = true;
    }
    if (!isSeen) return;
    this.#paint('text', stream);
    if (this.#catalogLanguage === undefined && this.#languageHere() === undefined && !this.#inArtifact())
      note(this.withoutLanguage, 'text', stream.where);
  }

  #languageHere(): string | undefined {
    for (const mark of this.#marks.toReversed()) {
      const language = mark.language ?? mark.element?.language;
      if (language !== undefined) return language;
    }
    return undefined;
  }

  #inArtifact(): boolean {
    return this.#marks.some(({ isArtifact }) => isArtifact);
  }

  #paint(what: string, { where }: OpenStream): void {
    for (let at = this.#marks.length - 1; at >= 0; at -= 1) {
      const mark = this.#marks[at];
      if (mark?.element || mark?.isArtifact) return;
    }
    note(this.unmarked, what, where);
  }

  #openMark([tag, list]: readonly Operand[], stream: OpenStream): void {
    const properties = this.#readProperties(list, stream);
    const name = isName(tag) ? tag.name : '';
    const isArtifact = name === 'Artifact';
    const element = isArtifact ? undefined : this.#findElement(properties.mcid, stream);
    this.#checkNesting(isArtifact, properties.mcid !== undefined && !isArtifact, stream);
    this.#marks.push({ tag: name, element, isArtifact, language: properties.language });
    this.#checkLanguage(name, properties, stream);
  }

  #checkNesting(isArtifact: boolean, isTagged: boolean, { where }: OpenStream): void {
    if (isArtifact && this.#marks.some(({ element }) => element))
      note(this.nesting, 'an artifact inside tagged content', where);
    if (isTagged && this.#inArtifact()) note(this.nesting, 'tagged content inside an artifact', where);
  }

  #checkLanguage(tag: string, { language, texts }: Properties, { where }: OpenStream): void {
    if (language !== undefined) note(this.languages, language, where);
    if (tag !== 'Span' || this.#catalogLanguage !== undefined || this.#languageHere() !== undefined) return;
    for (const key of texts) note(this.withoutLanguage, `${key} of marked content`, where);
  }

  /** An element counts when the parent tree leads to it, the root reaches it, and it names the content. */
  #findElement(mcid: number | undefined, stream: OpenStream): Element | undefined {
    if (mcid === undefined) return undefined;
    const { parentTree, byDict, byContent } = this.#structure;
    const dict = parentOfContent(parentTree, stream.structParents, mcid, this.#look);
    const element = dict && byDict.get(dict);
    if (!dict) note(this.strays, 'the parent tree does not lead to a structure element', stream.where);
    else if (!element) note(this.strays, 'its structure element is not in the structure tree', stream.where);
    else if (byContent.get(contentId(stream.holder, mcid)) !== element)
      note(this.strays, `the element ${element.type} of the parent tree does not name it`, stream.where);
    return element;
  }

  #readProperties(list: Operand | undefined, { resources }: OpenStream): Properties {
    if (list instanceof Map) return readInline(list);
    if (!isName(list)) return { texts: [] };
    const dict = this.#look.dict(this.#look.dict(resources, 'Properties'), list.name);
    const mcid = asNumber(this.#look.at(dict, 'MCID'));
    const language = asText(this.#look.at(dict, 'Lang'));
    const texts = textKeys.filter((key) => asText(this.#look.at(dict, key)) !== undefined);
    return { texts, ...(mcid !== undefined && { mcid }), ...(language !== undefined && { language }) };
  }
}

interface OpenStream extends ContentStream {
  readonly where: string;
  readonly structParents: number | undefined;
  /** Marks that were open where the stream began. */
  readonly height: number;
  readonly saved: { readonly font: FontUse | undefined; readonly mode: number }[];
}

interface Properties {
  readonly mcid?: number;
  readonly language?: string;
  /** Which of the texts for assistive technology it has. */
  readonly texts: readonly string[];
}

const textKeys = ['ActualText', 'Alt', 'E'];

function readInline(list: ReadonlyMap<string, Operand>): Properties {
  const [mcid, language] = [list.get('MCID'), list.get('Lang')];
  return {
    texts: textKeys.filter((key) => isText(list.get(key))),
    ...(typeof mcid === 'number' && { mcid }),
    ...(isText(language) && { language: new TextDecoder('latin1').decode(language.bytes) }),
  };
}

function note(sightings: Map<string, Sighting>, what: string, where: string): void {
  const key = `${what} ${where}`;
  const known = sightings.get(key);
  if (known) known.count += 1;
  else sightings.set(key, { what, where, count: 1 });
}
