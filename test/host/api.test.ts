import { describe, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { createWire } from '../../engine/host/wire.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import { changeFile } from '../store/changeFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { keptLog } from '../umnico/parts.ts';
import { openShop, publish, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';
import { echoBot } from './echoBot.ts';

const idle = (engine: Shop['engine']): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

/** The same bot with other words; `change` edits its JSON. */
function edited(bot: Bot, change: (text: string) => string): Bot {
  return unwrap(readBot(JSON.parse(change(JSON.stringify(bot)))));
}

describe('a new version', () => {
  test('waits for the end of a question, and greets the next customer', async () => {
    const shop = await openShop(tempFolder(), echoBot());
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('asked', async () => (await anna.hears()).length === 1);
    await publish(
      shop.engine,
      edited(echoBot(), (text) => text.replaceAll('Вы сказали', 'Записано').replaceAll('Слушаю', 'Говорите')),
    );
    await anna.writes('раз');
    const boris = await shop.customer('Борис');
    await boris.writes('Добрый день');
    await until('both are told', async () => (await anna.hears()).length === 3 && (await boris.hears()).length === 1);
    expect((await anna.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
    expect(await boris.hears()).toEqual(['Говорите']);
    await shop.close();
  });

  test('is met at a menu whose options still stand, and taken back by a rollback', async () => {
    const shop = await openShop(tempFolder(), smallBot());
    const { engine } = shop;
    const first = engine.live()?.version ?? 0;
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2);
    await publish(
      engine,
      edited(smallBot(), (text) => text.replace('Печём торты.', 'Печём пироги.')),
    );
    await anna.writes('1');
    await until('the new words', async () => (await anna.hears())[2] === 'Печём пироги.' && idle(engine));
    unwrap(await callApi(createApi(engine), 'bots.rollback', { id: 'small', version: first }));
    await anna.writes('1');
    await until('the old words', async () => (await anna.hears())[4] === 'Печём торты.');
    await shop.close();
  });

  test('without the options that were offered leaves the conversation where it was', async () => {
    const shop = await openShop(tempFolder(), smallBot());
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2);
    const other = edited(smallBot(), (text) => text.replaceAll('"o1"', '"n1"').replace('Печём торты.', 'Нет'));
    await publish(shop.engine, other);
    await anna.writes('1');
    await until('as it was offered', async () => (await anna.hears()).length === 4);
    expect((await anna.hears()).slice(2)).toEqual(['Печём торты.', MENU]);
    await shop.close();
  });
});

describe('what is not the bot’s business', () => {
  test('another account, comments, groups and sources that were not chosen', async () => {
    const shop = await openShop(tempFolder(), smallBot());
    const { engine, sandbox } = shop;
    const { port, path } = engine.webhook;
    const post = (body: object): Promise<Response> =>
      fetch(`http://127.0.0.1:${String(port)}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const message = {
      messageId: 1,
      incoming: true,
      message: { text: 'Добрый день' },
      source: { realId: 1 },
      sa: { id: [...sandbox.world.integrations.keys()][0] },
    };
    expect((await post({ type: 'message.incoming', accountId: 1, leadId: 1, message })).status).toBe(200);
    const anna = await shop.customer('Анна');
    for (const place of ['commentSource', 'groupChat'] as const) {
      sandbox.core.faults = { ...sandbox.core.faults, [place]: true };
      await anna.writes('Добрый день');
      sandbox.core.faults = { ...sandbox.core.faults, [place]: false };
    }
    unwrap(await engine.connection.change({ sources: ['999'] }));
    await anna.writes('Добрый день');
    unwrap(await engine.connection.change({ sources: 'all' }));
    await until(
      'all were told',
      () => sandbox.deliveries().filter((one) => one.type === 'message.incoming').length === 3,
    );
    expect(engine.store.read.sessionCount()).toBe(0);
    expect(await anna.hears()).toEqual([]);
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2);
    await shop.close();
  });
});

describe('poison', () => {
  test.for([
    ['a state that cannot be read', `UPDATE session SET state = '{"v":1}' WHERE name = 'Анна'`],
    ['a version that cannot be read', `UPDATE version SET body = '{"format":1}' WHERE id = 1`],
  ])('%s gives its lead to people, and others go on', async ([, sql = '']) => {
    const folder = tempFolder();
    const shop = await openShop(folder, smallBot());
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop.engine));
    await publish(
      shop.engine,
      edited(smallBot(), (text) => text.replaceAll('"o1"', '"n1"')),
    );
    await shop.engine.close();
    expect(changeFile(folder, sql)).toBeGreaterThan(0);
    const engine = await reopenEngine(folder);
    const boris = await shop.customer('Борис');
    await anna.writes('1');
    await boris.writes('Добрый день');
    await until('Boris is greeted', async () => (await boris.hears()).length === 2);
    const lead = (await anna.lead()) ?? '';
    await until('people have Anna', () => engine.store.read.session(lead)?.state.owner === 'human' && idle(engine));
    expect((await anna.hears()).length).toBe(2);
    if (sql.includes('version')) expect(await anna.status()).toBe('Диалог с оператором');
    await engine.close();
    await shop.close();
  });

  test('a live version that cannot be read gives new leads to people too', async () => {
    const folder = tempFolder();
    const shop = await openShop(folder, smallBot());
    await shop.engine.close();
    expect(changeFile(folder, `UPDATE version SET body = 'not even JSON' WHERE id = 1`)).toBeGreaterThan(0);
    const engine = await reopenEngine(folder);
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('people have Anna', () => engine.store.read.sessions(1)[0]?.owner === 'human' && idle(engine));
    expect(await anna.hears()).toEqual([]);
    await engine.close();
    await shop.close();
  });

  test('a message that ended the engine three times is set aside, and the lead goes to people', async () => {
    const folder = tempFolder();
    const shop = await openShop(folder, smallBot(), { sandbox: { delivery: { retries: 0 } } });
    const anna = await shop.customer('Анна');
    const boris = await shop.customer('Борис');
    for (const person of [anna, boris]) await person.writes('Добрый день');
    await until('both are greeted', async () => (await boris.hears()).length + (await anna.hears()).length === 4);
    await until('all is sent', () => idle(shop.engine));
    const [one, two] = [(await anna.lead()) ?? '', (await boris.lead()) ?? ''];
    unwrap(await shop.engine.setRunning(false));
    // As a process that dies in the turn leaves it: counted before, never done.
    for (const [lead, attempts] of [
      [one, 2],
      [two, 0],
    ] as const) {
      const thread = shop.engine.store.read.session(lead)?.thread ?? null;
      const at = Date.now();
      unwrap(
        await shop.engine.store.write((writer) => {
          const event = { type: 'message' as const, text: '1', attachments: [], channel: '', lead, customer: {} };
          const put = writer.putInbox({ key: `k${lead}`, content: '', lead, event, thread, at, due: at });
          for (let n = 0; n < attempts; n += 1) if (put.kind === 'stored') writer.beginInbox([put.id]);
        }),
      );
    }
    await shop.engine.close();
    const engine = await reopenEngine(folder);
    unwrap(await engine.setRunning(true));
    await until('Boris is answered', async () => (await boris.hears()).length === 4);
    await until('people have Anna', () => engine.store.read.session(one)?.state.owner === 'human' && idle(engine));
    expect((await anna.hears()).length).toBe(2);
    expect(await anna.status()).toBe('Диалог с оператором');
    expect(engine.store.read.counts().inboxParked).toBe(1);
    await engine.close();
    await shop.close();
  });
});

test('no log line holds a token, a phone or a word of a customer', async () => {
  const log = keptLog();
  const shop = await openShop(tempFolder(), smallBot(), { log });
  Object.assign(shop.sandbox.core.faults, { sendFailAfterDelivery: 0.5, sendFailKind: 'drop', duplicateEveryNth: 2 });
  const anna = await shop.customer('Канарейкина');
  await anna.writes('Канарейка +7 916 555-44-33');
  await until('greeted', async () => (await anna.hears()).length >= 2 && idle(shop.engine));
  const wire = createWire(shop.engine, log);
  await wire.answer({ id: 1, method: 'connection.checkToken', params: { token: 'canary-token' } });
  await wire.answer({ id: 2, method: 'bots.save', params: { id: 'x', base: 1, bot: { name: 'Канарейка' } } });
  const { path } = shop.engine.webhook;
  await shop.close();
  expect(log.lines.length).toBeGreaterThan(0);
  const all = log.lines.join('\n');
  for (const canary of ['анарейк', '916', '555-44', shop.sandbox.token, 'canary-token', path.slice(6)])
    expect(all).not.toContain(canary);
});

test('an engine closed twice, in the middle of work, loses nothing and leaves nobody listening', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot(), { sandbox: { delivery: { retries: 8, backoffMs: 50 } } });
  const heard: string[] = [];
  const unhear = createWire(shop.engine, keptLog()).onPush((push) => heard.push(push.push));
  const people = await Promise.all(Array.from({ length: 8 }, (_, index) => shop.customer(`К${String(index)}`)));
  for (const person of people) await person.writes('Добрый день');
  await until('some are asked', async () => (await Promise.all(people.map((one) => one.hears()))).flat().length > 1);
  for (const person of people) await person.writes('раз');
  await Promise.all([shop.engine.close(), shop.engine.close()]);
  unhear();
  const before = heard.length;
  const engine = await reopenEngine(folder);
  await until(
    'all are answered',
    async () => (await Promise.all(people.map((one) => one.hears()))).flat().length === 24,
  );
  for (const person of people) expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: раз.', 'Слушаю']);
  expect(heard.length).toBe(before);
  await engine.close();
  await shop.close();
});
