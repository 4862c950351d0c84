/** One tab: loads a document from memory with JavaScript off, then prints or paints it. */
import type { CDPSession, Page } from 'puppeteer';
import type { Assets, Message, PageSize } from '../model.ts';
import { MachineError } from '../rules.ts';
import { expectArrival } from './crash.ts';
import { documentUrl, Requests } from './requests.ts';
import { sheets } from './sheets.ts';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export class Tab {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #requests: Requests;

  private constructor(page: Page, session: CDPSession, requests: Requests) {
    this.#page = page;
    this.#session = session;
    this.#requests = requests;
  }

  static async open(page: Page): Promise<Tab> {
    const session = await page.createCDPSession();
    const requests = new Requests(session);
    await Promise.all([
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      requests.intercept(),
    ]);
    return new Tab(page, session, requests);
  }

  /**
   * Loads a document, its style sheets, its pictures and every font that it declares.
   *
   * @param media print before a print, so that what only print uses is there in time
   */
  async load(html: string, assets: Assets, media: 'print' | 'screen'): Promise<void> {
    this.#requests.serve(html, assets);
    await this.#session.send('Emulation.setEmulatedMedia', { media });
    await expectArrival(this.#page.goto(documentUrl, { waitUntil: 'load', timeout: 0 }));
    await this.#session.send('Runtime.evaluate', { expression: loadFonts, awaitPromise: true });
  }

  /** Messages about what was refused since the last `load`. */
  listRefused(file: string): Message[] {
    return this.#requests.listRefused(file);
  }

  /** @param fallback page size of a document whose style sheet sets none */
  async print(fallback: PageSize): Promise<Uint8Array> {
    const options = {
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    };
    return this.#page.pdf({ ...sheets[fallback], ...options, waitForFonts: false });
  }

  /** Sets the width that a document is laid out for on the screen. */
  async resize({ widthPx, heightPx }: PixelSize): Promise<void> {
    await this.#page.setViewport({ width: widthPx, height: heightPx, deviceScaleFactor: 1 });
  }

  /** RGBA of the first picture of the document, laid on white, at most 128 px wide and high. */
  async readPicture(): Promise<Uint8Array> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: readPicture,
      returnByValue: true,
    });
    return new Uint8Array(Buffer.from(String(result.value ?? ''), 'base64'));
  }

  /**
   * The first picture of the page at its own size, as PNG; as JPEG if it may and nothing shows through.
   * @param mayBeJpeg whether it has lost detail already
   */
  async encodePicture(
    mayBeJpeg: boolean,
  ): Promise<{ readonly mediaType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array }> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: `(${encodePicture})(${mayBeJpeg})`,
      returnByValue: true,
    });
    const [, type, content] = /^data:image\/(png|jpeg);base64,(.+)$/.exec(String(result.value ?? '')) ?? [];
    if (!content)
      throw new MachineError('The browser could not write a picture. It may be too large for it.');
    return {
      mediaType: `image/${type as 'png' | 'jpeg'}`,
      bytes: new Uint8Array(Buffer.from(content, 'base64')),
    };
  }

  /** PNG of what the window shows. */
  async paint(): Promise<Uint8Array> {
    return this.#page.screenshot({ type: 'png', captureBeyondViewport: false });
  }
}

/** Drawn by the processor, whose bytes are the same everywhere. Every fourth byte is a pixel's opacity. */
const encodePicture = `(mayBeJpeg) => {
  const image = document.images[0];
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const isOpaque = data.every((byte, index) => index % 4 !== 3 || byte === 255);
  return isOpaque && mayBeJpeg ? canvas.toDataURL('image/jpeg', 0.92) : canvas.toDataURL('image/png');
}`;

/** Without smoothing: flat colours stay what they are. */
const readPicture = `(() => {
  const image = document.images[0];
  const scale = Math.min(1, 128 / Math.max(image.naturalWidth, image.naturalHeight, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = false;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
})()`;

/**
 * Chromium asks for a font when it first lays text out in it. Text in page margins is laid out only when the page
 * is printed, and printing does not wait: without this, running lines come out in the fallback font.
 */
const loadFonts = 'Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => undefined)';
