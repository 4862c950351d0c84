/** Ends waiting work when the browser is gone: stopped by the caller's signal, or by itself. */
import type { Browser } from 'puppeteer';
import { MachineError } from '../rules.ts';
import type { Launched } from './machine/launch.ts';

/** After this time a browser that was asked to close is killed. */
const closeLimitMs = 2_000;

/** What Puppeteer throws when Chromium says no, or nothing at all. */
const browserErrors = new Set(['ProtocolError', 'TargetCloseError', 'ConnectionClosedError', 'TimeoutError']);

export class Lifeline {
  readonly #browser: Browser;
  readonly #cleanUp: Launched['cleanUp'];
  readonly #signal: AbortSignal | undefined;
  readonly #gone: Promise<void>;
  #ended: Promise<void> | undefined;

  constructor({ browser, cleanUp }: Launched, signal: AbortSignal | undefined) {
    this.#browser = browser;
    this.#cleanUp = cleanUp;
    this.#signal = signal;
    this.#gone = new Promise((resolve) => browser.once('disconnected', () => resolve()));
    signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /**
   * Does some work as long as the browser lives.
   *
   * @param doing for the message: `printing handouts/01-start.pdf`
   * @throws the signal's reason once it is aborted; MachineError when the browser is gone or fails
   */
  async guard<Result>(doing: string, work: () => Promise<Result>): Promise<Result> {
    this.#signal?.throwIfAborted();
    const lost = this.#gone.then(() => Promise.reject(new Error('the connection to it is closed')));
    try {
      return await Promise.race([work(), lost]);
    } catch (cause) {
      await this.#rethrowAbort();
      throw this.#isOfBrowser(cause) ? explainLoss(doing, cause as Error) : cause;
    }
  }

  /** Closes the browser, and kills it if it hangs. Its temporary profile goes with it. */
  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    const timer = setTimeout(() => this.#kill(), closeLimitMs);
    await this.#end();
    clearTimeout(timer);
  }

  readonly #abort = (): void => {
    this.#kill();
    void this.#end();
  };

  /** Resolves when the process has ended and its profile is removed. */
  #end(): Promise<void> {
    this.#ended ??= this.#browser
      .close()
      .catch(() => this.#kill())
      .then(this.#cleanUp);
    return this.#ended;
  }

  /** With its children, which are in its process group except on Windows. */
  #kill(): void {
    const child = this.#browser.process();
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in the meantime.
    }
  }

  async #rethrowAbort(): Promise<void> {
    if (!this.#signal?.aborted) return;
    await this.#end();
    throw this.#signal.reason;
  }

  #isOfBrowser(cause: unknown): boolean {
    return !this.#browser.connected || (cause instanceof Error && browserErrors.has(cause.name));
  }
}

function explainLoss(doing: string, cause: Error): MachineError {
  return new MachineError(
    `The browser stopped while ${doing} (${cause.message}). ` +
      'Run the build again; if memory is short, close other programs first.',
    { cause },
  );
}
