/** Progress while a command works: a line for each stage with its time, and a bar when there are many steps. */
import { performance } from 'node:perf_hooks';
import cliProgress from 'cli-progress';
import type { Progress } from '../model.ts';
import { coloursFor, type Surroundings } from './streams.ts';

/** Fewer steps than these are over before a bar is read. */
const fewestSteps = 4;

/** Progress on stderr; the bar only on a terminal. */
export function createProgress({ stderr, env }: Surroundings): Progress {
  const colours = coloursFor(stderr, env);
  return {
    note: (sentence) => {
      stderr.write(`${colours.dim(sentence)}\n`);
    },
    stage: async (name, work, total = 0) => {
      const start = performance.now();
      const bar = stderr.isTTY && total >= fewestSteps ? createBar(name, total) : undefined;
      try {
        return await work(() => bar?.increment());
      } finally {
        bar?.stop();
        const seconds = ((performance.now() - start) / 1000).toFixed(2);
        stderr.write(`${name.padEnd(16)} ${colours.dim(`${seconds.padStart(6)} s`)}\n`);
      }
    },
  };
}

function createBar(name: string, total: number): cliProgress.SingleBar {
  const format = `${name.padEnd(16)} {bar} {value} of {total}`;
  const bar = new cliProgress.SingleBar(
    { format, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return bar;
}

/** For `--json`: nothing but the result is printed. */
export const silent: Progress = {
  note: () => {},
  stage: (_, work) => work(() => {}),
};
