import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { REQUESTS, type Method, type Params, type Reply } from '../../engine/protocol.ts';
import { changeFile } from '../store/changeFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, publish, reopenEngine, until, unwrap } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

/** Through the schemas of the wire, as a window asks. */
async function ask<M extends Method>(engine: Engine, method: M, params: Params<M>): Promise<Reply<M>> {
  const value = unwrap(await callApi(createApi(engine), method, params));
  return REQUESTS[method].reply.parse(value) as Reply<M>;
}

const flowers = () => templateBot('flowers', 'ru');

test('the list counts problems as the editor does, warnings and tips too', async () => {
  const folder = tempFolder();
  const engine = await reopenEngine(folder);
  const bot = flowers();
  const menu = bot.flows[0]!.nodes.find((node) => node.id === 'menu')!;
  const { delivery: _, ...exits } = menu.exits!;
  const nodes = bot.flows[0]!.nodes.map((node) => (node.id === 'menu' ? { ...node, exits } : node));
  const open = { ...bot, flows: [{ ...bot.flows[0]!, nodes }] };
  await ask(engine, 'bots.import', { text: writeBot(open) });
  const [row] = (await ask(engine, 'bots.list', {})).bots;
  expect(row).toMatchObject({ name: 'Цветочная лавка', errors: 1, broken: null });
  expect(row!.problems).toBeGreaterThanOrEqual(row!.errors);
  await engine.close();
});

test('one draft that cannot be read hides no other, and comes back from its newest readable version', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot());
  await publish(shop.engine, { ...smallBot(), name: 'Вторая' });
  await ask(shop.engine, 'bots.import', { text: writeBot(flowers()) });
  await shop.engine.close();
  changeFile(folder, `UPDATE bot SET body = '{"format": 1, "flo' WHERE id = 'small'`);
  changeFile(folder, `UPDATE version SET body = 'torn' WHERE number = 2`);
  const engine = await reopenEngine(folder);

  const { bots } = await ask(engine, 'bots.list', {});
  expect(bots.find((bot) => bot.id === 'bot_flowers')).toMatchObject({ problems: 0, broken: null });
  expect(bots.find((bot) => bot.id === 'small')?.broken).toMatchObject({ fault: { code: 'fileNotJson' }, copy: 1 });
  // What is left of it can be had out as it is.
  expect(await ask(engine, 'bots.export', { id: 'small' })).toMatchObject({ text: '{"format": 1, "flo' });

  expect(await ask(engine, 'bots.restore', { id: 'small' })).toEqual({ number: 1 });
  const { bot } = await ask(engine, 'bots.open', { id: 'small' });
  expect(writeBot(bot)).toBe(writeBot(unwrap(parseBot(writeBot(smallBot())))));
  expect(await callApi(createApi(engine), 'bots.restore', { id: 'small' })).toMatchObject({
    ok: false,
    fault: { code: 'changedElsewhere' },
  });
  await engine.close();
  await shop.close();
});

test('a draft of a newer format that was never published has nothing to come back from', async () => {
  const folder = tempFolder();
  const before = await reopenEngine(folder);
  await ask(before, 'bots.import', { text: writeBot(flowers()) });
  await before.close();
  changeFile(folder, `UPDATE bot SET body = '{"format": 99, "id": "bot_flowers"}'`);
  const engine = await reopenEngine(folder);
  const [row] = (await ask(engine, 'bots.list', {})).bots;
  expect(row?.broken).toEqual({ fault: { code: 'formatNewer', format: 99, supported: 1 }, copy: null });
  expect(await callApi(createApi(engine), 'bots.restore', { id: 'bot_flowers' })).toMatchObject({
    ok: false,
    fault: { code: 'notFound', what: 'version' },
  });
  await engine.close();
});

test('a file that is opened twice is one bot; once it was changed, the file is another', async () => {
  const engine = await reopenEngine(tempFolder());
  const text = writeBot(flowers());
  const first = await ask(engine, 'bots.import', { text });
  expect(await ask(engine, 'bots.import', { text })).toEqual(first);
  expect((await ask(engine, 'bots.list', {})).bots).toHaveLength(1);
  await ask(engine, 'bots.save', { id: first.id, base: 1, bot: { ...flowers(), name: 'Моя лавка' } });
  expect(await ask(engine, 'bots.import', { text })).not.toEqual(first);
  await engine.close();
});

test('activity counts each conversation once a day and once an hour', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  for (const name of ['Анна', 'Борис']) {
    const customer = await shop.customer(name);
    await customer.writes('Добрый день');
    await until('greeted', async () => (await customer.hears()).length === 2);
    await customer.writes('1');
    await until('answered', async () => (await customer.hears()).length > 2);
  }
  const { bots } = await ask(shop.engine, 'bots.activity', {});
  expect(bots).toHaveLength(1);
  expect(bots[0]).toMatchObject({ id: 'small', people: 2 });
  expect(bots[0]!.hours).toHaveLength(24);
  expect(bots[0]!.hours.slice(0, 22)).toEqual(Array.from({ length: 22 }, () => 0));
  expect(bots[0]!.hours.slice(22).reduce((sum, people) => sum + people)).toBeGreaterThanOrEqual(2);
  await shop.close();
});
