/** The pictures of a segment, and where they stand in its text. */
import type { Point } from 'unist';
import { joinParts, type Part, type Phrase } from '../phrase.ts';
import type { Attributes, EventListener, FilePicture } from './events.ts';

/** An element of a drawing, with its attributes by their names in lower case. */
export interface Shape {
  readonly name: string;
  readonly attributes: Attributes;
}

/** A picture in a file, or a drawing in the text. */
export interface SourcePicture {
  /** In the content folder; absent for a drawing. */
  readonly path?: string;
  /** The drawing itself, the outermost element first; empty for a file. */
  readonly shapes: readonly Shape[];
  /** For those who do not see it; empty when it is decorative. */
  readonly alt: string;
  readonly at?: Point;
  /** Where its block begins. */
  readonly block?: Point;
  /** What stands before it in its block. */
  readonly before: Phrase;
  readonly isNote: boolean;
}

/** `![](x.png "decorative")`. */
const decorative = 'decorative';
/** Elements that only hold words. */
const words = new Set(['title', 'desc']);

interface OpenDrawing {
  readonly picture: Omit<SourcePicture, 'alt' | 'shapes'>;
  readonly shapes: Shape[];
  /** Drawings in it that are open, itself among them. */
  depth: number;
  title: string | undefined;
}

/** Gathers pictures. */
export class PictureCollector implements Partial<EventListener> {
  readonly pictures: SourcePicture[] = [];
  #parts: Part[] = [];
  #block: Point | undefined;
  #isNote = false;
  #drawing: OpenDrawing | undefined;

  beginBlock(at: Point | undefined, isNote: boolean): void {
    this.#parts = [];
    this.#block = at;
    this.#isNote = isNote;
  }

  add(part: Part): void {
    this.#parts.push(part);
  }

  show({ path, alt, title }: FilePicture, at: Point | undefined): void {
    const spoken = title === decorative ? '' : alt;
    this.pictures.push({ ...this.#locate(at), path, alt: spoken, shapes: [] });
  }

  open(name: string, attributes: Attributes, at: Point | undefined): void {
    const drawing = this.#drawing;
    if (!drawing) {
      if (name !== 'svg') return;
      const shapes = [{ name, attributes }];
      this.#drawing = { picture: this.#locate(at), shapes, depth: 1, title: undefined };
      return;
    }
    if (name === 'svg') drawing.depth += 1;
    if (name === 'title') drawing.title ??= '';
    if (!words.has(name)) drawing.shapes.push({ name, attributes });
  }

  whisper(text: string): void {
    if (this.#drawing?.title !== undefined) this.#drawing.title += text;
  }

  close(name: string): void {
    if (name !== 'svg' || !this.#drawing) return;
    this.#drawing.depth -= 1;
    if (this.#drawing.depth > 0) return;
    const { picture, shapes, title = '' } = this.#drawing;
    const { 'aria-hidden': hidden, 'aria-label': label = title } = shapes[0]?.attributes ?? {};
    this.pictures.push({ ...picture, shapes, alt: hidden === 'true' ? '' : label });
    this.#drawing = undefined;
  }

  #locate(at: Point | undefined): Omit<SourcePicture, 'alt' | 'shapes' | 'path'> {
    const block = this.#block;
    const before = joinParts(this.#parts);
    return { ...(at && { at }), ...(block && { block }), before, isNote: this.#isNote };
  }
}
