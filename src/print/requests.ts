/** Answers every request of a tab from memory, and keeps what it refused. */
import type { CDPSession, Protocol } from 'puppeteer';
import type { Asset, Assets, Message } from '../model.ts';
import { createMessage } from '../rules.ts';

/** A made-up host (RFC 2606): http and not https, lest Chromium rewrites http requests before we can name them. */
const origin = 'http://edition.invalid/';
/** Address of the document in every tab. */
export const documentUrl = `${origin}index.html`;

/** No script runs, even if the tab's own switch failed. */
const policy = { name: 'Content-Security-Policy', value: "script-src 'none'" };
/** What Chromium logs when it refuses a local file; of a frame there is no other trace. */
const localResource = /^Not allowed to load local resource: (\S+)/;
const encodedBodies = new WeakMap<Uint8Array, string>();

/** What a tab serves at the moment, and what it refused. */
export class Requests {
  readonly #session: CDPSession;
  #answers: ReadonlyMap<string, Asset> = new Map();
  #refused = new Set<string>();

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Takes over all requests of the tab. */
  async intercept(): Promise<void> {
    this.#session.on('Fetch.requestPaused', (event) => void this.#answer(event));
    this.#session.on('Network.requestWillBeSent', ({ request }) => this.#noteLocal(request.url));
    this.#session.on('Log.entryAdded', ({ entry }) => this.#noteLocal(localResource.exec(entry.text)?.[1]));
    await Promise.all([
      this.#session.send('Log.enable'),
      this.#session.send('Network.enable'),
      this.#session.send('Network.setCacheDisabled', { cacheDisabled: true }),
      this.#session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
  }

  /** Changes what is served: a document and the files it may load. */
  serve(html: string, assets: Assets): void {
    const document = { mediaType: 'text/html; charset=utf-8', bytes: new TextEncoder().encode(html) };
    const files = [...assets].map(([path, asset]) => [new URL(path, documentUrl).href, asset] as const);
    this.#answers = new Map([...files, [documentUrl, document]]);
    this.#refused = new Set();
  }

  /** One message for each address refused since `serve`, in alphabetical order. */
  listRefused(file: string): Message[] {
    return [...this.#refused].sort().map((url) => createRefusal(url, file));
  }

  async #answer({ requestId, request }: Protocol.Fetch.RequestPausedEvent): Promise<void> {
    const asset = this.#answers.get(request.url);
    if (!asset) this.#refused.add(request.url);
    const done = asset
      ? this.#session.send('Fetch.fulfillRequest', createResponse(requestId, asset))
      : this.#session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    // A tab may navigate away or close before it has its answer.
    await done.catch(() => undefined);
  }

  /** Chromium refuses local files and odd schemes by itself, before they can be paused. `data:` is in the document. */
  #noteLocal(url: string | undefined): void {
    if (url && !/^(https?|data|about|blob):/.test(url)) this.#refused.add(url);
  }
}

function createResponse(
  requestId: string,
  { mediaType, bytes }: Asset,
): Protocol.Fetch.FulfillRequestRequest {
  const responseHeaders = [{ name: 'Content-Type', value: mediaType }, policy];
  return { requestId, responseCode: 200, responseHeaders, body: encode(bytes) };
}

/** Style sheets, fonts and pictures are the same bytes in every document of an edition. */
function encode(bytes: Uint8Array): string {
  const known = encodedBodies.get(bytes);
  if (known !== undefined) return known;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  encodedBodies.set(bytes, body);
  return body;
}

function createRefusal(url: string, file: string): Message {
  if (!url.startsWith(origin)) return createMessage('request-refused', { url }, { file });
  return createMessage('asset-missing', { path: url.slice(origin.length) }, { file });
}
