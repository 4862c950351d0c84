import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Look } from '../../src/verify/pdf/notice/look.ts';
import { openLooker } from '../../src/verify/pdf/notice/look-thread.ts';

/** A thread that runs `answer(task)` for each file. */
function threadOf(answer: string): URL {
  const script = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (task) => { ${answer} });
  `;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const look: Look = {
  page: 1,
  corner: { left: 0, top: 800 },
  strings: new Map(),
  view: { box: { left: 0, bottom: 0, right: 1, top: 1 }, scale: 1 },
  glyphs: [],
};
const file = (name: number) => Uint8Array.of(name);

test('each file gets what was seen in it, whichever is answered first', async () => {
  const see = '({ id: task.id, seen: [{ glyphs: task.bytes[0], contrast: task.looks.length }] })';
  const { look: ask, close } = openLooker(
    threadOf(`if (task.id === 1) globalThis.first = task; else for (const it of [task, globalThis.first])
      parentPort.postMessage(((task) => ${see})(it));`),
  );
  const [first, second] = await Promise.all([ask(file(7), [look]), ask(file(8), [look, look])]);
  assert.deepEqual([first[0]?.glyphs, first[0]?.contrast], [7, 1]);
  assert.deepEqual([second[0]?.glyphs, second[0]?.contrast], [8, 2]);
  await close();
});

test('pages that cannot be drawn are told in the words of the one who drew them', async () => {
  const { look: ask, close } = openLooker(
    threadOf(`parentPort.postMessage({ id: task.id, problem: 'there is no room' });`),
  );
  await assert.rejects(ask(file(1), [look]), /^Error: there is no room$/);
  await close();
});

test('a thread that breaks, or ends, fails the files that wait for it, and the next file gets another thread', async () => {
  for (const end of ['throw new Error("out of memory")', 'process.exit(3)']) {
    const { look: ask, close } = openLooker(
      threadOf(`if (task.bytes[0] === 1) { ${end} }
        parentPort.postMessage({ id: task.id, seen: [{ glyphs: 5, contrast: 21 }] });`),
    );
    await assert.rejects(ask(file(1), [look]), /out of memory|ended before its answer/);
    assert.equal((await ask(file(2), [look]))[0]?.glyphs, 5);
    await close();
  }
});

test('a thread that is started before it is asked is the one that answers', async () => {
  const thread = openLooker(
    threadOf(`globalThis.asked = (globalThis.asked ?? 0) + 1;
      parentPort.postMessage({ id: task.id, seen: [{ glyphs: globalThis.asked, contrast: 21 }] });`),
  );
  thread.start();
  thread.start();
  assert.equal((await thread.look(file(1), [look]))[0]?.glyphs, 1);
  thread.start();
  assert.equal((await thread.look(file(2), [look]))[0]?.glyphs, 2);
  await thread.close();
});

test('a file without a place to look at needs no thread', async () => {
  const { look: ask } = openLooker(threadOf('throw new Error("asked in vain")'));
  assert.deepEqual(await ask(file(1), []), []);
});
