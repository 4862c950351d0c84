/** Documents as the browser prints them and as they are finished, and what a reader finds in them. */
import { after } from 'node:test';
import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { launchBrowser } from '../../../src/print/machine/launch.ts';
import { mend, parse, save } from '../../../src/print/pdf.ts';
import { TabPool } from '../../../src/print/tab-pool.ts';
import { info } from '../fixture.ts';

export interface Prints {
  readonly raw: Uint8Array;
  readonly finished: Uint8Array;
}

/** A browser for the tests of a file: it starts when the first document is printed. */
export function usePress(): (html: string) => Promise<Prints> {
  let press: ReturnType<typeof startPress> | undefined;
  after(async () => {
    const started = await press;
    await started?.browser.close();
    await started?.cleanUp();
  });
  return async (html) => {
    press ??= startPress();
    const { tabs } = await press;
    const raw = await tabs.use(async (tab) => {
      await tab.load(html, new Map(), 'print');
      return tab.print('a5');
    });
    const pdf = await parse(raw);
    mend(pdf, info);
    return { raw, finished: await save(pdf, info) };
  };
}

async function startPress() {
  const launched = await launchBrowser({ note() {} });
  return { ...launched, tabs: await TabPool.open(launched.browser) };
}

/** What a piece of a page's content is marked as: the tags around it, the outermost first. */
export interface Painted {
  readonly kind: 'text' | 'path' | 'image';
  /** `P 3` for a tag with a number in the structure tree. */
  readonly tags: readonly string[];
}

const kinds = new Map<number, Painted['kind']>([
  [OPS.showText, 'text'],
  [OPS.constructPath, 'path'],
  [OPS.shadingFill, 'path'],
  [OPS.paintImageXObject, 'image'],
  [OPS.paintInlineImageXObject, 'image'],
  [OPS.paintImageMaskXObject, 'image'],
  [OPS.paintSolidColorImageMask, 'image'],
]);

/** All that is painted on a page, in order. */
export async function readPainted(pdf: PDFDocumentProxy, page: number): Promise<Painted[]> {
  const { fnArray, argsArray } = await (await pdf.getPage(page)).getOperatorList();
  const tags: string[] = [];
  const painted: Painted[] = [];
  for (const [index, operator] of fnArray.entries()) {
    const [first, second] = argsArray[index] ?? [];
    const kind = kinds.get(operator);
    if (operator === OPS.beginMarkedContent) tags.push(nameOf(first));
    else if (operator === OPS.beginMarkedContentProps) tags.push(`${nameOf(first)} ${second ?? ''}`.trim());
    else if (operator === OPS.endMarkedContent) tags.pop();
    else if (kind && !(operator === OPS.constructPath && first === OPS.endPath))
      painted.push({ kind, tags: [...tags] });
  }
  return painted;
}

function nameOf(name: unknown): string {
  return typeof name === 'string' ? name : String((name as { name?: string } | null)?.name ?? '');
}

/** Not tagged, an artifact in tagged content, or the reverse: what ISO 14289-1, 7.1 forbids. */
export function isMismarked({ tags }: Painted): boolean {
  const artifacts = tags.filter((tag) => tag === 'Artifact').length;
  const numbers = tags.filter((tag) => / \d+$/.test(tag)).length;
  return artifacts + numbers !== 1;
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
  readonly lang?: string;
}

/** A page's structure tree as nested brackets: `L(LI(Lbl LBody(Span:es)))`; content is left out. */
export async function readOutlineOfTags(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const tree = (await (await pdf.getPage(page)).getStructTree()) as Node | null;
  return tree ? write(tree.children?.[0] ?? tree) : '';
}

function write({ role, lang, children = [] }: Node): string {
  const name = lang === undefined || role === 'Document' ? role : `${role}:${lang}`;
  const below = children.filter((child) => child.role).map(write);
  return below.length > 0 ? `${name}(${below.join(' ')})` : `${name}`;
}

interface Content {
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Content[];
}

/** The text of a page's structure tree, in its order. */
export async function readTaggedText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const id = open.findLast((id) => id !== '') ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  const listIds = ({ id, children = [] }: Content): string[] => [
    ...(id === undefined ? [] : [id]),
    ...children.flatMap(listIds),
  ];
  const tree = (await page.getStructTree()) as Content | null;
  return (tree ? listIds(tree) : []).map((id) => texts.get(id) ?? '').join('');
}
