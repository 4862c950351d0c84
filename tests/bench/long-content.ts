/** A content folder of a given length, the same at every call, from a small vocabulary. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const vocabulary =
  'pain sleep doctor ask rest walk day week plan help nurse note dose-free page call drug slow stop start risk trust talk family body mind calm warm cold food water work home'.split(
    ' ',
  );

/** Writes an edition of about `words` words in chapters of about `perChapter`, in sections of about 194. */
export function writeLongContent(folder: string, words: number, perChapter = 1000): void {
  const names = Array.from(
    { length: Math.ceil(words / perChapter) },
    (_, index) => `${String(index + 1).padStart(2, '0')}-part-${index + 1}`,
  );
  mkdirSync(join(folder, 'segments'), { recursive: true });
  writeFileSync(join(folder, 'edition.yaml'), editionYaml(names));
  writeFileSync(join(folder, 'disclaimer.md'), disclaimer);
  for (const [index, name] of names.entries())
    writeFileSync(join(folder, 'segments', `${name}.md`), segment(index, Math.round(perChapter / 194)));
}

const disclaimer = `---
chapter: This is information, not advice. Never change a medicine on your own. Ask your doctor.
page: Information, not advice. Ask your doctor.
---
This is information, not advice. It cannot know you. Never start, stop or change a medicine on your own. Ask your doctor or pharmacist. In an emergency, call for help at once.
`;

function editionYaml(names: readonly string[]): string {
  return `id: urn:uuid:00000000-0000-4000-8000-000000000001
slug: long
title: A long book
language: en
version: "1.0"
published: 2026-01-01
reviewed: 2026-01-01
reviewBy: 2027-01-01
author: { name: A. Author }
editor: { name: A. Editor }
reviewer: none
source: { title: A post, author: A. Author, url: "https://example.org/", date: "2020", permission: Ours }
rights: Ours
description: A book for the benchmark
segments:
${names.map((name) => `  - ${name}\n`).join('')}`;
}

/** Sections of a paragraph, a list and a box, as real chapters have. */
function segment(index: number, length: number): string {
  let at = index * 7;
  const next = () => {
    at = (at * 31 + 17) % 10_007;
    return vocabulary[at % vocabulary.length] ?? '';
  };
  const take = (count: number) => Array.from({ length: count }, next).join(' ');
  const sections = Array.from({ length }, (_, section) => {
    const paragraphs = Array.from({ length: 5 }, () => `${take(12)}. ${take(9)}. ${take(10)}.`).join('\n\n');
    const list = Array.from({ length: 3 }, () => `- ${take(6)}`).join('\n');
    return `## Part ${section + 1} of ${take(2)}\n\n${paragraphs}\n\n${list}\n\n:::editor\n${take(15)}.\n:::\n`;
  });
  return `---\ntitle: Part ${index + 1}\nkind: chapter\n---\n\n${sections.join('\n')}`;
}
