/** YAML with positions: every breach of a JSON Schema becomes a message at its line and column. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { closest, distance } from 'fastest-levenshtein';
import type { Point } from 'unist';
import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Message } from '../model.ts';
import { createMessage } from '../rules.ts';

/** A JSON Schema (draft 7) as parsed JSON. */
export type Schema = Readonly<Record<string, unknown>>;

/** Where a piece of YAML stands in its file: the piece starts in column 1 of line `firstLine`. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** 1 when the piece is the whole file; 2 for front matter. */
  readonly firstLine: number;
}

/** What became of a piece of YAML. `value` is absent when a message refuses it. */
export interface YamlResult<Value> {
  readonly value?: Value;
  readonly messages: readonly Message[];
  /** Place of a value, for messages of other rules; `path` is keys and list indices: `source.permission`. */
  placeOf(path: string): Point | undefined;
}

/** Reads YAML 1.2 and checks it against a schema; defaults of the schema are filled in. */
export function readYaml<Value>(source: YamlSource, schema: Schema): YamlResult<Value> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): Point => toPoint(lines, offset, source.firstLine);
  const placeOf = (path: string) => placeOfValue(document, path.split('.'), at);
  const problems = [...document.errors, ...document.warnings].map((problem) =>
    createMessage(
      'yaml-syntax',
      { problem: firstLine(problem.message) },
      { file: source.file, place: at(problem.pos[0]) },
    ),
  );
  if (problems.length > 0) return { messages: problems, placeOf };
  const value = convert(document);
  if (value instanceof Error) {
    const where = { file: source.file, place: at(0) };
    return {
      messages: [createMessage('yaml-syntax', { problem: firstLine(value.message) }, where)],
      placeOf,
    };
  }
  return { ...checkValue<Value>(value.value, document, schema, source.file, at), placeOf };
}

/** An error for aliases that would unfold to more than anyone writes by hand (a “billion laughs” file). */
function convert(document: Document): { readonly value: unknown } | ReferenceError {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (cause) {
    if (cause instanceof ReferenceError) return cause;
    throw cause;
  }
}

function checkValue<Value>(
  value: unknown,
  document: Document,
  schema: Schema,
  file: string,
  at: (offset: number) => Point,
) {
  const validate = compile(schema);
  if (validate(value)) return { value: value as Value, messages: [] };
  const messages = (validate.errors ?? [])
    .filter((error) => error.keyword !== 'if')
    .map((error) => describe(error, document, file, at));
  return { messages: messages.filter((message, index) => !isRepeated(message, messages.slice(0, index))) };
}

/** A value may breach a pattern and a format at once. */
function isRepeated(message: Message, before: readonly Message[]): boolean {
  return before.some(
    ({ reason, line, column }) =>
      reason === message.reason && line === message.line && column === message.column,
  );
}

const compiled = new Map<Schema, ValidateFunction>();

function compile(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    useDefaults: true,
    strict: false,
    validateSchema: false,
  });
  formats.default(ajv, ['date']);
  ajv.addFormat('partial-date', isPartialDate);
  ajv.addFormat('isbn-13', isIsbn);
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** A year, a month or a day that the calendar has. */
function isPartialDate(text: string): boolean {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether the last digit is the right one (ISO 2108, annex C). */
function isIsbn(text: string): boolean {
  return (
    [...text].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  );
}

function describe(
  error: ErrorObject,
  document: Document,
  file: string,
  at: (offset: number) => Point,
): Message {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const where = (keys: readonly string[]) => ({ file, place: placeOfValue(document, keys, at) });
  const name = path.join('.') || 'the file';
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
    const place = placeOfKey(document, [...path, key], at);
    return createMessage('key-unknown', { key, suggestion: suggest(key, known) }, { file, place });
  }
  if (error.keyword === 'required') {
    const key = String(error.params.missingProperty);
    return createMessage(
      'key-missing',
      { key: [...path, key].join('.'), expected: expectation(error, key) },
      where(path),
    );
  }
  if (error.keyword === 'uniqueItems') {
    const index = Math.max(Number(error.params.i), Number(error.params.j)); // the second of the two
    const twice = { name, value: show((error.data as unknown[])[index]), expected: 'each entry once' };
    return createMessage('value-unexpected', twice, where([...path, String(index)]));
  }
  const expected = String(error.parentSchema?.description ?? error.message);
  return createMessage('value-unexpected', { name, value: show(error.data), expected }, where(path));
}

/** The known key that `key` most likely stands for, or all keys when none is near. */
function suggest(key: string, known: readonly string[]): string {
  const nearest = closest(key, known);
  if (distance(key.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, Math.floor(key.length / 2))) {
    return `\`${nearest}\``;
  }
  return `one of ${known.map((name) => `\`${name}\``).join(', ')}`;
}

function expectation(error: ErrorObject, key: string): string {
  const properties = (error.parentSchema?.properties ?? {}) as Record<
    string,
    { description?: string; $ref?: string }
  >;
  const property = properties[key];
  if (property?.description) return property.description;
  return property?.$ref?.endsWith('/day')
    ? 'a day such as 2026-11-23'
    : property?.$ref?.endsWith('/person')
      ? 'a mapping with `name`'
      : 'a line of text';
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function placeOfValue(document: Document, path: readonly string[], at: (offset: number) => Point) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range && (length > 0 || path.length === 0)) return at(node.range[0]);
    if (length > 0) {
      const key = placeOfKey(document, path.slice(0, length), at);
      if (key) return key;
    }
  }
  return at(0);
}

function placeOfKey(
  document: Document,
  path: readonly string[],
  at: (offset: number) => Point,
): Point | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === path.at(-1),
  );
  return pair && isScalar(pair.key) && pair.key.range ? at(pair.key.range[0]) : undefined;
}

function toPoint(lines: LineCounter, offset: number, firstLine: number): Point {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).replace(/ at line \d+, column \d+:?$/, '');
}
