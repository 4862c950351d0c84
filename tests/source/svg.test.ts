import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findActive, findLetters } from '../../src/source/svg.ts';

function find(inside: string, before = ''): string[] {
  const svg = `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`;
  return findActive(new TextEncoder().encode(svg));
}

test('a still picture is nothing to tell of', () => {
  assert.deepEqual(find('<title>A bed</title><desc>url(http://x) @import</desc><path d="M0 0"/>'), []);
  assert.deepEqual(
    find('<linearGradient id="g"/><rect fill="url(#g)" style="fill:url(\'#g\')"/><use href="#g"/>'),
    [],
  );
  assert.deepEqual(find('<style>rect { fill: url( "#g" ) }</style>'), []);
  assert.deepEqual(find('<image xlink:href="data:image/png;base64,AA"/>', '<?xml version="1.0"?>'), []);
});

test('scripts, pages inside, sound and animation are found', () => {
  for (const name of [
    'script',
    'foreignObject',
    'iframe',
    'audio',
    'video',
    'set',
    'animate',
    'animateTransform',
  ]) {
    assert.deepEqual(find(`<${name}/>`), [`<${name}>`]);
  }
  assert.deepEqual(find('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'), ['<script>']);
  assert.deepEqual(find('<rect onload="x()"/>'), ['the attribute onload']);
});

test('references to other files are found in links, attributes and style sheets', () => {
  assert.deepEqual(find('<use href="other.svg#a"/>'), ['a reference to other.svg#a']);
  assert.deepEqual(find('<image xlink:href="https://example.org/x.png"/>'), [
    'a reference to https://example.org/x.png',
  ]);
  assert.deepEqual(find('<a href="javascript:x()"/>'), ['a reference to javascript:x()']);
  assert.deepEqual(find('<image href="data:image/svg+xml,x"/>'), ['a reference to data:image/svg+xml,x']);
  assert.deepEqual(find('<rect style="fill: URL( &quot;http://x&quot; )"/>'), ['a reference in style']);
  for (const css of [
    '@import "x.css";',
    'a { src: url(x.woff) }',
    '<![CDATA[a { fill: url(http://x) }]]>',
    'a { fill: u\\72l(x) }',
  ]) {
    assert.deepEqual(find(`<style>${css}</style>`), ['a reference in <style>'], css);
  }
});

test('document types, processing instructions and malformed XML are found', () => {
  assert.deepEqual(find('', '<!DOCTYPE svg [<!ENTITY a "b">]>'), ['a document type']);
  assert.deepEqual(find('', '<?xml-stylesheet href="http://x"?>'), ['<?xml-stylesheet?>']);
  assert.deepEqual(find('<rect>'), ['malformed XML']);
});

test('each finding is told once', () => {
  assert.deepEqual(find('<script/><script/>'), ['<script>']);
});

test('letters are found, however they are wrapped; titles and paths are none', () => {
  const letters = (inside: string) =>
    findLetters(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`));
  assert.equal(
    letters('<text x="1">A <tspan>bed</tspan></text><text><![CDATA[ here]]></text>'),
    'A bed here',
  );
  assert.equal(letters('<title>A bed</title><desc>Lie down</desc><path d="M0 0"/><text> </text>'), undefined);
});
