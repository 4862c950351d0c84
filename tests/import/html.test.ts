/** Saved web pages: WordPress marks, marks of others, and none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
      /Warmth helps some\.\\\[1] See \[this page]\(https:\/\/example\.org\/warm\?a=1\\&b=2\),/,
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

describe('numbers typed by hand', () => {
  it('become one list, with the paragraphs between them', async () => {
    const imported = await importOne(
      '<div class="post-content"><p>1. Lie down.</p><p>Softly.</p><p>2) Walk.</p><p>3. Ask.</p></div>',
      { title: 'Knees' },
    );
    assert.equal(bodyOf(imported), '1. Lie down.\n\n   Softly.\n\n2. Walk.\n\n3. Ask.');
  });
});
