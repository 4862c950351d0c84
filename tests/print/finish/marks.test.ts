/** How content streams are marked: small ones, written by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../src/print/finish/content/edit.ts';
import { planMarks } from '../../../src/print/finish/content/plan.ts';
import { type ObjectKind, surveyContent } from '../../../src/print/finish/content/survey.ts';

interface Options {
  /** Numbers whose elements are figures or labels. */
  readonly figures?: readonly number[];
  readonly objects?: Readonly<Record<string, ObjectKind>>;
  /** Height of the page's middle. */
  readonly middle?: number;
}

function mark(stream: string, { figures = [], objects = {}, middle = 300 }: Options = {}) {
  const bytes = Buffer.from(stream, 'latin1');
  let next = 100;
  const roles = {
    holdsGraphics: (mcid: number) => figures.includes(mcid),
    addNumber: () => next++,
  };
  const survey = surveyContent(bytes, (name) => objects[name] ?? 'graphic');
  const plan = planMarks(survey, roles, middle);
  const text = Buffer.from(applyEdits(bytes, plan.edits)).toString('latin1');
  return { ...plan, text: text.replaceAll(/\s+/g, ' ').trim() };
}

const text = (height: number) => `BT /F1 9 Tf 1 0 0 1 50 ${height} Tm <0041> Tj ET`;
const header = '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top] >>BDC';
const footer = '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom] >>BDC';

test('lines and pictures outside the structure tree become artifacts, those side by side one', () => {
  assert.equal(
    mark('q 1 1 1 rg 0 0 9 9 re f 2 w 0 0 m 9 9 l S Q /X1 Do').text,
    'q 1 1 1 rg /Artifact BMC 0 0 9 9 re f 2 w 0 0 m 9 9 l S EMC Q /Artifact BMC /X1 Do EMC',
  );
});

test('a path that only clips is not marked, nor is the state around it', () => {
  const stream = 'q 0 0 9 9 re W n /G3 gs 0 0 m 1 1 l W* n 0 0 9 9 re n Q BT /F1 9 Tf ET';
  assert.equal(mark(stream).text, stream);
  assert.equal(mark('0 0 9 9 re W f').text, '/Artifact BMC 0 0 9 9 re W f EMC');
});

test('text above and below all tagged text is a header and a footer; beside it, it is neither', () => {
  const body = `/P <</MCID 0>>BDC ${text(500)} ${text(90)} EMC`;
  assert.equal(
    mark(`${text(590)} ${text(20)} ${text(90)} ${body}`).text,
    `${header} ${text(590)} EMC ${footer} ${text(20)} EMC /Artifact BMC ${text(90)} EMC ${body}`,
  );
});

test('heights are those of the page, whatever transformations are in force', () => {
  const flipped = (height: number) => `q 2 0 0 -2 0 600 cm q 1 0 0 1 0 10 cm ${text(height)} Q Q`;
  const marked = mark(`${flipped(0)} ${flipped(285)}`).text;
  assert.ok(marked.includes(`${header} ${text(0)} EMC`), marked);
  assert.ok(marked.includes(`${footer} ${text(285)} EMC`), marked);
});

test('content of the structure tree and artifacts stay as they are', () => {
  const stream = `/P <</MCID 0>>BDC ${text(100)} EMC /Artifact BMC 0 0 9 9 re f EMC /Artifact <</Type /Layout>>BDC ${text(20)} EMC`;
  assert.equal(mark(stream).text, stream);
});

test('content with properties in the resources stays as it is', () => {
  const stream = `/P /MC0 BDC ${text(100)} 0 0 9 9 re f EMC`;
  assert.equal(mark(stream).text, stream);
});

test('an element whose content is lines alone gives them up', () => {
  const { text: marked, dropped } = mark('/Table <</MCID 3 >>BDC 0 0 9 1 re f Q q 0 9 9 1 re f EMC');
  assert.equal(marked, '/Artifact BMC 0 0 9 1 re f Q q 0 9 9 1 re f EMC');
  assert.deepEqual(dropped, [3]);
});

test('underlines are taken out of the text that they are drawn with', () => {
  const {
    text: marked,
    added,
    dropped,
  } = mark(`/P <</MCID 1>>BDC 0 0 9 1 re f ${text(100)} EMC ${text(90)}`);
  assert.equal(
    marked,
    `/Artifact BMC 0 0 9 1 re f EMC /P <</MCID 1>>BDC ${text(100)} EMC ${footer} ${text(90)} EMC`.replace(
      '1>>',
      '1 >>',
    ),
  );
  assert.deepEqual([[...added], dropped], [[], []]);
});

test('text that lines cut in parts gets a number for each part', () => {
  const line = '0 0 9 1 re f';
  const { text: marked, added } = mark(
    `/P <</MCID 1 >>BDC ${text(9)} ${line} ${text(8)} Q q ${text(7)} ${line} ${text(6)} EMC`,
  );
  assert.equal(
    marked,
    `/P <</MCID 1 >>BDC ${text(9)} EMC /Artifact BMC ${line} EMC /P <</MCID 100 >>BDC ${text(8)} EMC Q q ` +
      `/P <</MCID 101 >>BDC ${text(7)} EMC /Artifact BMC ${line} EMC /P <</MCID 102 >>BDC ${text(6)} EMC`,
  );
  assert.deepEqual([...added], [[1, [100, 101, 102]]]);
});

test('a figure and a drawn bullet keep their lines', () => {
  const stream = `/Figure <</MCID 1>>BDC 0 0 9 1 re f /X1 Do ${text(9)} EMC /Lbl <</MCID 2>>BDC 0 0 m 1 1 l f EMC`;
  const { text: marked, drawn } = mark(stream, { figures: [1, 2] });
  assert.equal(marked, stream);
  assert.deepEqual(drawn, [2]);
});

test('a form is content like text, and one with tags of its own is not marked around', () => {
  const objects = { X1: 'form', X2: 'tagged-form' } as const;
  assert.equal(
    mark('/P <</MCID 1>>BDC /X1 Do EMC /X1 Do /X2 Do', { objects }).text,
    '/P <</MCID 1>>BDC /X1 Do EMC /Artifact BMC /X1 Do EMC /X2 Do',
  );
});

test('marks inside a text object stay inside it', () => {
  const arabic =
    'BT /ReversedChars BMC 1 0 0 1 5 5 Tm <0041> Tj /Span <</ActualText (x)>>BDC <0042> Tj EMC EMC ET';
  assert.equal(mark(arabic).text, `${footer} ${arabic} EMC`);
});

test('a text object that is tagged in part is marked piece by piece', () => {
  assert.equal(
    mark('BT 1 0 0 1 5 5 Tm <0041> Tj /P <</MCID 1>>BDC <0042> Tj EMC <0043> Tj ET').text,
    'BT 1 0 0 1 5 5 Tm /Artifact BMC <0041> Tj EMC /P <</MCID 1>>BDC <0042> Tj EMC /Artifact BMC <0043> Tj EMC ET',
  );
});

test('nothing is marked where nothing is painted', () => {
  for (const stream of ['', 'q Q', '/P <</MCID 0>>BDC EMC']) assert.deepEqual(mark(stream).edits, []);
});
