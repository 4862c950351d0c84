/** WordPress exports: one post or all, bodies without paragraphs, comments that nobody has seen. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Composed, type Imported, openExport, type Wanted, WxrProblem } from '../../src/import/index.ts';
import { bodyOf, droppedOf, fileOf, today } from './post.ts';

/** A comment as WordPress exports it. */
function comment(
  id: number,
  author: string,
  text: string,
  more: Record<string, string | number> = {},
): string {
  const { approved = 1, parent = 0, type = 'comment' } = more;
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${author}]]></wp:comment_author>
<wp:comment_author_email><![CDATA[${author.toLowerCase().replace(/\W/g, '.')}@mail.example]]></wp:comment_author_email>
<wp:comment_author_url>https://${author.toLowerCase().replace(/\W/g, '')}.example/</wp:comment_author_url>
<wp:comment_author_IP><![CDATA[203.0.113.${id}]]></wp:comment_author_IP>
<wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>
<wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent><wp:comment_user_id>77</wp:comment_user_id></wp:comment>`;
}

function item(id: number, title: string, content: string, comments = '', status = 'publish'): string {
  return `<item><title>${title}</title><link>https://example.org/${id}/</link><dc:creator><![CDATA[ada]]></dc:creator>
<content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>2017-03-05 10:00:00</wp:post_date>
<wp:post_name>post-${id}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>${comments}</item>`;
}

function wxr(...items: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>A Weblog</title><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name><![CDATA[Ada Author, MD]]></wp:author_display_name></wp:author>
${items.join('\n')}</channel></rss>`;
}

function importAll(text: string, wanted: Wanted = { all: false }, piece = 997): Imported[] | string {
  const bytes = new TextEncoder().encode(text);
  const reader = openExport(bytes.subarray(0, 65_536), wanted, today, {});
  const posts: Composed[] = [];
  for (let at = 0; at < bytes.length; at += piece)
    posts.push(...reader.write(bytes.subarray(at, at + piece)));
  const rest = reader.finish();
  if ('problem' in rest) return rest.problem;
  return [...posts, ...rest.posts].map((post) => {
    if ('problem' in post) throw new WxrProblem(post.problem);
    return post;
  });
}

function first(result: Imported[] | string): Imported {
  assert.ok(typeof result !== 'string' && result[0], String(result));
  return result[0];
}

const classic = `Sore knees &amp; sleep.
A second line.

[caption id="x" width="3"]A <em>warm</em> pillow[/caption]

.

<ol>
<li>Lie down.</li>
<li>Use a pillow.

A soft one.</li>
</ol>
&nbsp;

Then this.
<ol start="3"><li>Walk [1] and see [sic].</li></ol>
<p style="text-align: center;">Public Warning:</p>
Pills for sleep may cause injury or death.`;

const comments = [
  comment(1, 'Jo Reader', 'I am 90.\n\nThank you.'),
  comment(2, 'Ada Author, MD', 'Dear Jo.', { parent: 1 }),
  comment(3, 'Pat Pending', 'Secret.', { approved: 0 }),
  comment(4, 'Sam Spam', 'Buy.', { approved: 'spam' }),
  comment(5, 'Tim Trash', 'Rude.', { approved: 'trash' }),
  comment(6, 'Other Blog', 'Ping', { type: 'pingback' }),
].join('');

describe('an export with one post', () => {
  const text = wxr(item(12, 'Sore Knees', classic, comments));
  const imported = first(importAll(text));

  it('has its author by name, its day and its address', () => {
    assert.match(
      fileOf(imported, 'edition.yaml'),
      /author: Ada Author, MD\n {2}url: https:\/\/example\.org\/12\/\n {2}date: 2017-03-05/,
    );
  });

  it('has paragraphs where the classic editor has empty lines, and line breaks where it has line ends', () => {
    assert.equal(
      bodyOf(imported),
      'Sore knees & sleep.\\\nA second line.\n\nA *warm* pillow\n\n1. Lie down.\n\n2. Use a pillow.\n\n   A soft one.\n\n   Then this.\n\n3. Walk \\[1] and see \\[sic].',
    );
    assert.match(fileOf(imported, 'disclaimer.md'), /Pills for sleep may cause injury or death\./);
  });

  it('tells the lines of the export, and drops shortcodes', () => {
    const dropped = droppedOf(imported);
    const line = text.split('\n').findIndex((it) => it.includes('[caption')) + 1;
    assert.ok(dropped.includes(`${line} shortcode`), dropped.join());
  });

  it('keeps comments that were seen, without names; pending, spam and trash are counted and gone', () => {
    const threads = JSON.parse(fileOf(imported, 'responses.local/threads.json'));
    assert.deepEqual(
      threads.comments.map((it: Record<string, unknown>) => [it.by, it.depth, it.text]),
      [
        ['a reader', 0, 'I am 90.\n\nThank you.'],
        ['the author', 1, 'Dear [a reader].'],
      ],
    );
    assert.deepEqual(imported.report.comments.refused, { pending: 1, spam: 1, trashed: 1, pingbacks: 1 });
    const all = [...imported.files.values()].join('\n');
    assert.doesNotMatch(
      all,
      /Jo Reader|mail\.example|jo\.?reader|203\.0\.113|Pending|Secret|Spam\b|Buy|Rude|"?77"?,|gravatar/,
    );
  });

  it('accounts for every word', () => {
    const { words } = imported.report;
    assert.equal(words.in, words.kept + words.moved + words.dropped);
  });

  it('is the same in whatever pieces it comes', () => {
    assert.deepEqual([...first(importAll(text, { all: false }, 1)).files], [...imported.files]);
  });
});

describe('an export with several posts', () => {
  const text = wxr(
    item(1, 'One', 'First.'),
    item(2, 'Two', 'Second.'),
    item(3, 'Three', 'Draft.', '', 'draft'),
  );

  it('asks which one is wanted, and names them', () => {
    assert.match(
      String(importAll(text)),
      /^it holds 2 posts: name one with --post, or use --all \(1 post-1 “One”; 2 post-2 “Two”\)$/,
    );
  });

  it('finds one by id, slug or title, drafts too', () => {
    for (const post of ['2', 'post-2', 'two'])
      assert.equal(bodyOf(first(importAll(text, { all: false, post }))), 'Second.');
    assert.equal(bodyOf(first(importAll(text, { all: false, post: '3' }))), 'Draft.');
    assert.match(String(importAll(text, { all: false, post: '9' })), /^no post is called 9 \(1 post-1/);
  });

  it('gives all that were published', () => {
    const posts = importAll(text, { all: true });
    assert.deepEqual(typeof posts === 'string' ? posts : posts.map(({ slug }) => slug), ['one', 'two']);
  });
});

describe('a hostile export', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss xmlns:wp="w"><channel><item><title>&b;</title></item></channel></rss>`;

  it('with a document type is refused, so that no entity can grow or be fetched', () => {
    assert.throws(() => importAll(bomb), WxrProblem);
    assert.throws(
      () => importAll(bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"')),
      /document type/,
    );
  });

  it('with an entity that nobody declared is refused', () => {
    assert.throws(() => importAll(wxr(item(1, '&xxe;', 'Text.'))), /not well-formed/);
  });

  it('that is cut off is refused', () => {
    const text = wxr(item(1, 'One', 'First.'));
    for (const share of [0.3, 0.6, 0.9])
      assert.throws(() => importAll(text.slice(0, text.length * share)), WxrProblem);
  });

  it('nested deeper than any export is refused', () => {
    assert.throws(() => importAll(wxr('<a>'.repeat(100_000))), /nested too deeply/);
  });

  it('with a thread of five thousand answers to one another keeps them all', () => {
    const thread = Array.from({ length: 5_000 }, (_, index) =>
      comment(index + 1, `R${index}`, 'Yes.', { parent: index }),
    );
    const imported = first(
      importAll(wxr(item(1, 'One', 'First.', thread.join(''))), { all: false }, 1 << 20),
    );
    assert.equal(imported.report.comments.kept, 5_000);
    assert.equal(imported.report.comments.deepest, 4_999);
  });

  it('with more comments on a post than fit into memory refuses that post, and says how many', () => {
    const one = comment(1, 'Jo Reader', 'Yes.');
    const text = wxr(item(1, 'One', 'First.', one.repeat(20_001)), item(2, 'Two', 'Second.'));
    assert.throws(
      () => importAll(text, { all: false, post: '1' }, 1 << 20),
      /1 post-1 “One” has 20001 comments, expected at most 20000/,
    );
    assert.equal(bodyOf(first(importAll(text, { all: false, post: '2' }, 1 << 20))), 'Second.');
  });

  it('in which all readers share a first name takes no longer for it', () => {
    const text = Array.from({ length: 4_000 }, (_, index) =>
      comment(index + 1, `Jo Reader${index}`, 'Jo jo jo jo. '.repeat(20)),
    );
    const imported = first(importAll(wxr(item(1, 'One', 'First.', text.join(''))), { all: false }, 1 << 20));
    assert.equal(imported.report.comments.kept, 4_000);
  });
});
