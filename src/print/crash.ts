/** Ends what waits for a page that will not answer. */
import type { Page } from 'puppeteer';

/** A page is ready in 50 ms; one whose process died while it was made is never ready. */
const openLimitMs = 30_000;

/** Rejects when the page crashes: Chromium then leaves commands to it without an answer. */
export function watchCrash(page: Page): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    page.once('error', (cause) => reject(createLoss('its tab crashed', cause)));
  });
  crash.catch(() => undefined);
  return crash;
}

/** Gives up on a page that is not ready in time. */
export async function limitOpening<Result>(opening: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(createLoss('it does not open a tab')), openLimitMs);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}

/** Loads a document that cannot fail to arrive, since it comes from memory: if it does, its tab is gone. */
export async function expectArrival(loading: Promise<unknown>): Promise<void> {
  try {
    await loading;
  } catch (cause) {
    throw createLoss('its tab did not load the document', cause as Error);
  }
}

/** Named like Puppeteer's own error for a tab that is gone. */
function createLoss(what: string, cause?: Error): Error {
  return Object.assign(new Error(what, { cause }), { name: 'TargetCloseError' });
}
