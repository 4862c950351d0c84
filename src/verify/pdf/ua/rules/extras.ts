/** What a file may carry besides its pages (ISO 14289-1, 7.10 to 7.19). */
import type { PdfDict } from '@libpdf/core';
import { asArray, asDict, asStream, asText } from '../../objects.ts';
import type { UaDocument } from '../document.ts';
import { decodeStream, type Look } from '../look.ts';
import { type Fault, type Rule, rule } from '../rule.ts';

/** Configurations of optional content have a name, and nothing switches by itself (7.10; Matterhorn 20-001 to 20-003). */
function* findOptionalContent({ file, look }: UaDocument): Iterable<Fault> {
  const properties = look.dict(file.catalog, 'OCProperties');
  const others = look.list(properties, 'Configs').map((item) => asDict(look.resolve(item)));
  for (const config of [look.dict(properties, 'D'), ...others]) {
    if (!config) continue;
    if (!look.text(config, 'Name'))
      yield { problem: 'a configuration of optional content has no name', where: 'OCProperties' };
    if (look.at(config, 'AS') !== undefined)
      yield { problem: 'a configuration of optional content has the key AS', where: 'OCProperties' };
  }
}

/** An embedded file has its name in `F` and `UF` (7.11; Matterhorn 21-001). */
function* findNamelessFiles({ dictionaries, look }: UaDocument): Iterable<Fault> {
  for (const dict of dictionaries) {
    if (!look.dict(dict, 'EF') || (look.text(dict, 'F') && look.text(dict, 'UF'))) continue;
    yield { problem: 'an embedded file has no name in both F and UF', where: 'file specification' };
  }
}

/** No forms that are laid out anew by the reader's program (7.15; Matterhorn 25-001). */
function findDynamicForms({ file, look }: UaDocument): Iterable<Fault> {
  const xfa = look.at(look.dict(file.catalog, 'AcroForm'), 'XFA');
  const parts = xfa ? (asArray(xfa)?.toArray() ?? [xfa]) : [];
  const text = parts.map((part) => decodeStream(asStream(look.resolve(part)))).map(decodeText);
  const dynamic = /<dynamicRender>\s*required\s*</.test(text.join(''));
  return dynamic ? [{ problem: 'the form is a dynamic XFA form', where: 'AcroForm' }] : [];
}

function decodeText(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes) : '';
}

/** Bit 10 of the permissions: the text may be taken out for assistive technology (7.16; Matterhorn 26-001, 26-002). */
function* findEncryption({ file, look }: UaDocument): Iterable<Fault> {
  if (!file.encryption) return;
  const permissions = look.number(file.encryption, 'P') ?? 0;
  if ((permissions & 0x200) === 0)
    yield { problem: 'encryption keeps the text from assistive technology', where: 'Encrypt' };
}

/** Media clips have a type and words (7.18.6.2; Matterhorn 28-014 and 28-015). */
function* findSilentMedia({ dictionaries, look }: UaDocument): Iterable<Fault> {
  for (const dict of dictionaries) {
    if (look.name(dict, 'S') !== 'MCD' || !dict.has('D')) continue;
    if (look.text(dict, 'CT') === undefined) yield { problem: 'a media clip has no CT', where: 'media clip' };
    if (!hasAlternatives(dict, look)) yield { problem: 'a media clip has no Alt', where: 'media clip' };
  }
}

/** Pairs of a language and a text (ISO 32000-1, 14.9.2.4). */
function hasAlternatives(clip: PdfDict, look: Look): boolean {
  const texts = look.array(clip, 'Alt').map(asText);
  return (
    texts.length > 0 &&
    texts.length % 2 === 0 &&
    texts.every((text, index) => (index % 2 === 0 ? text !== undefined : text))
  );
}

/** No scripts: they may change what is read, or ask for keys in time (stricter than 7.19). */
function* findScripts({ dictionaries, look }: UaDocument): Iterable<Fault> {
  for (const dict of dictionaries)
    if (look.name(dict, 'S') === 'JavaScript' && dict.has('JS'))
      yield { problem: 'an action runs a script', where: 'action' };
}

const plain = 'Print the pages alone: no attachments, layers, forms, media or scripts.';

export const extraRules: readonly Rule[] = [
  rule('7.10', findOptionalContent, plain),
  rule('7.11', findNamelessFiles, plain),
  rule('7.15', findDynamicForms, plain),
  rule('7.16', findEncryption, 'Do not encrypt the file.'),
  rule('7.18.6.2', findSilentMedia, plain),
  rule('7.19', findScripts, plain),
];
