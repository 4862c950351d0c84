/** `segments/*.md` → ParsedSegment[], in the order of `edition.yaml`. */
import { closest, distance } from 'fastest-levenshtein';
import type { Message, ParsedSegment, SegmentKind, Voice } from '../model.ts';
import { createMessage } from '../rules.ts';
import type { Folder } from './folder.ts';
import { readLine, readMarkdown } from './markdown.ts';
import { defaultLanguage, type MetadataResult } from './metadata.ts';
import schema from './segment.schema.json' with { type: 'json' };
import { readYaml } from './yaml.ts';

interface FrontMatter {
  readonly title: string;
  readonly kind: SegmentKind;
  readonly voice?: Voice;
  readonly verbatim?: boolean;
  readonly consent?: string;
}

/** What became of the segments: those that could be read, in order. */
export interface SegmentsResult {
  readonly segments: readonly ParsedSegment[];
  readonly messages: readonly Message[];
}

/** Reads every file in `segments/`, listed or not, so that all faults are told at once. */
export async function readSegments(folder: Folder, edition: MetadataResult): Promise<SegmentsResult> {
  const files = await folder.list('segments');
  const language = edition.metadata?.language ?? defaultLanguage;
  const readings = await Promise.all(files.map((name) => readSegment(folder, name, language)));
  const found = readings.flatMap(({ segment }) => segment ?? []);
  const messages = readings.flatMap((reading) => reading.messages);
  messages.push(...findDuplicates(found));
  const listed = edition.metadata?.segments;
  if (!listed) return { segments: found, messages };
  messages.push(...compareWithList(files, listed, edition, folder));
  const inOrder = listed.flatMap((name) => found.find((segment) => segment.name === name) ?? []);
  return { segments: numberChapters(inOrder), messages };
}

async function readSegment(
  folder: Folder,
  fileName: string,
  language: string,
): Promise<{ segment?: ParsedSegment; messages: Message[] }> {
  const path = `segments/${fileName}`;
  const file = folder.show(path);
  const name = fileName.replace(/\.md$/, '');
  const slug = /^\d+-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.md$/.exec(fileName)?.[1];
  if (slug === undefined) return { messages: [createMessage('segment-name', { name: fileName }, { file })] };
  const reading = await folder.readText(path);
  if ('message' in reading) return { messages: [reading.message] };
  const { yaml, root, messages } = readMarkdown(reading.content, file, slug, language);
  if (yaml === undefined) {
    const keys = '`title: …` and `kind: chapter`';
    const missing = createMessage('front-matter-missing', { keys }, { file, place: { line: 1, column: 1 } });
    return { messages: [...messages, missing] };
  }
  const result = readYaml<FrontMatter>({ file, text: yaml, firstLine: 2 }, schema);
  const all = [...messages, ...result.messages];
  if (!result.value) return { messages: all };
  const { title, ...rest } = result.value;
  return {
    segment: {
      name,
      slug,
      file,
      ...rest,
      title: readLine(title.trim(), language),
      root,
      text: reading.content,
    },
    messages: all,
  };
}

function findDuplicates(segments: readonly ParsedSegment[]): Message[] {
  const first = new Map<string, ParsedSegment>();
  return segments.flatMap((segment) => {
    const other = first.get(segment.slug);
    if (!other) {
      first.set(segment.slug, segment);
      return [];
    }
    const values = { slug: segment.slug, first: other.name, second: segment.name };
    return [createMessage('segment-duplicate', values, { file: segment.file })];
  });
}

function compareWithList(
  files: readonly string[],
  listed: readonly string[],
  edition: MetadataResult,
  folder: Folder,
): Message[] {
  const names = files.map((file) => file.replace(/\.md$/, ''));
  const placeOf = (name: string) => edition.placeOf(`segments.${listed.indexOf(name)}`);
  const missing = listed
    .filter((name) => !names.includes(name))
    .map((name) => {
      const values = {
        name,
        suggestion: suggest(
          name,
          names.filter((other) => !listed.includes(other)),
        ),
      };
      return createMessage('segment-missing', values, { file: edition.file, place: placeOf(name) });
    });
  const unlisted = names
    .filter((name) => !listed.includes(name) && files.includes(`${name}.md`))
    .map((name) => createMessage('segment-unlisted', { name }, { file: folder.show(`segments/${name}.md`) }));
  return [...missing, ...unlisted];
}

function suggest(name: string, others: readonly string[]): string {
  if (others.length === 0) return '';
  const nearest = closest(name, others);
  return distance(name, nearest) <= name.length / 2 ? `, or was ${nearest} meant` : '';
}

function numberChapters(segments: readonly ParsedSegment[]): ParsedSegment[] {
  let number = 0;
  return segments.map((segment) => {
    if (segment.kind !== 'chapter') return segment;
    number += 1;
    return { ...segment, number };
  });
}
