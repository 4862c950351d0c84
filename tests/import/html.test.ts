/** Saved web pages: WordPress marks, marks of others, and none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importPost } from '../../src/import/index.ts';
import { bodyOf, droppedOf, fileOf, importOne } from './post.ts';

const body = `<p>Sore knees keep <b>many</b> people awake.&nbsp; I have <q>seen</q> it often.<script>alert(1)</script></p>
<p>.</p>
<p>&nbsp;</p>
<p><strong>What helps at night</strong></p>
<p>Warmth helps some.<sup>[1]</sup> See <a href="https://example.org/warm?a=1&amp;b=2" onclick="steal()" title="x">this page</a>,
<a href="javascript:alert(1)">not this</a> and <a href="#note">the note</a>. <img src="https://stats.example/pixel.gif" width="1" height="1" alt=""></p>
<blockquote><p>Rest is a part of the cure.</p></blockquote>
<pre class="wp-block-verse">Owls are high
in the sky</pre>
<p><strong>What I tell people</strong></p>
<ol><li>Lie on your side.</li><li><p>Use a pillow.</p><p>A soft one.</p></li></ol>
<p>This one is for all of us.</p>
<ol start="3"><li>Get up and walk.</li><li value="4">Ask your doctor.</li></ol>
<p style="text-align:center">Public Warning:</p>
<p style="text-align:center">Pills for sleep may cause injury or death.</p>
<p>What this page says is for information only.</p>
<p>[1] A small trial.</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Twitter</li></ul></div>`;

const page = `<!DOCTYPE html><html lang="en-US"><head><title>Sore Knees | A Weblog</title>
<link rel="canonical" href="https://example.org/2017/03/sore-knees/">
<meta property="article:published_time" content="2017-03-05T10:00:00+00:00"></head>
<body onload="evil()"><nav><a href="/">Home</a></nav><h1 class="entry-title">Sore Knees</h1>
<span class="author vcard"><a class="url fn n" href="/author/ada" rel="author">Ada Author, MD</a></span>
<div class="entry-content">${body}</div>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “Sore Knees”</h2>
<ol class="comment-list">
<li class="comment even" id="comment-7"><article><div class="comment-author vcard"><img src="https://gravatar.example/abc"><b class="fn"><a href="https://jo.example/me">Jo Reader</a></b> <span class="says">says:</span></div>
<div class="comment-metadata"><time datetime="2017-03-06">March 6, 2017</time></div>
<div class="comment-content"><p>Thank you! I am Jo from Riverton.</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article>
<ol class="children"><li class="comment bypostauthor" id="comment-8"><article><b class="fn">Ada</b> <span class="says">says:</span>
<div class="comment-content"><p>You are welcome, Jo.</p></div></article></li></ol></li>
<li class="pingback" id="comment-9"><p>Pingback: <a href="https://other.example/">Other</a></p></li>
</ol><div id="respond"><h3 id="reply-title">Leave a Reply</h3><form><p>Your email address will not be published.</p></form></div></div>
<footer>Blog at WordPress.com.</footer></body></html>`;

describe('a page of WordPress', async () => {
  const imported = await importOne(page);
  const text = bodyOf(imported);

  it('tells title, author, day, address and language', () => {
    const yaml = fileOf(imported, 'edition.yaml');
    assert.match(yaml, /^title: Sore Knees$/m);
    assert.match(yaml, /language: en-US/);
    assert.match(
      yaml,
      /author: Ada Author, MD\n {2}url: https:\/\/example\.org\/2017\/03\/sore-knees\/\n {2}date: 2017-03-05/,
    );
  });

  it('is cut at lines in bold', () => {
    assert.deepEqual(
      imported.report.cuts.map(({ title, reason }) => [title, reason]),
      [
        ['Introduction', 'start'],
        ['What helps at night', 'bold line'],
        ['What I tell people', 'bold line'],
      ],
    );
  });

  it('joins a list that paragraphs interrupt, with its numbers', () => {
    assert.deepEqual(
      imported.report.lists.map(({ first, last }) => [first, last]),
      [[1, 4]],
    );
    assert.match(
      text,
      /2\. Use a pillow\.\n\n {3}A soft one\.\n\n {3}This one is for all of us\.\n\n3\. Get up/,
    );
  });

  it('keeps quotations, verse, marks of notes and good links; other links become words', () => {
    assert.match(text, /> Rest is a part of the cure\./);
    assert.match(text, /> Owls are high\\\n> in the sky/);
    assert.match(
      text,
      /Warmth helps some\.<sup>\\\[1]<\/sup> See \[this page]\(https:\/\/example\.org\/warm\?a=1\\&b=2\),/,
    );
    assert.match(text, /not this and the note\./);
    assert.match(text, /I have “seen” it/);
    assert.doesNotMatch([...imported.files.values()].join('\n'), /javascript:alert|steal\(|evil\(|onclick/);
  });

  it('tells pictures, which it leaves out', () => {
    assert.deepEqual(
      imported.report.pictures.map(({ url }) => url),
      ['https://stats.example/pixel.gif'],
    );
    assert.doesNotMatch(text, /pixel/);
  });

  it('proposes the warning as disclaimer', () => {
    assert.match(
      fileOf(imported, 'disclaimer.md'),
      /\*\*Public Warning:\*\*\n\nPills for sleep may cause injury or death\./,
    );
  });

  it('keeps comments as threads without who wrote them', () => {
    const { comments } = JSON.parse(fileOf(imported, 'responses.local/threads.json'));
    assert.deepEqual(
      comments.map((it: Record<string, unknown>) => [it.by, it.depth, it.parent, it.text]),
      [
        ['a reader', 0, undefined, 'Thank you! I am [a reader] from Riverton.'],
        ['the author', 1, 1, 'You are welcome, [a reader].'],
      ],
    );
    assert.deepEqual(imported.report.comments.refused, { pingbacks: 1 });
    assert.doesNotMatch(
      [...imported.files.values()].join('\n'),
      /Reader\b.*says|jo\.example|gravatar|other\.example/,
    );
  });

  it('accounts for every word, and drops the rest of the page', () => {
    const { words } = imported.report;
    assert.equal(words.in, words.kept + words.moved + words.dropped);
    const why = new Set(droppedOf(imported).map((line) => line.replace(/^\d+ /, '')));
    for (const reason of ['spacer', 'sharing buttons', 'outside the post'])
      assert.ok(why.has(reason), reason);
  });
});

describe('a page without known marks', () => {
  it('is told from what stands around it by the general extractor', async () => {
    const long =
      'A sentence about knees that is long enough to be an article, and then some more words of it. '.repeat(
        6,
      );
    const plain = `<html><head><title>Knees</title></head><body><div><a href="/a">Home</a><a href="/b">About us</a></div>
<div><h1>Knees</h1><div><p>${long}</p><h2>Walking</h2><p>${long}</p><ol><li>Walk.</li><li>Rest.</li></ol><p>${long}</p></div></div>
<footer><p>Imprint</p></footer></body></html>`;
    const imported = await importOne(plain);
    assert.match(bodyOf(imported), /1\. Walk\.\n2\. Rest\./);
    assert.doesNotMatch(bodyOf(imported), /About us|Imprint/);
    assert.equal(imported.report.post.title, 'Knees');
  });
});

describe('comments without marks', () => {
  it('are in no segment, and the report does not show their words', async () => {
    const page =
      '<div class="post-content"><p>Warmth helps.</p><h3>2 Responses to “Knees”</h3><p>Jo Reader says: thanks</p><p>Me too</p></div>';
    const imported = await importOne(page, { title: 'Knees' });
    assert.equal(bodyOf(imported), 'Warmth helps.');
    assert.doesNotMatch([...imported.files.values()].join('\n'), /Jo Reader|Me too/);
  });
});

/** The Markdown of a page with this body. */
const bodyOfPage = async (html: string) =>
  bodyOf(await importOne(`<html><body><h1>Knees</h1><div class="entry-content">${html}</div></body></html>`));

describe('comments without marks on a page with a marked post', () => {
  const html = `<html><body><h1>Knees</h1><div class="entry-content"><p>Warmth helps.</p></div>
<div><h3>2 Responses to “Knees”</h3><div><b>Jo Reader</b><br>March 6, 2017 at 10:30 am<p>Thank you for this, I am Jo.</p></div>
<div><b>Kim Other</b> says:<p>Me too.</p></div></div><div><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></body></html>`;

  it('are kept as threads, and those who wrote them are searched for', async () => {
    const imported = await importOne(html);
    assert.equal(bodyOf(imported), 'Warmth helps.');
    const { comments } = JSON.parse(fileOf(imported, 'responses.local/threads.json'));
    assert.deepEqual(
      comments.map(({ text }: { text: string }) => text),
      ['Thank you for this, I am [a reader].', 'Me too.'],
    );
    assert.doesNotMatch([...imported.files.values()].join('\n'), /Reader\b(?!\])|Kim|Other/);
    assert.equal(JSON.parse(fileOf(imported, 'privacy.json')).hashes[2].length, 2);
  });
});

describe('lists of a page', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['letters are typed', '<ol type="a"><li>One</li><li>Two</li></ol>', 'a. One\n\nb. Two'],
    [
      'Roman numbers are typed',
      '<ol type="I" start="4"><li><p>One</p></li><li>Two</li></ol>',
      'IV. One\n\nV. Two',
    ],
    ['numbers below zero are typed', '<ol start="-1"><li>One</li></ol>', '-1. One'],
    ['a list may begin with 0', '<ol start="0"><li>One</li><li>Two</li></ol>', '0. One\n1. Two'],
    [
      'a list that counts down keeps its numbers',
      '<ol reversed><li>One</li><li>Two</li></ol>',
      '2. One\n\n1) Two',
    ],
    [
      'a number of its own counts on',
      '<ol><li value="x">One</li><li value="5">Five</li></ol>',
      '1. One\n\n5) Five',
    ],
    [
      'what stands between items belongs to the one above',
      '<ol><p>Before</p><li>One</li>and more<li>Two</li><ul><li>Inner</li></ul></ol>',
      'Before\n\n1. One\n\n   and more\n\n2. Two\n   - Inner',
    ],
    ['empty items and lists vanish', '<p>Text</p><ol></ol><ul><li> </li><li>One</li></ul>', 'Text\n\n- One'],
    [
      'lines of a paragraph that count up are items',
      '<p>Do so:<br>1. One<br>and more<br>2. Two</p>',
      'Do so:\n\n1. One\\\n   and more\n\n2. Two',
    ],
    [
      'numbers that do not count up stay text',
      '<p>2. Avenue</p><p>At<br>8.<br>9</p>',
      '2\\. Avenue\n\nAt\\\n8.\\\n9',
    ],
  ];
  for (const [what, html, markdown] of cases)
    it(what, async () => assert.equal(await bodyOfPage(html), markdown));
});

describe('tables of a page', () => {
  it('stay tables, with their caption above', async () => {
    assert.equal(
      await bodyOfPage(
        '<table><caption>Doses</caption><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>5 mg<br>at night</td></tr></table>',
      ),
      'Doses\n\n| A | B             |\n| - | ------------- |\n| x | 5 mg at night |',
    );
  });

  it('with joined cells are told, for the text stands in one of them only', async () => {
    const imported = await importOne(
      '<html><body><h1>T</h1><div class="entry-content"><p>So.</p>\n<table><tr><td>A</td><td rowspan="2">5 mg</td></tr><tr><td>B</td></tr></table></div></body></html>',
    );
    assert.deepEqual(imported.report.toCheck, [
      { line: 2, what: 'table with joined cells, whose text stands once' },
    ]);
  });

  it('become blocks where Markdown has no such cells', async () => {
    assert.equal(
      await bodyOfPage('<table><tr><td>One</td><td><p>Two</p><ul><li>Three</li></ul></td></tr></table>'),
      'One\n\nTwo\n\n- Three',
    );
  });
});

describe('blocks of a page', () => {
  it('never run together, whatever their elements', async () => {
    assert.equal(
      await bodyOfPage(
        '<section>One</section><details><summary>Two</summary>Three</details><figure>Four<figcaption>Five</figcaption></figure>',
      ),
      'One\n\nTwo\n\nThree\n\nFour\n\nFive',
    );
  });

  it('that no reader sees are dropped, and told', async () => {
    const imported = await importOne(
      '<html><body><h1>T</h1><div class="entry-content"><p>Seen.</p><p hidden>Not</p><p style="color:red; display : none">Nor</p></div></body></html>',
    );
    assert.equal(bodyOf(imported), 'Seen.');
    assert.ok(droppedOf(imported).includes('1 hidden on the page'));
  });
});

describe('links of a page', () => {
  it('are completed by its address; those that deceive or run become words', async () => {
    const html = `<html><head><link rel="canonical" href="https://example.org/a/b"></head><body><h1>T</h1><div class="entry-content"><p>
<a href="/c?d=1">one</a> <a href="//example.net/e">two</a> <a href=" https://example.org/f g ">three</a>
<a href="java&#10;script:alert(1)">four</a> <a href="JaVaScRiPt:x">five</a> <a href="data:text/html,x">six</a> <a href="vbscript:x">seven</a>
<a href="https://example.org@evil.example/">eight</a></p></div></body></html>`;
    assert.equal(
      bodyOf(await importOne(html)),
      '[one](https://example.org/c?d=1) [two](https://example.net/e) [three](https://example.org/f%20g) four five six seven eight',
    );
  });
});

describe('a page with several posts', () => {
  const article = (title: string, text: string) =>
    `<article><h2 class="entry-title">${title}</h2><span class="author">${title} Author</span><div class="entry-content"><p>${text}</p></div></article>`;
  const page3 = `<html><head><title>A Weblog</title></head><body>${article('One', 'First.')}${article('Two', 'Second, and longer.')}${article('Three', 'Third.')}</body></html>`;

  it('is refused, for nobody knows which is wanted', async () => {
    const result = await importPost(new TextEncoder().encode(page3), '2026-02-01');
    assert.deepEqual(result, {
      problem: 'it shows 3 posts (“One”, “Two”, “Three”): save the page of the one, or name it with --title',
    });
  });

  it('gives the one that is named, with its own author', async () => {
    const imported = await importOne(page3, { title: 'one' });
    assert.equal(bodyOf(imported), 'First.');
    assert.match(fileOf(imported, 'edition.yaml'), /name: One Author/);
  });

  it('gives the one that is far longer than the teasers below it', async () => {
    const long = 'So many words about knees that nobody takes them for a teaser. '.repeat(3);
    const imported = await importOne(
      `<html><body>${article('Short', 'Teaser.')}${article('Long', long)}</body></html>`,
    );
    assert.match(fileOf(imported, 'edition.yaml'), /^title: Long$/m);
  });
});

describe('a fragment of the classic editor', () => {
  it('has paragraphs where it has empty lines', async () => {
    assert.equal(
      bodyOf(
        await importOne('One line.\n\nAnother <b>line</b>.\n<ol>\n<li>Walk.</li>\n</ol>\nEnd.', {
          title: 'T',
        }),
      ),
      'One line.\n\nAnother **line**.\n\n1. Walk.\n\nEnd.',
    );
  });
});

describe('numbers typed by hand', () => {
  it('become one list, with the paragraphs between them', async () => {
    const imported = await importOne(
      '<div class="post-content"><p>1. Lie down.</p><p>Softly.</p><p>2) Walk.</p><p>3. Ask.</p></div>',
      { title: 'Knees' },
    );
    assert.equal(bodyOf(imported), '1. Lie down.\n\n   Softly.\n\n2. Walk.\n\n3. Ask.');
  });
});
