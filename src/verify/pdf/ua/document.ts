/** A PDF as the rules look at it. */
import type { PdfDict } from '@libpdf/core';
import type { ContentListener } from '../content.ts';
import type { PdfFile } from '../open.ts';
import { type Annotation, readAnnotations } from './annotation.ts';
import { listDictionaries } from './dictionaries.ts';
import type { FontUse } from './fonts/font-use.ts';
import { type Program, readProgram } from './fonts/program.ts';
import { Look } from './look.ts';
import { Survey } from './survey.ts';
import { readStructure, type Structure } from './tree.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** Everything that the rules ask of a PDF. */
export interface UaDocument {
  readonly file: PdfFile;
  readonly look: Look;
  /** `Lang` of the catalog. */
  readonly language: string | undefined;
  /** Metadata of the document: absent, or unreadable, or what it holds. */
  readonly xmp: Xmp | 'missing' | 'malformed';
  readonly structure: Structure;
  readonly survey: Survey;
  /** Fonts that show text on pages. */
  readonly fonts: readonly FontUse[];
  readonly annotations: readonly Annotation[];
  /** Every dictionary of the file, but for the structure tree. */
  readonly dictionaries: readonly PdfDict[];
  /** Font files, each read once. */
  readonly programOf: (font: PdfDict) => Program | 'missing' | 'broken';
}

/** A document that is being read: the listener must hear every page before `finish`. */
export interface OpenUaDocument {
  readonly listener: ContentListener;
  finish(): UaDocument;
}

/** Begins to read a document. */
export function openUaDocument(file: PdfFile): OpenUaDocument {
  const look = new Look(file.resolve);
  const structure = readStructure(file, look);
  const language = look.text(file.catalog, 'Lang');
  const survey = new Survey(look, structure, language);
  return {
    listener: survey,
    finish: () => ({
      file,
      look,
      language,
      xmp: readXmp(look.stream(file.catalog, 'Metadata')),
      structure,
      survey,
      fonts: [...survey.fonts.values()].filter(({ shown }) => shown.length > 0),
      annotations: readAnnotations(file, structure, look),
      dictionaries: listDictionaries(file.catalog, file.resolve),
      programOf: createProgramReader(look),
    }),
  };
}

function createProgramReader(look: Look): UaDocument['programOf'] {
  const known = new Map<PdfDict, ReturnType<UaDocument['programOf']>>();
  return (font) => {
    const program = known.get(font) ?? readProgram(font, look);
    known.set(font, program);
    return program;
  };
}
