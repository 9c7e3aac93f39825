import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createOpenedFiles, filesIn } from '../../electron/openedFiles.ts';
import { tempFolder } from '../support/tempFolder.ts';

function opened() {
  const unread: string[] = [];
  let arrivals = 0;
  const files = createOpenedFiles({
    arrived: () => (arrivals += 1),
    cantRead: (name) => Promise.resolve(void unread.push(name)),
  });
  return { files, unread, arrivals: () => arrivals };
}

test('files wait until the page takes them, oldest first, each once', async () => {
  const folder = tempFolder();
  const { files, arrivals } = opened();
  for (const name of ['a', 'b']) {
    writeFileSync(join(folder, `${name}.dialogram.json`), `{"${name}":1}`);
    files.add(join(folder, `${name}.dialogram.json`));
  }
  expect(arrivals()).toBe(2);
  // Two windows' worth of asking at once: nothing comes twice.
  const taken = await Promise.all([files.take(), files.take(), files.take()]);
  expect(taken).toEqual([
    { name: 'a.dialogram.json', text: '{"a":1}' },
    { name: 'b.dialogram.json', text: '{"b":1}' },
    null,
  ]);
});

test('a file that cannot be read is told of, and the next one is opened', async () => {
  const folder = tempFolder();
  const { files, unread } = opened();
  writeFileSync(join(folder, 'good.json'), '{}');
  files.add(join(folder, 'gone.json'));
  files.add(join(folder, 'good.json'));
  expect(await files.take()).toEqual({ name: 'good.json', text: '{}' });
  expect(unread).toEqual(['gone.json']);
});

test('of the arguments of a start only bot files count, from the folder it was started in', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'checkout.json'));
  writeFileSync(join(folder, 'shop.dialogram.json'), '{}');
  const args = ['--no-sandbox', folder, 'checkout.json', 'shop.dialogram.json', '--flag=x.json', '/abs/GONE.JSON'];
  expect(await filesIn(args, folder)).toEqual([join(folder, 'shop.dialogram.json'), '/abs/GONE.JSON']);
});
