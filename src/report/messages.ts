/** What the build told, with the lines of the source that it is about. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Message, SourceText } from '../model.ts';
import type { ReportInput } from './input.ts';
import { isolateQuotes } from './words.ts';

/** An item for each message, in the order in which they were told. */
export function describeMessages({ messages, sources, edition }: ReportInput): Element[] {
  if (messages.length === 0) return [h('p', 'The build had nothing to tell.')];
  const { language } = edition.metadata;
  return [
    h(
      'ol.messages',
      messages.map((message) => describe(message, sources, language)),
    ),
  ];
}

function describe(
  { file = '', line, column, fatal, reason, ruleId, note }: Message,
  sources: ReadonlyMap<string, SourceText>,
  language: string,
): Element {
  const source = sources.get(file);
  const place = [source?.path ?? file, line, column].filter(Boolean).join(':');
  const kind = fatal === false ? 'Warning' : 'Note';
  return h('li', [
    h('h3', [h('span.severity', kind), ' ', h('code', ruleId ?? '')]),
    h('p', isolateQuotes(reason)),
    ...(place === '' ? [] : [h('p.place', h('code', place))]),
    ...(source && line ? [quote(source, line, language)] : []),
    ...(note ? [h('p.remedy', [h('b', 'What to do: '), note])] : []),
  ]);
}

/** The line itself, numbered. */
function quote({ text }: SourceText, line: number, lang: string): ElementContent {
  const content = text.split('\n')[line - 1] ?? '';
  return h('blockquote', [h('span.line', `${line}`), ' ', h('code', { lang, dir: 'auto' }, content)]);
}
