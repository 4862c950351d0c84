/** A WordPress export (WXR 1.2) → its items, one after the other, while it is read. */
import { SaxesParser } from 'saxes';
import { type Field, mostComments, toComment, type WxrComment, type WxrItem } from './item.ts';

/** Why an export cannot be read. */
export class WxrProblem extends Error {}

/** Takes text in pieces. */
export interface WxrParser {
  /** @throws WxrProblem for XML that is not well-formed or has a document type */
  write(text: string): void;
  /** @throws WxrProblem when the export is cut off */
  finish(): void;
}

/** No export has elements so deep in one another. */
const deepest = 20;

/** Where the parser stands. */
interface State {
  readonly path: string[];
  item: { readonly fields: Map<string, Field>; readonly comments: WxrComment[]; surplus: number } | undefined;
  comment: Map<string, Field> | undefined;
  /** Text of the innermost element so far, and its first line. */
  texts: string[];
  line: number;
  /** Of the author whose element is open. */
  login: string;
  display: string;
}

interface Listener {
  item(item: WxrItem): void;
  /** @param name of an element of the channel, or `author LOGIN` */
  channel(name: string, text: string): void;
}

/** No entity but the five of XML is known, and a document type is refused: nothing can grow or be fetched. */
export function openWxr(onItem: Listener['item'], onChannel: Listener['channel']): WxrParser {
  const parser = new SaxesParser({ position: true });
  const state: State = {
    path: [],
    item: undefined,
    comment: undefined,
    texts: [],
    line: 1,
    login: '',
    display: '',
  };
  refuseTrouble(parser);
  parser.on('opentag', ({ name }) => open(state, name, parser.line));
  const add = (text: string): void => {
    if (state.texts.length === 0) state.line = parser.line - (text.split('\n').length - 1);
    state.texts.push(text);
  };
  parser.on('text', (text) => {
    if (state.texts.length > 0 || text.trim() !== '') add(text);
  });
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => close(state, name, { item: onItem, channel: onChannel }));
  return {
    write: (text) => void parser.write(text),
    finish: () => void parser.close(),
  };
}

function refuseTrouble(parser: SaxesParser): void {
  parser.on('error', ({ message }) => {
    throw new WxrProblem(`the export is not well-formed XML, or is cut off (${message.slice(0, 120)})`);
  });
  parser.on('doctype', () => {
    throw new WxrProblem('it is XML with a document type, which no WordPress export has');
  });
}

function addComment(item: NonNullable<State['item']>, fields: ReadonlyMap<string, Field>): void {
  if (item.comments.length === mostComments) item.surplus += 1;
  else item.comments.push(toComment(fields));
}

function open(state: State, name: string, line: number): void {
  state.path.push(name);
  if (state.path.length > deepest) throw new WxrProblem('its elements are nested too deeply');
  state.texts = [];
  state.line = line;
  if (name === 'item') state.item = { fields: new Map(), comments: [], surplus: 0 };
  if (name === 'wp:comment') state.comment = new Map();
}

function close(state: State, name: string, listener: Listener): void {
  const { path, item, comment } = state;
  path.pop();
  const parent = path.at(-1);
  const field = { text: state.texts.join(''), line: state.line };
  state.texts = [];
  if (name === 'wp:comment' && comment) {
    if (item) addComment(item, comment);
    state.comment = undefined;
  } else if (name === 'item' && item) {
    listener.item(item);
    state.item = undefined;
  } else if (name === 'wp:author') listener.channel(`author ${state.login}`, state.display);
  else if (name === 'wp:author_login') state.login = field.text.trim();
  else if (name === 'wp:author_display_name') state.display = field.text.trim();
  else if (comment && parent === 'wp:comment') comment.set(name, field);
  else if (item && parent === 'item') item.fields.set(name, field);
  else if (parent === 'channel') listener.channel(name, field.text);
}
