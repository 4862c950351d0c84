/** `edition.yaml` → Metadata. */
import type { Message, Metadata, Person } from '../model.ts';
import { createMessage } from '../rules.ts';
import schema from './edition.schema.json' with { type: 'json' };
import type { Folder } from './folder.ts';
import { kindleLanguages } from './kindle-languages.ts';
import { readLine } from './markdown.ts';
import { readYaml, type YamlResult } from './yaml.ts';

/** The language of texts whose `edition.yaml` is at fault: its faults refuse the edition anyway. */
export const defaultLanguage = 'en';

/** What became of `edition.yaml`. */
export interface MetadataResult extends Pick<YamlResult<Metadata>, 'placeOf'> {
  readonly metadata?: Metadata;
  readonly messages: readonly Message[];
  /** Path as printed in messages. */
  readonly file: string;
}

/** Reads and checks `edition.yaml`; texts get their typographic characters. */
export async function readMetadata(folder: Folder): Promise<MetadataResult> {
  const file = folder.show('edition.yaml');
  const reading = await folder.readText('edition.yaml');
  if ('message' in reading) return { file, messages: [reading.message], placeOf: () => undefined };
  const result = readYaml<Metadata>({ file, text: reading.content, firstLine: 1 }, schema);
  const { value, placeOf } = result;
  if (!value) return { file, messages: result.messages, placeOf };
  const messages = [
    ...checkPermission(value, file, placeOf),
    ...checkShops(value, file, placeOf),
    ...checkCover(value, file, placeOf),
  ];
  return { file, metadata: typeset(value), messages, placeOf };
}

/** A cover of one's own needs words for readers who cannot see it. */
function checkCover(
  { cover, coverAlt }: Metadata,
  file: string,
  placeOf: MetadataResult['placeOf'],
): Message[] {
  if (cover === undefined || coverAlt !== undefined) return [];
  const expected = 'what the cover shows, for readers who cannot see it';
  return [createMessage('key-missing', { key: 'coverAlt', expected }, { file, place: placeOf('cover') })];
}

/** A warning when the largest shop of e-books does not know the language. */
function checkShops({ language }: Metadata, file: string, placeOf: MetadataResult['placeOf']): Message[] {
  if (kindleLanguages.has(language.split('-')[0]?.toLowerCase() ?? '')) return [];
  return [createMessage('language-shop', { language }, { file, place: placeOf('language') })];
}

function checkPermission(metadata: Metadata, file: string, placeOf: MetadataResult['placeOf']): Message[] {
  if (metadata.source.permission.trim().toLowerCase() !== 'missing') return [];
  return [createMessage('source-permission-missing', {}, { file, place: placeOf('source.permission') })];
}

function typeset(metadata: Metadata): Metadata {
  const { subtitle, reviewer, source } = metadata;
  const set = (text: string) => readLine(text, metadata.language);
  const setPerson = <Someone extends Person>(person: Someone) => ({ ...person, name: set(person.name) });
  return {
    ...metadata,
    title: set(metadata.title),
    ...(metadata.titleFileAs !== undefined && { titleFileAs: set(metadata.titleFileAs) }),
    ...(metadata.series && { series: { ...metadata.series, name: set(metadata.series.name) } }),
    ...(metadata.coverAlt !== undefined && { coverAlt: set(metadata.coverAlt) }),
    ...(subtitle !== undefined && { subtitle: set(subtitle) }),
    author: setPerson(metadata.author),
    editor: setPerson(metadata.editor),
    reviewer: reviewer === 'none' ? 'none' : setPerson(reviewer),
    source: {
      ...source,
      title: set(source.title),
      author: set(source.author),
      permission: set(source.permission),
    },
    rights: set(metadata.rights),
    description: set(metadata.description),
  };
}
