/** The report of an import on the screen. */
import type { Report } from '../import/index.ts';

/** Lines about one post: what was kept, moved and dropped, and what a person should look at. */
export function formatImport(folder: string, report: Report): string {
  const { post, words, disclaimer, comments } = report;
  const rows: (readonly [string, string])[] = [
    ['post', `${post.title} (${post.format}, ${post.encoding}, ${post.lines} lines)`],
    ['words', `${words.in} in = ${words.kept} kept + ${words.moved} moved + ${words.dropped} dropped`],
    ...report.cuts.map((cut) => ['chapter', describeCut(cut)] as const),
    ...report.lists.map(({ first, last, file }) => ['list', `${first} to ${last} in ${file}`] as const),
    ['disclaimer', describeDisclaimer(disclaimer)],
    ...report.toCheck.map(({ line, what }) => ['check', `line ${line}: ${what}`] as const),
    ...describeSightings('dose', report.doses),
    ...describeSightings('name', report.names),
    ['comments', describeComments(comments)],
    ...report.pictures.map((it) => ['picture', describePicture(it)] as const),
    ...report.lines.flatMap((line) =>
      line.fate === 'dropped' && line.words > 0 ? [['dropped', describeDropped(line)] as const] : [],
    ),
    ['to set', report.toSet.join(', ')],
  ];
  return `${folder}\n${rows.map(([label, text]) => `  ${label.padEnd(12)}${text}\n`).join('')}\n`;
}

function describeCut({ file, title, line, reason }: Report['cuts'][number]): string {
  return `${file}: “${title}” (${line === undefined ? reason : `line ${line}, ${reason}`})`;
}

function describeDisclaimer({ full, chapter, page, rest }: Report['disclaimer']): string {
  if (full === 0) return 'the post has no warning: write disclaimer.md, without which nothing is built';
  const more = rest === undefined ? '' : `; what has no room is in ${rest}`;
  return `${full} words; ${chapter} for chapters, ${page} for pages${more}`;
}

/** Each text once, with its lines. */
function describeSightings(label: string, sightings: Report['doses']): (readonly [string, string])[] {
  const lines = new Map<string, number[]>();
  for (const { text, line } of sightings) lines.set(text, [...(lines.get(text) ?? []), line]);
  return [...lines].map(([text, found]) => [label, `${text} (line ${found.join(', ')})`] as const);
}

function describeComments({ kept, threads, deepest, byTheAuthor, refused }: Report['comments']): string {
  const dropped = Object.entries(refused).map(([why, count]) => `${count} ${why}`);
  const parts =
    kept === 0
      ? ['none kept']
      : [
          `${kept} in ${threads} threads, at most ${deepest + 1} deep, ${byTheAuthor} by the author`,
          'in responses.local/, in no edition',
        ];
  return [...parts, ...(dropped.length > 0 ? [`dropped: ${dropped.join(', ')}`] : [])].join('; ');
}

function describePicture({ line, url, alt }: Report['pictures'][number]): string {
  return `line ${line}: ${url}, not taken over; ${alt === '' ? 'the page says nothing of it' : `the page says: ${alt}`}`;
}

function describeDropped({ line, why, text }: Report['lines'][number]): string {
  return `line ${line}: ${why}${text === undefined || text === '' ? '' : `: ${text}`}`;
}
