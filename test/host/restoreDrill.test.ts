import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../engine/store/restoreBackup.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';

const CUSTOMERS = 5;

/** P12, T-R8 (reliability.md): every message of every customer is in the inbox afterwards, and none was answered twice. */
test('a copy made under load is restored days of talk later: nothing is missing, nothing is said twice', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot(), { settleMs: 200 });
  const people = await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, index) => shop.customer(`Клиент ${String(index)}`)),
  );
  const said = people.map((): string[] => []);
  const write = async (word: string): Promise<void> => {
    for (const [index, person] of people.entries()) {
      said[index]?.push(word);
      await person.writes(word);
    }
  };
  const answered = (words: number): Promise<unknown> =>
    Promise.all(
      people.map((person, index) =>
        until(
          `customer ${String(index)} has heard of ${String(words)} words`,
          async () => (await person.hears()).filter((line) => line.startsWith('Вы сказали')).length >= words,
          30_000,
        ),
      ),
    );
  await write('Здравствуйте');
  await write('раз');
  await answered(1);
  const copying = shop.engine.store.care.backUp('manual');
  for (const word of ['два', 'три', 'четыре']) await write(word);
  const copy = unwrap(await copying);
  await write('пять');
  await answered(5);
  await shop.engine.close();
  // Nobody listens, and people write on.
  await write('шесть');

  const restored = unwrap(
    await restoreBackup({ folder, file: join(folder, 'backups', copy.name), replace: true, now: Date.now() }).then(
      (done) => (done === 'occupied' ? Promise.reject(new Error(done)) : done),
    ),
  );
  expect(readdirSync(restored.aside ?? '')).toContain('dialogram.sqlite');
  const engine = await reopenEngine(folder, { settleMs: 200 });
  await until('connected', () => engine.connection.view().state === 'on');
  await answered(6);
  const { read } = engine.store;
  for (const [index, person] of people.entries()) {
    const lead = (await person.lead()) ?? '';
    const kept = await until(`all words of customer ${String(index)}`, () => {
      const texts = read.inboxMessages(lead, 999).filter(({ type }) => type === 'message');
      return texts.length >= 7 ? texts : undefined;
    });
    expect(kept.map(({ text }) => text).sort()).toEqual([...(said[index] ?? [])].sort());
    const heard = (await person.hears()).filter((line) => line.startsWith('Вы сказали'));
    expect(heard.toSorted()).toEqual([...new Set(heard)].sort());
  }
  expect(read.setting('restored')).toBeUndefined();
  await engine.close();
  await shop.sandbox.close();
}, 90_000);
