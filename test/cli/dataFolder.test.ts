import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openTestStore, value } from '../store/testStore.ts';
import { changeFile } from '../store/changeFile.ts';
import { dialogram } from './dialogram.ts';

const bot = (id: string): string => writeBot({ ...drawBot().start('e').end('e', 'да').build(), id, name: `Бот ${id}` });

/** A data folder with two bots and a customer, as an engine leaves it. */
async function shopFolder(): Promise<string> {
  const it = openTestStore();
  for (const id of ['menu', 'order']) await it.commit((writer) => writer.createBot(id, `Бот ${id}`, bot(id)));
  await it.commit((writer) =>
    writer.putInbox({
      key: 'k',
      content: 'c',
      lead: '4411',
      event: {
        type: 'message',
        text: 'Здравствуйте',
        attachments: [],
        channel: 'whatsapp',
        lead: '4411',
        customer: { name: 'Анна', phone: '+79261234567' },
      },
      thread: { lead: '4411', source: '7', integration: '1' },
      at: 1,
      due: 1,
    }),
  );
  await it.store.close();
  return it.folder;
}

describe('bot files in and out', () => {
  test('all bots of a folder come out, and go into another one', async () => {
    const folder = await shopFolder();
    const out = join(tempFolder(), 'bots');
    const exported = await dialogram(['export', '--json', '--data', folder, '--out', out]);
    expect(exported.status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['menu.dialogram.json', 'order.dialogram.json']);
    const one = await dialogram(['export', '--data', folder, '--bot', 'menu']);
    expect(one).toMatchObject({ status: 0, err: '' });
    expect(one.out).toBe(readFileSync(join(out, 'menu.dialogram.json'), 'utf8'));

    const other = tempFolder();
    const files = readdirSync(out).map((name) => join(out, name));
    const imported = await dialogram(['import', '--json', '--data', join(other, 'data'), ...files]);
    expect(imported.json()).toEqual({
      bots: [
        { file: files[0], id: 'menu' },
        { file: files[1], id: 'order' },
      ],
    });
    const back = await dialogram(['export', '--data', join(other, 'data'), '--bot', 'order']);
    expect(back.out).toBe(bot('order'));
  });

  test('what is not there is said with what is', async () => {
    const folder = await shopFolder();
    const missing = await dialogram(['export', '--data', folder, '--bot', 'nope']);
    expect(missing).toMatchObject({ status: 2, out: '' });
    expect(missing.err).toContain('menu, order');
    const nowhere = await dialogram(['export', '--data', join(folder, 'x'), '--bot', 'menu', '--language', 'ru']);
    expect(nowhere).toMatchObject({ status: 2, out: '' });
    expect(nowhere.err).toMatch(/нет данных Dialogram.*--data/u);
    const broken = join(tempFolder(), 'broken.json');
    writeFileSync(broken, '{');
    expect(await dialogram(['import', broken, '--data', folder])).toMatchObject({ status: 2, out: '' });
    // Where it is to be written: nobody looks for a file there.
    const astray = await dialogram(['backup', '--data', folder, '--to', join(folder, 'gone/copy.sqlite')]);
    expect(astray).toMatchObject({ status: 2, out: '' });
    expect(astray.err).toContain('copy.sqlite: there is no such folder');
    const blocked = await dialogram(['export', '--data', folder, '--out', broken]);
    expect(blocked).toMatchObject({ status: 2, out: '' });
    expect(blocked.err).toContain('broken.json: cannot be written (EEXIST)');
  });
});

describe('a copy and the way back', () => {
  test('a backup is restored into an empty folder, and over data only when it may be', async () => {
    const folder = await shopFolder();
    const made = (await dialogram(['backup', '--json', '--data', folder])).json() as { file: string; bytes: number };
    expect(made.file.startsWith(join(folder, 'backups', 'manual-'))).toBe(true);
    expect(statSync(made.file).mode & 0o777).toBe(0o600);

    const empty = join(tempFolder(), 'data');
    const restored = await dialogram(['restore', made.file, '--json', '--data', empty]);
    expect(restored.json()).toMatchObject({ folder: empty, aside: null });
    expect(openTestStore({ folder: empty }).store.read.bots()).toHaveLength(2);

    await changeBot(folder);
    const refused = await dialogram(['restore', made.file, '--data', folder, '--language', 'ru']);
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain('--replace');
    const done = await dialogram(['restore', made.file, '--json', '--replace', '--data', folder]);
    const { aside } = done.json() as { aside: string };
    expect(done.status).toBe(0);
    const { store } = openTestStore({ folder });
    expect(store.read.bots().map(({ id }) => id)).toEqual(expect.arrayContaining(['menu', 'order']));
    await store.close();
    // What was there lies aside, whole.
    expect(openTestStore({ folder: aside }).store.read.bots()).toHaveLength(1);
  });

  test('what is damaged, foreign, newer or missing is refused before anything is touched', async () => {
    const folder = await shopFolder();
    const before = readFileSync(join(folder, 'dialogram.sqlite'));
    const made = (await dialogram(['backup', '--json', '--data', folder])).json() as { file: string };
    const bytes = readFileSync(made.file);
    const damaged = join(folder, 'damaged.sqlite');
    writeFileSync(damaged, Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 7)]));
    const foreign = join(folder, 'foreign.sqlite');
    writeFileSync(foreign, 'hello');
    const newer = join(folder, 'newer');
    mkdirSync(newer);
    writeFileSync(join(newer, 'dialogram.sqlite'), bytes);
    changeFile(newer, 'PRAGMA user_version = 9999');
    for (const [file, word] of [
      [damaged, 'damaged'],
      [foreign, 'not a Dialogram'],
      [join(newer, 'dialogram.sqlite'), 'newer version'],
      [join(folder, 'nope'), 'no such file'],
    ] as const) {
      const ended = await dialogram(['restore', file, '--replace', '--data', folder]);
      expect([file, ended.status, ended.out]).toEqual([file, 2, '']);
      expect(ended.err).toContain(word);
      expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(readFileSync(join(folder, 'dialogram.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('replaced-'))).toEqual([]);
  });

  test('a folder in use is not restored into, and is backed up all the same', async () => {
    const folder = await shopFolder();
    const it = openTestStore({ folder });
    const made = await dialogram(['backup', '--json', '--data', folder]);
    expect(made.status).toBe(0);
    const { file } = made.json() as { file: string };
    const refused = await dialogram(['restore', file, '--replace', '--data', folder]);
    expect(refused).toMatchObject({ status: 2, out: '' });
    expect(refused.err).toContain('in use by another Dialogram');
    const erase = await dialogram(['erase', '--lead', '4411', '--yes', '--data', folder]);
    expect(erase).toMatchObject({ status: 2 });
    expect(erase.err).toContain('running');
    await it.commit((writer) => writer.putSetting('x', 1));
  });

  test('what root makes belongs to whom the folder belongs', async () => {
    const folder = await shopFolder();
    // Only root can give files away; anybody else's files are their own anyway.
    const isRoot = process.getuid?.() === 0;
    const owner = isRoot ? 65_534 : (process.getuid?.() ?? 0);
    if (isRoot) for (const path of [folder, join(folder, 'dialogram.sqlite')]) chownSync(path, owner, owner);
    const { file } = (await dialogram(['backup', '--json', '--data', folder])).json() as { file: string };
    await dialogram(['restore', file, '--replace', '--data', folder]);
    const owners = readdirSync(folder, { recursive: true }).map((name) => [
      name,
      statSync(join(folder, String(name))).uid,
    ]);
    expect(owners.filter(([name, uid]) => uid !== owner && name !== 'lock.sqlite')).toEqual([]);
    expect(owners.length).toBeGreaterThan(4);
  });

  test('without a file the copies are listed', async () => {
    const folder = await shopFolder();
    expect((await dialogram(['restore', '--data', folder])).status).toBe(2);
    const made = (await dialogram(['backup', '--json', '--data', folder])).json() as { file: string };
    const listed = await dialogram(['restore', '--data', folder]);
    expect(listed).toMatchObject({ status: 2, out: '' });
    expect(listed.err).toContain(made.file);
  });
});

test('erase shows whom, and deletes only when told to', async () => {
  const folder = await shopFolder();
  expect((await dialogram(['erase', '--data', folder])).status).toBe(2);
  const shown = await dialogram(['erase', '--phone', '8 926 123-45-67', '--data', folder]);
  expect(shown.status).toBe(1);
  expect(shown.err).toContain('4411');
  expect(shown.err).toContain('--yes');
  const done = await dialogram(['erase', '--json', '--phone', '8 926 123-45-67', '--yes', '--data', folder]);
  expect(done.status).toBe(0);
  expect(done.json()).toMatchObject({ found: ['4411'], erased: true, rewritten: true, rows: 1 });
  const again = await dialogram(['erase', '--phone', '8 926 123-45-67', '--yes', '--data', folder]);
  expect(again.status).toBe(1);
  const bytes = readdirSync(folder).map((name) =>
    statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)) : '',
  );
  expect(bytes.some((part) => part.includes('9261234567'))).toBe(false);
});

describe('doctor', () => {
  const codes = (out: unknown): string[] => (out as { findings: { code: string }[] }).findings.map(({ code }) => code);

  test('a folder as it should be', async () => {
    const folder = await shopFolder();
    chmodSync(folder, 0o700);
    await dialogram(['backup', '--data', folder]);
    const ended = await dialogram(['doctor', '--json', '--data', folder]);
    expect(ended.status).toBe(0);
    expect(ended.json()).toMatchObject({ folder, errors: 0 });
    expect(codes(ended.json())).toEqual(
      expect.arrayContaining([
        'writable',
        'private',
        'placeFine',
        'stopped',
        'sqliteFine',
        'flushed',
        'whole',
        'backupFresh',
      ]),
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('doctor'))).toEqual([]);
    const words = await dialogram(['doctor', '--data', folder, '--language', 'ru']);
    expect(words.out).toBe('');
    expect(words.err).toContain('База цела');
  });

  test('what is wrong is named, with what to do', async () => {
    const folder = join(tempFolder(), 'Dropbox');
    mkdirSync(folder);
    const it = openTestStore({ folder });
    await it.commit((writer) => {
      const put = writer.putInbox({
        ...{ key: 'k', content: 'c', lead: 'l', thread: null, at: 1, due: 1 },
        event: { type: 'managerMessage', text: 't' },
      });
      if (put.kind === 'stored') writer.parkInbox(put.id, 'test');
    });
    chmodSync(folder, 0o755);
    const running = await dialogram(['doctor', '--json', '--data', folder]);
    expect(codes(running.json())).toEqual(
      expect.arrayContaining(['open', 'placeSync', 'running', 'parkedRows', 'backupNone', 'whole']),
    );
    expect(running.status).toBe(0);
    await it.store.close();
    const path = join(folder, 'dialogram.sqlite');
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
    const damaged = await dialogram(['doctor', '--json', '--data', folder]);
    expect(damaged.status).toBe(1);
    expect(codes(damaged.json())).toContain('damaged');
    const words = await dialogram(['doctor', '--data', folder]);
    expect(words.err).toContain('dialogram restore');
  });

  test('an empty folder, a newer one, and none at all', async () => {
    const empty = await dialogram(['doctor', '--json', '--data', tempFolder()]);
    expect(empty.status).toBe(1);
    expect(codes(empty.json())).toContain('noData');
    const folder = await shopFolder();
    changeFile(folder, 'PRAGMA user_version = 9999');
    const newer = await dialogram(['doctor', '--json', '--data', folder]);
    expect(newer.status).toBe(1);
    expect(codes(newer.json())).toContain('newer');
    const none = await dialogram(['doctor', '--data', join(folder, 'nope')]);
    expect(none).toMatchObject({ status: 2, out: '' });
    expect(existsSync(join(folder, 'nope'))).toBe(false);
  });
});

async function changeBot(folder: string): Promise<void> {
  const it = openTestStore({ folder });
  await it.commit((writer) => writer.deleteBot('menu'));
  value(await it.store.care.backUp('daily'));
  await it.store.close();
}
