/** A page saved as plain text: what becomes of title, chapters, list, verse, warning, comments and furniture. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { bodyOf, droppedOf, fileOf, importOne } from './post.ts';

const post = `Sleep and Sore Knees – a long title that says what the whole of the post will be about


Posted on March 5, 2017 by Ada Author, MD

Sore knees keep many people awake. I have seen it often.

.

~~~~

What helps at night?

Some of my patients find that warmth helps. See https://example.org/warm_feet for more.

This is what I tell the people who come to me with sore knees at night:

  1. Lie on your side.

  2.\u00A0 Put a pillow between your knees. Some need 20 mg TID of “calm”.

  This one is for side sleepers.

  3. Get up and walk.
    Walking is good for body and soul.

    Go out when the moon is high
    and the owls are in the sky
    lay your head
    upon the bed

    Public Warning:

    Pills for sleep can be habit forming.

    Taken with alcohol, or without a doctor,

    they may cause injury or death.

    What stands here is for information only.

    It cannot stand as a substitute for a visit to your own doctor, and it is not medical advice.

    “Off label” pills are safe in good hands.

    Back to my home page: Sleep Notes

    Kindly disregard the advertisements under this line.

3 Responses to “Sleep and Sore Knees – a long title that says what the whole of the post will be about”

  1. Jo Reader Says:

    I take 3 pills. Write to jo.reader@example.net or call 555-123-4567.

    • Ada Author, MD Says:

      Please see your doctor, Jo.

  2. Kim Says:

    Me too!

Leave a Reply

Write your name here, or log in:

%d bloggers like this:
`;

const imported = await importOne(post);

describe('a page saved as plain text', () => {
  it('has its title, author and date in edition.yaml, and waits for permission', () => {
    const yaml = fileOf(imported, 'edition.yaml');
    assert.match(yaml, /^title: Sleep and Sore Knees\nsubtitle: a long title/m);
    assert.match(yaml, /name: Ada Author\n {2}credentials: MD/);
    assert.match(yaml, /date: 2017-03-05\n {2}permission: missing/);
    assert.match(yaml, /^reviewed: never$/m);
  });

  it('is cut at its questions and where it turns to a list, and tells the lines', () => {
    assert.deepEqual(
      imported.report.cuts.map(({ title, line, reason }) => [title, line, reason]),
      [
        ['Introduction', 6, 'start'],
        ['What helps at night?', 12, 'question'],
        ['This is what I tell the people', 16, 'turn to a list'],
      ],
    );
  });

  it('keeps the numbered advice one list, with the paragraphs and the verse of its items', () => {
    assert.deepEqual(
      imported.report.lists.map(({ first, last }) => [first, last]),
      [[1, 3]],
    );
    assert.match(
      bodyOf(imported),
      /2\. Put a pillow[^\n]+\n\n {3}This one is for side sleepers\.\n\n3\. Get up/,
    );
    assert.match(
      bodyOf(imported),
      / {3}> Go out when the moon is high\\\n {3}> and the owls are in the sky\\\n/,
    );
  });

  it('keeps links', () => {
    assert.match(bodyOf(imported), /See <https:\/\/example\.org\/warm_feet> for more\./);
  });

  it('proposes the warning and the legal lines as disclaimer, broken lines joined', () => {
    assert.equal(
      fileOf(imported, 'disclaimer.md'),
      `---
chapter: Pills for sleep can be habit forming. Taken with alcohol, or without a doctor, they may cause injury or death. What stands here is for information only. It cannot stand as a substitute for a visit to your own doctor, and it is not medical advice.
page: What stands here is for information only.
verbatim: true
---

**Public Warning:**

Pills for sleep can be habit forming.

Taken with alcohol, or without a doctor, they may cause injury or death.

What stands here is for information only.

It cannot stand as a substitute for a visit to your own doctor, and it is not medical advice.
`,
    );
  });

  it('leaves a line that reassures in the text, behind the list', () => {
    assert.match(bodyOf(imported), /upon the bed\n\n“Off label” pills are safe in good hands\.$/);
  });

  it('drops what belongs to the page, and says why', () => {
    assert.deepEqual(
      droppedOf(imported).filter((line) => !/reply form|comment$/.test(line)),
      [
        '8 spacer',
        '10 spacer',
        '46 link to the home page',
        '48 advertising notice',
        '50 heading of the comments',
        '64 comment count',
        '68 page footer',
      ],
    );
  });

  it('keeps comments as threads without names, addresses and numbers', () => {
    const { comments } = JSON.parse(fileOf(imported, 'responses.local/threads.json'));
    assert.deepEqual(
      comments.map((comment: Record<string, unknown>) => [
        comment.by,
        comment.depth,
        comment.parent,
        comment.text,
      ]),
      [
        ['a reader', 0, undefined, 'I take 3 pills. Write to [an address] or call [a number].'],
        ['the author', 1, 1, 'Please see your doctor, [a reader].'],
        ['a reader', 0, undefined, 'Me too!'],
      ],
    );
    assert.equal(fileOf(imported, '.gitignore'), '*.local/\n');
    const rest = [...imported.files].filter(([path]) => !path.startsWith('responses.local/'));
    for (const [path, text] of rest) assert.doesNotMatch(text, /Jo Reader|jo\.reader|Kim|555-123/, path);
  });

  it('accounts for every word', () => {
    const { words } = imported.report;
    assert.equal(words.in, post.split(/\s+/u).filter((word) => word !== '').length);
    assert.equal(words.in, words.kept + words.moved + words.dropped);
    assert.equal(
      words.in,
      imported.report.lines.reduce((sum, line) => sum + line.words, 0),
    );
  });

  it('tells amounts of medicines', () => {
    assert.deepEqual(
      imported.report.doses.map(({ text, line }) => [text, line]),
      [['20 mg TID', 20]],
    );
  });

  it('gives the same bytes twice', async () => {
    assert.deepEqual([...(await importOne(post)).files], [...imported.files]);
  });
});

const bodyOfText = async (text: string) => bodyOf(await importOne(`A Title\n\nBegin.\n\n${text}\n`));

describe('lines of plain text', () => {
  it('behind signs of a quotation are one, with its paragraphs', async () => {
    assert.equal(await bodyOfText('> one\n>\n>> two'), 'Begin.\n\n> one\n>\n> two');
  });

  it('that begin with a sign of comparison or addition keep it', async () => {
    assert.equal(
      await bodyOfText('> 5 mg is much\n\n>5 mg\n\n+ 5 mg'),
      'Begin.\n\n\\> 5 mg is much\n\n\\>5 mg\n\n\\+ 5 mg',
    );
  });

  it('that begin with numbers are no verse', async () => {
    assert.equal(
      await bodyOfText('Dose\n1 - first\n2 - second'),
      'Begin.\n\nDose\\\n1 - first\\\n2 - second',
    );
  });

  it('that speak of tags are no page', async () => {
    const { report } = await importOne('Title\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\n<div>5 mg</div>\n');
    assert.equal(report.post.format, 'text');
  });
});

describe('what stands below a post', () => {
  const below = (text: string) => importOne(`A Title\n\nBegin.\n\n${text}\n`);
  const commentsOf = ({ files }: Awaited<ReturnType<typeof importOne>>) =>
    JSON.parse(files.get('responses.local/threads.json') ?? '{"comments":[]}').comments.map(
      (it: { text: string }) => it.text,
    );

  it('is not cut off by a link to the form above the post', async () => {
    const imported = await importOne(
      'A Title\n\nLeave a reply\n\nThe first.\n\nThe second.\n\nLeave a Reply\n\nYour email address will not be published.\n',
    );
    assert.equal(bodyOf(imported), 'The first.\n\nThe second.');
  });

  it('is not cut off by words of the post', async () => {
    const text =
      'Discussion\n\nWe talked.\n\nTwo thoughts on ketamine\n\nIt helps.\n\nAs my mother says:\n\nRest.';
    assert.equal(bodyOf(await below(text)), `Begin.\n\n${text}`);
  });

  it('begins at a heading without a number if comments follow', async () => {
    const imported = await below('Comments\n\nJo Reader says:\n\nThank you.');
    assert.equal(bodyOf(imported), 'Begin.');
    assert.deepEqual(commentsOf(imported), ['Thank you.']);
  });

  it('may hold comments under names and dates, or with their age', async () => {
    const imported = await below(
      '3 Responses to “A Title”\n\nJo Reader\nMarch 6, 2017 at 10:30 am\n\nThank you.\n\nReply\n\nPat Passer-By • 5 years ago\n\nMe too.\n\nLeave a reply says:\n\nNo.',
    );
    assert.deepEqual(commentsOf(imported), ['Thank you.', 'Me too.', 'No.']);
    const { hashes } = JSON.parse(fileOf(imported, 'privacy.json'));
    assert.ok(hashes[2].length >= 1 && hashes[3].length >= 1);
  });

  it('that nobody can tell apart is in no file, and what looks like a name is searched for', async () => {
    const imported = await below(
      '2 Comments (2)\n\n4 Responses to “A Title”\n\nJo Reader\n\nThank you so much for all of this, it helped.',
    );
    assert.doesNotMatch([...imported.files.values()].join('\n'), /Jo Reader|Thank you/);
    const { salt, hashes } = JSON.parse(fileOf(imported, 'privacy.json'));
    const hash = createHash('sha256').update(`${salt}\njo reader`).digest('hex').slice(0, 32);
    assert.ok(hashes[2].includes(hash));
    assert.equal(hashes[8].length, 1);
  });
});

describe('a post of nothing but a warning', () => {
  it('stays a text', async () => {
    assert.equal(
      bodyOf(await importOne('Public Warning:\n\nPills may cause death.')),
      'Public Warning:\n\nPills may cause death.',
    );
  });
});

describe('numbers that leave a gap or begin anew', () => {
  it('stay as they are typed, and a person is told', async () => {
    const imported = await importOne(
      'A Title\n\nBegin.\n\n1. One\n\n2. Two\n\n5. Five\n\n1. Again\n\n2. And two\n\nBetween.\n\n3. Three\n',
    );
    assert.equal(
      bodyOf(imported),
      'Begin.\n\n1. One\n\n2. Two\n\n5\\. Five\n\n1. Again\n\n2. And two\n\n   Between.\n\n3. Three',
    );
    assert.deepEqual(imported.report.toCheck, [{ line: 9, what: 'number in no list: 5. Five' }]);
  });
});

describe('paragraphs below an item', () => {
  it('belong to it however wide the gap behind its number is', async () => {
    assert.equal(
      await bodyOfText(
        '  1. One\n\n  2.\u00A0\u00A0 Two\n\n    More.\n\n    A line of verse\n    and another one\n    and a third\n\nOut again.',
      ),
      'Begin.\n\n1. One\n\n2. Two\n\n   More.\n\n   > A line of verse\\\n   > and another one\\\n   > and a third\n\nOut again.',
    );
  });
});
