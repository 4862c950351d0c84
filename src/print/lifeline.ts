/** Ends waiting work when the browser is gone: stopped by the caller's signal, or by itself. */
import type { Browser } from 'puppeteer';
import { MachineError } from '../rules.ts';

/** After this time a browser that was asked to close is killed. */
const closeLimitMs = 2_000;

export class Lifeline {
  readonly #browser: Browser;
  readonly #signal: AbortSignal | undefined;
  readonly #gone: Promise<void>;

  constructor(browser: Browser, signal: AbortSignal | undefined) {
    this.#browser = browser;
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
    const lost = this.#gone.then(() => Promise.reject(new Error('The connection to the browser is closed')));
    try {
      return await Promise.race([work(), lost]);
    } catch (cause) {
      await this.#rethrowAbort();
      throw explainLoss(doing, cause);
    }
  }

  /** Closes the browser, and kills it if it hangs. Its temporary profile goes with it. */
  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    const killed = new Promise<void>((resolve) => {
      const timer = setTimeout(() => resolve(this.#kill()), closeLimitMs);
      void this.#gone.then(() => clearTimeout(timer));
    });
    await Promise.race([this.#browser.close().catch(() => this.#kill()), killed]);
  }

  readonly #abort = (): void => {
    this.#kill();
  };

  #kill(): void {
    this.#browser.process()?.kill('SIGKILL');
  }

  async #rethrowAbort(): Promise<void> {
    if (!this.#signal?.aborted) return;
    await this.#gone;
    throw this.#signal.reason;
  }
}

function explainLoss(doing: string, cause: unknown): Error {
  if (cause instanceof MachineError || cause instanceof TypeError) return cause;
  return new MachineError(
    `The browser stopped while ${doing}. Run the build again; if memory is short, close other programs first.`,
    { cause },
  );
}
