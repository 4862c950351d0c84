/** `disclaimer.md` → Disclaimer: the full text, the short form and the running line. */
import { createHash } from 'node:crypto';
import type { Nodes, Root } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Point } from 'unist';
import type { Disclaimer, Message } from '../model.ts';
import { createMessage, hasErrors } from '../rules.ts';
import { SKIP, visit } from '../visit.ts';
import schema from './disclaimer.schema.json' with { type: 'json' };
import type { Folder } from './folder.ts';
import { type Markdown, readFragment, readLine, readMarkdown } from './markdown.ts';
import { readYaml } from './yaml.ts';

/** Most words of each form, so that it fits whole on one page of every edition, large print included. */
export const limits = { full: 250, chapter: 60, page: 12 } as const;

const unspacedLetter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** What a disclaimer may be made of: it must read the same in print and on every e-reader. */
const plain = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'text',
  'strong',
  'emphasis',
  'link',
  'break',
  'list',
  'listItem',
]);

/** What a writer calls the rest. */
const names: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'quotation',
  containerDirective: 'container',
  definition: 'link definition',
  delete: 'strikethrough',
  footnoteDefinition: 'footnote',
  footnoteReference: 'call of a footnote',
  html: 'HTML',
  imageReference: 'image',
  inlineCode: 'code',
  linkReference: 'link by reference',
  thematicBreak: 'rule',
};

/** What became of `disclaimer.md`; without `disclaimer`, a message tells why. */
export interface DisclaimerResult {
  readonly disclaimer?: Disclaimer;
  readonly messages: readonly Message[];
}

/**
 * Reads `disclaimer.md`.
 * @param language BCP 47
 */
export async function readDisclaimer(folder: Folder, language: string): Promise<DisclaimerResult> {
  const file = folder.show('disclaimer.md');
  const [reading, stored] = await Promise.all([
    folder.readText('disclaimer.md'),
    folder.readBytes('disclaimer.md'),
  ]);
  if ('message' in reading) return { messages: [reading.message] };
  if ('message' in stored) return { messages: [stored.message] };
  const markdown = readMarkdown(reading.content, file, 'disclaimer', language);
  if (markdown.yaml === undefined) {
    const keys = '`chapter: …` and `page: …`';
    return {
      messages: [createMessage('front-matter-missing', { keys }, { file, place: { line: 1, column: 1 } })],
    };
  }
  return assemble(stored.content, { ...markdown, yaml: markdown.yaml }, file, language);
}

function assemble(
  stored: Uint8Array,
  markdown: Markdown & { readonly yaml: string },
  file: string,
  language: string,
): DisclaimerResult {
  const result = readYaml<{ chapter: string; page: string; verbatim?: boolean }>(
    { file, text: markdown.yaml, firstLine: 2 },
    schema,
  );
  const messages = [...markdown.messages, ...result.messages, ...checkForm(markdown.root, 'full', file)];
  const { value, placeOf } = result;
  if (!value) return { messages };
  const chapter = moveTo(readFragment(value.chapter, file, 'disclaimer', language).root, placeOf('chapter'));
  const page = readLine(value.page.trim(), language);
  messages.push(...checkForm(chapter, 'chapter', file), ...checkLength(page, 'page', file, placeOf('page')));
  if (hasErrors(messages)) return { messages };
  const sha256 = createHash('sha256').update(stored).digest('hex');
  const { verbatim = false } = value;
  return { disclaimer: { file, full: markdown.root, chapter, page, verbatim, sha256 }, messages };
}

function checkForm(root: Root, form: 'full' | 'chapter', file: string): Message[] {
  const text = blockTexts(root).join(' ').trim();
  const place = root.children[0]?.position?.start;
  if (text === '') return [createMessage('disclaimer-empty', {}, { file, place })];
  const messages = checkLength(text, form, file, place);
  visit(root, (node) => {
    if (plain.has(node.type)) return;
    const what = names[node.type] ?? node.type;
    messages.push(createMessage('disclaimer-plain', { what }, { file, place: node.position }));
    return SKIP;
  });
  return messages;
}

function blockTexts(root: Root): string[] {
  const texts: string[] = [];
  visit(root, 'paragraph', (node) => {
    texts.push(toText(node));
  });
  return texts;
}

function checkLength(
  text: string,
  form: keyof typeof limits,
  file: string,
  place: Point | undefined,
): Message[] {
  const words = countWords(text);
  if (words <= limits[form]) return [];
  const values = {
    form: form === 'page' ? 'running' : form === 'chapter' ? 'short' : 'full',
    words,
    limit: limits[form],
  };
  return [createMessage('disclaimer-too-long', values, { file, place })];
}

/** Scripts that set no spaces between words count two characters as one, which is about their length. */
function countWords(text: string): number {
  const unspaced = text.match(unspacedLetter)?.length ?? 0;
  const others = text.replace(unspacedLetter, ' ').split(/\s+/u);
  return Math.ceil(unspaced / 2) + others.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Positions inside a YAML string mean nothing in the file: every node gets the place of the key's value. */
function moveTo(root: Root, point: Point | undefined): Root {
  visit(root, (node) => {
    if (point) node.position = { start: point, end: point };
    else delete node.position;
  });
  return root;
}
