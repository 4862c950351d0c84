/** A small edition with everything that the verifier looks at. */
import { createCanvas } from '@napi-rs/canvas';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type {
  Disclaimer,
  Metadata,
  ParsedEdition,
  ParsedSegment,
  Picture,
  SegmentKind,
} from '../../../src/model.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

/** Markdown → mdast, as the verifier gets it. */
export function parse(text: string): Root {
  const root = parser.parse(text);
  visit(root, 'textDirective', ({ name }, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = { type: 'text', value: `:${name}` };
  });
  return root;
}

function segment(
  name: string,
  kind: SegmentKind,
  title: string,
  text: string,
  number?: number,
): ParsedSegment {
  return {
    name,
    slug: name.replace(/^\d+-/, ''),
    file: `segments/${name}.md`,
    kind,
    title,
    root: parse(text),
    text,
    ...(number !== undefined && { number }),
  };
}

const firstChapter = `The first paragraph, with *emphasis* and a [link](https://example.org/leaf).

## Stop first

It takes five to ten days. See the [second chapter](#side-effects).

13. Thirteen comes before fourteen.
14. Fourteen has more:

    - a nested point
    - another one

    and a second paragraph.
15. Fifteen.

:::warning
Never stop on your own.

Call your doctor at 10:30.
:::

| Dose | Effect |
| ---- | ------ |
| ½ mg | first, mild |
| 4.5 µg | second |

> A quotation of a reader.

\`\`\`
take  one
then two
\`\`\`

A line with a footnote[^1] and **strong words**.

- [ ] ask about opioids
- [x] ask about sleep

[^1]: The note says where the number is from.
`;

const secondChapter = `Yes.

## Common ones

Nausea, vivid dreams, headache.

1. First do this.
2. Then do that.

## Rare ones

No.

A last paragraph that closes the chapter.
`;

const metadata: Metadata = {
  id: 'urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8',
  slug: 'sample',
  title: 'A sample edition',
  language: 'en',
  version: '1.2.3',
  published: '2026-01-02',
  reviewed: '2026-01-01',
  reviewBy: '2027-01-01',
  author: { name: 'A. Author' },
  editor: { name: 'E. Editor' },
  reviewer: 'none',
  source: {
    title: 'A post',
    author: 'A. Author',
    url: 'https://example.org/post',
    date: '2025-01-01',
    permission: 'granted',
  },
  rights: '© 2026',
  description: 'A sample.',
  subjects: ['health'],
  medicines: [],
  fonts: [],
  paper: 'letter',
  segments: ['01-about', '02-office-visit', '03-side-effects', '04-sources'],
};

const disclaimer: Disclaimer = {
  file: 'disclaimer.md',
  full: parse(
    'This is the *official* opinion of one physician.\n\n- It is not advice for you.\n- Do not start or stop a medicine on your own.\n\nIn an emergency call 911.',
  ),
  chapter: parse(
    'General education, not advice for you. **Do not** start or stop a medicine on your own; ask first.',
  ),
  page: 'Not medical advice. Ask your own doctor first.',
  sha256: '0'.repeat(64),
};

/** Front matter, two chapters and a back segment. */
export function sampleEdition(): ParsedEdition {
  return {
    metadata,
    disclaimer,
    segments: [
      segment(
        '01-about',
        'front',
        'About this guide',
        'How to use the guide.\n\n## Who wrote it\n\nA physician.',
      ),
      segment('02-office-visit', 'chapter', 'The first office visit', firstChapter, 1),
      segment('03-side-effects', 'chapter', 'Side effects', secondChapter, 2),
      segment('04-sources', 'back', 'Sources', '- A study of 2013.\n- Another of 2014.'),
    ],
    sha256: '0123456789abcdef'.repeat(4),
    furniture: [
      'Cover',
      'Please read',
      'Chapter',
      'Warning',
      'Notes',
      'back',
      'Read this first',
      'Contents',
      'page',
      'Checked',
      'next check',
    ],
    pictures: new Map(),
    fonts: [],
  };
}

const illustrated = `${secondChapter}
Before the first picture.

![One tablet a day](images/dose.png)

Between them stands ![a scale](images/scale.jpg) in a sentence.

![](images/line.png "decorative")

<table>
<thead><tr><th rowspan="2">Medicine</th><th colspan="2">Dose</th></tr><tr><th>Morning</th><th>Night</th></tr></thead>
<tbody><tr><th scope="row">Ibuprofen</th><td>1 mg</td><td>0 mg</td></tr>
<tr><th scope="row">Rest</th><td colspan="2">none</td></tr></tbody>
</table>

[![A bottle of tablets](images/dose.png)](https://example.org/bottle)

Tap ![a stop](images/line.png) or [![a go](images/line.png)](https://example.org/go), then wait.

A drawing: <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="20" height="20" role="img" aria-label="a dot"><circle cx="5" cy="5" r="4"/></svg> is a dot.

The very last line.
`;

/** A picture of a text. */
export function drawPicture(
  path: string,
  text: string,
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp' = 'image/png',
): Picture {
  const [widthPx, heightPx] = [300, 120];
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
  context.fillStyle = '#000';
  context.font = '40px sans-serif';
  context.fillText(text, 20, 80);
  const bytes =
    mediaType === 'image/png' ? canvas.toBuffer(mediaType) : canvas.toBuffer(mediaType as 'image/jpeg', 92);
  return { path, mediaType, bytes: new Uint8Array(bytes), widthPx, heightPx };
}

/** The sample edition with pictures, a drawing and a table with joined cells in its second chapter. */
export function illustratedEdition(): ParsedEdition {
  const edition = sampleEdition();
  const pictures = [
    drawPicture('images/dose.png', '1 x 5 mg'),
    drawPicture('images/scale.jpg', '0 to 10', 'image/jpeg'),
    drawPicture('images/line.png', '- - - -'),
  ];
  return {
    ...edition,
    pictures: new Map(pictures.map((picture) => [picture.path, picture])),
    segments: edition.segments.map((it) =>
      it.name === '03-side-effects' ? segment(it.name, it.kind, it.title, illustrated, it.number) : it,
    ),
  };
}
