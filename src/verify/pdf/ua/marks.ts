/** The marked-content sequences that are open, and what is wrong with them (ISO 32000-1, 14.6 to 14.8). */
import type { PdfDict } from '@libpdf/core';
import { isName, type Operand } from '../tokens.ts';
import type { Element } from './element.ts';
import type { Look } from './look.ts';
import { parentOfContent } from './parent-tree.ts';
import { type Properties, readProperties } from './properties.ts';
import { note, type Sightings } from './sighting.ts';
import type { Structure } from './tree.ts';

/** Where marked content stands. */
export interface MarkedPlace {
  /** Page, for messages. */
  readonly where: string;
  /** Number of the object whose stream it is. */
  readonly holder: number;
  readonly structParents: number | undefined;
  readonly resources: PdfDict | undefined;
}

interface Mark {
  /** The structure element that holds it, if it has a number and the tree knows it. */
  readonly element: Element | undefined;
  readonly isArtifact: boolean;
  readonly language: string | undefined;
}

/** The sequences that are open, the innermost last. */
export class Marks {
  readonly nesting: Sightings = new Map();
  readonly strays: Sightings = new Map();
  readonly withoutLanguage: Sightings = new Map();
  /** Values of `Lang` in property lists. */
  readonly languages: Sightings = new Map();
  readonly #look: Look;
  readonly #structure: Structure;
  readonly #catalogLanguage: string | undefined;
  readonly #open: Mark[] = [];

  constructor(look: Look, structure: Structure, catalogLanguage: string | undefined) {
    this.#look = look;
    this.#structure = structure;
    this.#catalogLanguage = catalogLanguage;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Ends the innermost sequences until so many are left. */
  closeTo(depth: number): void {
    this.#open.length = depth;
  }

  open(tag: Operand | undefined, list: Operand | undefined, place: MarkedPlace): void {
    const properties = readProperties(list, place.resources, this.#look);
    const { mcid, language } = properties;
    const name = isName(tag) ? tag.name : '';
    const isArtifact = name === 'Artifact';
    const element = isArtifact || mcid === undefined ? undefined : this.#findElement(mcid, place);
    if (this.#open.length > 0) this.#checkNesting(isArtifact, !isArtifact && mcid !== undefined, place.where);
    this.#open.push({ element, isArtifact, language });
    this.#checkLanguage(name, properties, place.where);
  }

  /** Whether what is drawn now is tagged, or an artifact. */
  get isMarked(): boolean {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      const mark = this.#open[at];
      if (mark?.element || mark?.isArtifact) return true;
    }
    return false;
  }

  /** Text is shown, and its language must be known. */
  takeText(where: string): void {
    if (this.#catalogLanguage !== undefined || this.#language !== undefined || this.#isInArtifact) return;
    note(this.withoutLanguage, 'text', where);
  }

  get #language(): string | undefined {
    for (const mark of this.#open.toReversed()) {
      const language = mark.language ?? mark.element?.language;
      if (language !== undefined) return language;
    }
    return undefined;
  }

  get #isInArtifact(): boolean {
    return this.#open.some(({ isArtifact }) => isArtifact);
  }

  #checkNesting(isArtifact: boolean, isTagged: boolean, where: string): void {
    if (isArtifact && this.#open.some(({ element }) => element))
      note(this.nesting, 'an artifact inside tagged content', where);
    if (isTagged && this.#isInArtifact) note(this.nesting, 'tagged content inside an artifact', where);
  }

  #checkLanguage(tag: string, { language, texts }: Properties, where: string): void {
    if (language !== undefined) note(this.languages, language, where);
    if (tag !== 'Span' || this.#catalogLanguage !== undefined || this.#language !== undefined) return;
    for (const key of texts) note(this.withoutLanguage, `${key} of marked content`, where);
  }

  /** An element counts when the parent tree leads to it, and the root reaches it; it should also name the content. */
  #findElement(mcid: number, { holder, structParents, where }: MarkedPlace): Element | undefined {
    const { parentTree, byDict, byContent } = this.#structure;
    const dict = parentOfContent(parentTree, structParents, mcid, this.#look);
    const element = dict && byDict.get(dict);
    if (!dict) note(this.strays, 'the parent tree does not lead to a structure element', where);
    else if (!element) note(this.strays, 'its structure element is not in the structure tree', where);
    else if (byContent.get(holder)?.get(mcid) !== element)
      note(this.strays, `the element ${element.type} of the parent tree does not name it`, where);
    return element;
  }
}
