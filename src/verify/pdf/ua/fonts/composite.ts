/** Composite fonts and their CMaps (ISO 14289-1, 7.21.3). */
import type { PdfDict } from '@libpdf/core';
import { asDict, asName, asStream } from '../../objects.ts';
import type { UaDocument } from '../document.ts';
import type { Look } from '../look.ts';
import type { Fault } from '../rule.ts';
import { readCMapFile } from './cmap-file.ts';
import { orderingOf } from './cmap-names.ts';
import type { FontUse } from './font-use.ts';
import { descendantOf, descriptorOf } from './program.ts';

function compositeFonts({ fonts, look }: UaDocument): readonly FontUse[] {
  return fonts.filter(({ dict }) => look.name(dict, 'Subtype') === 'Type0');
}

interface System {
  readonly registry?: string | undefined;
  readonly ordering?: string | undefined;
  readonly supplement?: number | undefined;
}

function readSystem(dict: PdfDict | undefined, look: Look): System {
  const info = look.dict(dict, 'CIDSystemInfo');
  return {
    registry: look.text(info, 'Registry'),
    ordering: look.text(info, 'Ordering'),
    supplement: look.number(info, 'Supplement'),
  };
}

/** Font and CMap agree on the character collection (7.21.3.1; Matterhorn 31-001 to 31-003). */
export function* findWrongSystems(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { dict, where } of compositeFonts(document)) {
    const own = readSystem(descendantOf(dict, look), look);
    const cmap = systemOfCMap(dict, look);
    if (!cmap) continue;
    const same =
      own.ordering !== undefined &&
      own.ordering === cmap.ordering &&
      own.registry === cmap.registry &&
      (own.supplement ?? 0) <= (cmap.supplement ?? Number.POSITIVE_INFINITY);
    if (same) continue;
    const problem = `the font has the collection ${tell(own)}, its CMap ${tell(cmap)}`;
    yield { problem, where };
  }
}

function tell({ registry, ordering, supplement }: System): string {
  return [registry ?? '?', ordering ?? '?', supplement ?? '?'].join('-');
}

/** Undefined for Identity, which goes with every collection, and for names that are no CMap's. */
function systemOfCMap(font: PdfDict, look: Look): System | undefined {
  const name = look.name(font, 'Encoding');
  if (name !== undefined) {
    const ordering = orderingOf(name);
    return ordering === undefined || ordering === 'Identity' ? undefined : { registry: 'Adobe', ordering };
  }
  const stream = asStream(look.at(font, 'Encoding'));
  if (!stream || asName(look.at(stream, 'CMapName'))?.startsWith('Identity')) return undefined;
  const listed = readSystem(stream, look);
  const written = readCMapFile(font, look)?.system;
  return {
    registry: listed.registry ?? written?.registry,
    ordering: listed.ordering ?? written?.ordering,
    supplement: listed.supplement ?? written?.supplement ?? 0,
  };
}

/** An embedded TrueType descendant says how CIDs become glyphs (7.21.3.2; Matterhorn 31-004 to 31-005). */
export function* findWrongGlyphMaps(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { dict, where } of compositeFonts(document)) {
    const descendant = descendantOf(dict, look);
    const embedded = descriptorOf(dict, look)?.has('FontFile2') ?? false;
    if (look.name(descendant, 'Subtype') !== 'CIDFontType2' || !embedded) continue;
    const map = look.at(descendant, 'CIDToGIDMap');
    if (asStream(map) || asName(map) === 'Identity') continue;
    yield { problem: 'the TrueType font has no CIDToGIDMap that is a stream or Identity', where };
  }
}

/** CMaps are embedded or known to every reader, and say one thing (7.21.3.3; Matterhorn 31-006 to 31-008). */
export function* findWrongCMaps(document: UaDocument): Iterable<Fault> {
  const { look } = document;
  for (const { dict, where } of compositeFonts(document)) {
    const name = look.name(dict, 'Encoding');
    const stream = asStream(look.at(dict, 'Encoding'));
    if (!stream && (name === undefined || orderingOf(name) === undefined))
      yield { problem: `the CMap ${name ?? ''} is neither embedded nor predefined`, where };
    const file = stream && readCMapFile(dict, look);
    if (!file) continue;
    if ((look.number(stream, 'WMode') ?? 0) !== file.writingMode)
      yield { problem: 'the CMap says two things about its writing mode', where };
    const base = nameOfBase(stream, look) ?? file.uses;
    if (base !== undefined && orderingOf(base) === undefined)
      yield { problem: `the CMap refers to ${base}, which is not predefined`, where };
  }
}

/** `UseCMap` is a name, or a stream that has one. */
function nameOfBase(stream: PdfDict | undefined, look: Look): string | undefined {
  const base = look.at(stream, 'UseCMap');
  return asName(base) ?? look.name(asDict(base), 'CMapName');
}
