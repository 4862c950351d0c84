/** A document with all that an edition may hold, and what only raw HTML could bring. */
import { createHtml } from '../fixture.ts';

const square = (fill: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20" fill="${fill}"/></svg>`)}`;
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const style = `<style>
@page { size: 148mm 210mm; margin: 20mm 15mm; @top-center { content: "A running head" } @bottom-left { content: "Not advice." } @bottom-right { content: counter(page) } }
@page blank { @top-center { content: none } }
h1 { break-before: page; border-bottom: 1pt solid }
.box { border: 2pt solid; border-radius: 3pt; background: #eee; padding: 1em }
table { border-collapse: collapse; width: 100% } th, td { border: 0.5pt solid }
thead { display: table-header-group }
.leader { border-bottom: 1pt dotted; display: inline-block; width: 5em }
.blank { page: blank; break-before: page; break-after: page }
</style>`;

const rows = Array.from(
  { length: 40 },
  (_, row) => `<tr><th scope="row">Row ${row + 1}<td>1 mg<td>by mouth</tr>`,
);

const body = `
<div class="box"><p>A cover with a <em>frame</em></p></div>
<h1 id="contents">Contents</h1>
<ol><li><a href="#one">One</a> <span class="leader" aria-hidden="true"></span> <a href="#one">3</a></li>
<li><a href="#two">Two</a><ol><li><a href="#two">Inside two</a></li></ol></li></ol>
<h1 id="one">One: <em>a chapter</em></h1>
<aside class="box"><p>An aside with <strong>strong</strong> words.</p></aside>
<p>Words: <b>b</b> <i>i</i> <u>under</u> <del>del</del> <mark>mark</mark> H<sub>2</sub>O x<sup>2</sup> <code>code</code>
<abbr title="milligram">mg</abbr> <em lang="es">por favor</em> <q>quoted</q> office fluff.</p>
<p>A link <a href="https://example.org/a/b?x=(1)&y=2">that is so long that it is broken at the end of a line of the page, as it must be</a>,
a note<sup><a id="r1" href="#n1" role="doc-noteref">1</a></sup>, <a href="https://example.org/"><img alt="a square" src="${square('red')}"></a>,
<a href="https://example.org/long/address">example.org/long/address</a>.</p>
<ul><li>tight</li><li>nested <ul><li>circle<ul><li>square</li></ul></li></ul></li><li><p>loose</p><p>second</p></li></ul>
<ol start="7"><li>seven</li><li value="10">ten<pre><code>code (EMC)
\\) Q</code></pre></li></ol>
<ul role="doc-endnotes"><li id="n1">A note <a href="#r1" role="doc-backlink">back</a></li><li>Another</li></ul>
<dl><dt>term</dt><dd>definition</dd></dl>
<blockquote><p>A quotation</p></blockquote>
<figure><img width="40" alt="a blue square" src="${square('blue')}"><figcaption>A caption</figcaption></figure>
<p>Decoration <img width="20" alt="" src="${pixel}"> and picture <img width="20" alt="a dot" src="${pixel}"></p>
<svg role="img" aria-label="a drawing" width="60" height="20"><rect width="60" height="20" fill="#ccc"/><text x="5" y="15">svg</text></svg>
<p style="opacity: 0.5">Half <strong>transparent</strong> words</p><hr>
<div class="blank"></div>
<h1 id="two">Two</h1><h2>A table</h2>
<table><caption>Doses</caption><thead><tr><th scope="col">Drug<th scope="col">Dose<th scope="col">How</tr></thead><tbody>${rows.join('')}</tbody></table>
<p lang="fr">Un paragraphe.</p>`;

export const rich = createHtml(body, style);
