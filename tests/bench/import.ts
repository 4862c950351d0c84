/**
 * Measures imports from WordPress exports, time and the most memory that Node held: one post and all posts of 50 MB, and
 * a million comments in threads of 20,000 answers to one another. Arguments: megabytes, comments.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const megabytes = Number(process.argv[2] ?? 50);
const comments = Number(process.argv[3] ?? 1_000_000);
const bin = fileURLToPath(new URL('../../src/bin.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
const file = join(home, 'export.xml');

/** Posts of some 40 KB with comments, until the file is large enough. */
function writeExport(): number {
  const out = openSync(file, 'w');
  writeSync(
    out,
    '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel>\n',
  );
  const text = 'Warmth helps some people who have sore knees at night, and a walk helps others. '.repeat(300);
  let posts = 0;
  for (let size = 0; size < megabytes * 1e6; posts += 1) {
    const comments = Array.from(
      { length: 60 },
      (_, index) =>
        `<wp:comment><wp:comment_id>${posts * 100 + index + 1}</wp:comment_id><wp:comment_author>Reader No${index}</wp:comment_author><wp:comment_content><![CDATA[Thank you for this, it was of use to me and mine. ${index}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>`,
    );
    const item = `<item><title>Post ${posts}</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:post_id>${posts}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${comments.join('')}</item>\n`;
    size += writeSync(out, item);
  }
  writeSync(out, '</channel></rss>\n');
  closeSync(out);
  return posts;
}

/** Posts with as many comments as one may have, each the answer to the one before. */
function writeThreads(): number {
  const each = Math.min(20_000, comments);
  const out = openSync(file, 'w');
  writeSync(out, '<?xml version="1.0"?><rss version="2.0" xmlns:wp="w" xmlns:content="c"><channel>\n');
  const posts = Math.ceil(comments / each);
  for (let post = 1; post <= posts; post += 1) {
    const thread = Array.from({ length: each }, (_, index) => {
      const id = post * each + index;
      return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Reader No${id}</wp:comment_author><wp:comment_author_email>r${id}@mail.example</wp:comment_author_email><wp:comment_author_IP>203.0.113.${id % 256}</wp:comment_author_IP><wp:comment_content><![CDATA[Thank you for this, it was of use to me and mine. ${id}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${index === 0 ? 0 : id - 1}</wp:comment_parent></wp:comment>\n`;
    });
    writeSync(
      out,
      `<item><title>Post ${post}</title><content:encoded>Warmth helps.</content:encoded><wp:post_id>${post}</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${thread.join('')}</item>\n`,
    );
  }
  writeSync(out, '</channel></rss>\n');
  closeSync(out);
  return posts;
}

const teller =
  'data:text/javascript,process.on("exit",()=>console.error("maxRSS "+process.resourceUsage().maxRSS))';

function measure(posts: number, wanted: readonly string[], name: string): void {
  const start = performance.now();
  const out = ['--out', join(home, name)];
  const ran = spawnSync(process.execPath, ['--import', teller, bin, 'import', file, ...wanted, ...out], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const kilobytes = Number(/maxRSS (\d+)/.exec(ran.stderr)?.[1]);
  const size = (statSync(file).size / 1e6).toFixed(0);
  console.log(
    `${name}: ${size} MB, ${posts} posts, ${wanted.join(' ')}: ${seconds} s, ${Math.round(kilobytes / 1024)} MB of memory, exit ${ran.status}`,
  );
}

try {
  const posts = writeExport();
  measure(posts, ['--post', String(posts - 1)], 'one');
  measure(posts, ['--all'], 'all');
  measure(writeThreads(), ['--all'], 'threads');
} finally {
  rmSync(home, { recursive: true, force: true });
}
