import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openFolder } from '../../src/source/folder.ts';
import { readEdition } from '../../src/source/index.ts';
import { readWith, segmentFile } from '../fixtures/edition.ts';
import { baseFolder, showMessage, withContent } from '../fixtures/folder.ts';

test('a symbolic link that leads out of the folder is not followed, whatever it stands for', async () => {
  const paths = ['edition.yaml', 'disclaimer.md', 'segments/02-sleep.md', 'images/bed.png'];
  for (const path of paths) {
    await withContent({}, async (folder) => {
      const outside = join(dirname(folder), 'outside');
      await rename(join(folder, path), outside);
      await symlink(outside, join(folder, path));
      const { edition, messages } = await readEdition(folder);
      assert.equal(edition, undefined, path);
      const told = messages.map((message) => showMessage(message, folder));
      const line = `${path} path-outside: Unexpected path ${path}, expected a file inside the content folder`;
      assert.ok(told.includes(line), told.join('\n'));
    });
  }
});

test('a whole segments folder that leads out of the content is not read', async () => {
  await withContent({}, async (folder) => {
    const outside = join(dirname(folder), 'outside');
    await rename(join(folder, 'segments'), outside);
    await symlink(outside, join(folder, 'segments'));
    const { edition, messages } = await readEdition(folder);
    assert.equal(edition, undefined);
    assert.equal(messages.filter(({ ruleId }) => ruleId === 'segment-missing').length, 3);
  });
});

test('a symbolic link inside the folder is followed', async () => {
  await withContent({}, async (folder) => {
    await rename(join(folder, 'segments/02-sleep.md'), join(folder, 'sleep-text.md'));
    await symlink('../sleep-text.md', join(folder, 'segments/02-sleep.md'));
    assert.deepEqual((await readEdition(folder)).messages, []);
  });
});

test('no path leads out: dots, absolute paths and folders named as files are refused', async () => {
  await withContent({}, async (path) => {
    const folder = await openFolder(path);
    await writeFile(join(dirname(path), 'secret'), 'x');
    const rule = async (name: string) => {
      const reading = await folder.readText(name);
      return 'message' in reading ? reading.message.ruleId : 'read';
    };
    assert.equal(await rule('../secret'), 'path-outside');
    assert.equal(await rule('images/../../secret'), 'path-outside');
    assert.equal(await rule('/etc/passwd'), 'file-missing');
    assert.equal(await rule('images'), 'file-missing');
    assert.equal(await rule('edition.yaml/x'), 'file-missing');
    assert.equal(await rule('edition.yaml'), 'read');
  });
});

test('text comes without a byte order mark and with one kind of line end', async () => {
  await withContent({ 'a.md': '\uFEFFone\r\ntwo\rthree\n' }, async (path) => {
    const reading = await (await openFolder(path)).readText('a.md');
    assert.deepEqual(reading, { content: 'one\ntwo\nthree\n' });
  });
});

test('a whole edition saved by a Windows editor reads the same', async () => {
  const plain = await readWith({});
  const files = ['edition.yaml', 'disclaimer.md', 'segments/02-sleep.md'];
  const overlay = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(baseFolder, file), 'utf8');
      return [file, `\uFEFF${text.replaceAll('\n', '\r\n')}`] as const;
    }),
  );
  const windows = await readWith(Object.fromEntries(overlay));
  assert.deepEqual(windows.told, []);
  assert.deepEqual(windows.edition?.metadata, plain.edition?.metadata);
  assert.deepEqual(windows.edition?.segments[1]?.root, plain.edition?.segments[1]?.root);
});

test('bytes that are not UTF-8 are told, in every file', async () => {
  const latin1 = Buffer.from('---\ntitle: Caf\xe9\n', 'latin1');
  const { told } = await readWith({
    'edition.yaml': latin1,
    'disclaimer.md': latin1,
    'segments/02-sleep.md': Buffer.from('\uFEFFx', 'utf16le'),
  });
  assert.deepEqual(told.slice(0, 3), [
    'edition.yaml file-not-utf8: Unexpected bytes in edition.yaml, expected UTF-8 text',
    'disclaimer.md file-not-utf8: Unexpected bytes in disclaimer.md, expected UTF-8 text',
    'segments/02-sleep.md file-not-utf8: Unexpected bytes in segments/02-sleep.md, expected UTF-8 text',
  ]);
});

test('files in folders below are listed by their path, hidden ones are not', async () => {
  await withContent({ 'a/y.md': '', 'a/b/x.md': '', 'a/.git/z': '', 'a/.hidden': '' }, async (path) => {
    const folder = await openFolder(path);
    assert.deepEqual(await folder.list('a'), ['b/x.md', 'y.md']);
    assert.deepEqual(await folder.list('none'), []);
  });
});

test('a segment in a folder below segments/ is not passed over in silence', async () => {
  const { told } = await readWith({ 'segments/more/05-pain.md': segmentFile('x') });
  assert.deepEqual(told, [
    'segments/more/05-pain.md segment-name: Unexpected file name more/05-pain.md, expected a number, a hyphen and lower-case words that begin with a letter, such as 03-side-effects.md',
    'segments/more/05-pain.md segment-unlisted: Segment more/05-pain is not listed in edition.yaml and would be lost',
  ]);
});

/** Reads a content folder as a user whom permission bits bind; the superuser passes them by. */
function readAsNobody(folder: string): string {
  const script = `
    import { readEdition } from ${JSON.stringify(new URL('../../src/source/index.ts', import.meta.url).href)};
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
    try {
      const { messages } = await readEdition(process.argv[1]);
      for (const message of messages) console.log(message.ruleId + ' ' + message.reason);
    } catch (error) { console.log(error.name + ' ' + error.message); }`;
  const options = { cwd: fileURLToPath(new URL('../../', import.meta.url)), encoding: 'utf8' as const };
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, folder],
    options,
  );
  return (stdout + stderr).replaceAll(`${folder}/`, '').trim();
}

const bitsBite = process.platform !== 'win32';

test('files and folders without read permission are told by name', { skip: !bitsBite }, async () => {
  await withContent({}, async (folder) => {
    await chmod(dirname(folder), 0o755);
    await chmod(join(folder, 'disclaimer.md'), 0o000);
    await chmod(join(folder, 'images/bed.png'), 0o000);
    assert.equal(
      readAsNobody(folder),
      [
        'file-unreadable Unreadable file disclaimer.md: permission denied; allow reading it',
        'file-unreadable Unreadable file images/bed.png: permission denied; allow reading it',
      ].join('\n'),
    );
    await chmod(join(folder, 'segments'), 0o000);
    assert.equal(
      readAsNobody(folder),
      'MachineError The folder segments cannot be read: permission denied; allow reading it.',
    );
    await chmod(folder, 0o000);
    assert.equal(
      readAsNobody(folder),
      `MachineError The content folder ${folder} cannot be read: permission denied; allow reading it.`,
    );
    await chmod(folder, 0o755);
    await chmod(join(folder, 'segments'), 0o755);
  });
});

test('a folder that takes the place of a file counts as a missing file', async () => {
  await withContent({}, async (folder) => {
    await rm(join(folder, 'disclaimer.md'));
    await mkdir(join(folder, 'disclaimer.md'));
    const { messages } = await readEdition(folder);
    assert.deepEqual(
      messages.map((message) => showMessage(message, folder)),
      ['disclaimer.md file-missing: Missing file disclaimer.md'],
    );
  });
});
