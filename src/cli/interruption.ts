/** Ctrl-C while a command works. */

/** Why a command ended that a signal interrupted. */
export class Interruption extends Error {}

/** Ctrl-C and its kin end the work in order: browser closed, temporary files gone, output as it was. */
export function listenForInterruption() {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const abort = (signal: NodeJS.Signals) => controller.abort(new Interruption(`Interrupted by ${signal}`));
  for (const signal of signals) process.on(signal, abort);
  return {
    signal: controller.signal,
    stop: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
