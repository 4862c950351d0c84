/**
 * Preloaded into a build: nothing is proved in it.
 *
 * The thread that proves is replaced by one that accepts every file at once, so that all else stays as it is: what is
 * printed, the thread itself, the copies that are sent to it. Of use to a benchmark only: nothing in `src/` knows it.
 */
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const accepting = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id }) => {
    if (id !== undefined) parentPort.postMessage({ id, proof: [], messages: [] });
  });
`;

threads.Worker = class extends threads.Worker {
  constructor(script, options) {
    if (String(script).endsWith('/verify-worker.js')) super(accepting, { ...options, eval: true });
    else super(script, options);
  }
};
syncBuiltinESMExports();
