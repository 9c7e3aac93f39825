import { describe, expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

const fast = { retryMs: [50, 100], badTokenMs: 300 };
const session = (shop: Shop, engine = shop.engine) => engine.store.read.sessions(1)[0];
const idle = (shop: Shop, engine = shop.engine): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

async function greeted(options: Parameters<typeof openShop>[2] = {}, settings: Record<string, unknown> = {}) {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot(settings), options);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop));
  return { shop, anna, folder };
}

/** Makes a message of the sandbox older than it is. Value: its number there. */
function backdate(shop: Shop, text: string, ms: number): number {
  const found = [...shop.sandbox.world.messages.values()].find((message) => message.text === text);
  if (found === undefined) throw new Error('nobody wrote that');
  Object.assign(found, { at: Date.now() - ms });
  return found.seq;
}

/** What the account would post if its channel kept less than it does. */
async function post(shop: Shop, body: object): Promise<void> {
  const { port, path } = shop.engine.webhook;
  const reply = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accountId: shop.sandbox.world.account.id, ...body }),
  });
  expect(reply.status).toBe(200);
}

describe('while several messages of the bot wait to be sent', () => {
  test.for(['writes', 'moves the lead'] as const)('a person %s, and none of them goes out', async (how) => {
    const road = gate();
    const { shop, anna } = await greeted({ through: road.through, pace: fast });
    road.answer(500, (line) => line.endsWith('/send'));
    await anna.writes('1');
    await until('two messages wait', () => shop.engine.store.read.counts().outboxOpen === 2);
    if (how === 'writes') await anna.managerWrites('Сейчас помогу');
    else await anna.movedTo('Диалог с оператором');
    await until('it is known', () => shop.engine.store.read.counts().inboxNew > 0 || session(shop)?.owner === 'human');
    road.answer(null);
    await until('the bot gave way', () => session(shop)?.owner === 'human' && idle(shop));
    expect((await anna.hears()).slice(2)).toEqual(how === 'writes' ? ['Сейчас помогу'] : []);
    await shop.close();
  });
});

test('a person takes the lead while the bot is still about to hand it over: it does not speak first', async () => {
  const road = gate();
  const { shop, anna } = await greeted({ through: road.through, pace: fast });
  const { read } = shop.engine.store;
  road.answer(500, (line) => line.endsWith('/send'));
  await anna.writes('1');
  await until('two messages wait', () => read.counts().outboxOpen === 2);
  await anna.writes('3');
  const lead = (await anna.lead()) ?? '';
  await until('the hand-over waits behind them', () => read.session(lead)?.state.wait?.memo.target === 'st_human');
  await anna.movedTo('Диалог с оператором');
  await until('it is known', () => read.counts().inboxNew > 0 || session(shop)?.owner === 'human');
  road.answer(null);
  await until('the bot gave way', () => session(shop)?.owner === 'human' && idle(shop));
  expect((await anna.hears()).slice(2)).toEqual([]);
  await shop.close();
});

test('a person who answers while a burst is still awaited is not talked over', async () => {
  const { shop, anna } = await greeted({}, { burstSeconds: 1 });
  await anna.writes('а ещё вопрос');
  await anna.managerWrites('Отвечаю сама');
  // The account tells of it when it comes to it: that nothing waits yet says nothing.
  await until('all is read', () => session(shop)?.owner === 'human' && idle(shop));
  expect((await anna.hears()).slice(2)).toEqual(['Отвечаю сама']);
  await shop.close();
});

describe('what the bot did itself is no take-over', () => {
  test('its message come back without its mark, by text or by id', async () => {
    const { shop, anna } = await greeted();
    const lead = Number(await anna.lead());
    const [source = 0] = shop.sandbox.world.leads.get(lead)?.realIds ?? [];
    const rows = shop.engine.store.read.outbox(String(lead), 10).filter((row) => row.effect.type === 'send');
    const echo = (messageId: string, text: string): object => ({
      type: 'message.outgoing',
      leadId: lead,
      message: { messageId, incoming: false, message: { text }, source: { realId: source }, datetime: Date.now() },
    });
    await post(shop, echo('999', '  здравствуйте! '));
    await post(shop, echo(rows[1]?.messageId ?? '', 'канал переписал текст по-своему'));
    await until('both are read', () => idle(shop));
    expect(session(shop)?.owner).toBe('bot');
    await anna.managerWrites('А это уже человек');
    await until('the bot gave way', () => session(shop)?.owner === 'human');
    await shop.close();
  });

  test('its own change of status, told late and out of order', async () => {
    const { shop, anna } = await greeted();
    await anna.writes('2');
    await until('ordered', async () => (await anna.hears()).length === 3 && idle(shop));
    const statusId = [...shop.sandbox.world.statuses.values()].find((one) => one.name === 'Первичное касание')?.id;
    const leadId = Number(await anna.lead());
    await anna.writes('меню');
    await until('the menu again', async () => (await anna.hears()).at(-1) === MENU && idle(shop));
    const before = session(shop);
    await post(shop, { type: 'lead.changed.status', leadId, lead: { id: leadId, statusId } });
    await until('it is read', () => idle(shop));
    expect(session(shop)).toMatchObject({ owner: before?.owner, status: before?.status });
    await shop.close();
  });

  test('the account’s own greeting of a new lead', async () => {
    const shop = await openShop(tempFolder(), smallBot());
    shop.sandbox.core.faults = { ...shop.sandbox.core.faults, foreignAutoReply: true };
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted by both', async () => (await anna.hears()).length === 3 && idle(shop));
    expect(session(shop)?.owner).toBe('bot');
    await shop.close();
  });
});

test('a forged move of the lead does not silence the bot, a real one does', async () => {
  const { shop, anna } = await greeted();
  const statusId = [...shop.sandbox.world.statuses.values()].find((one) => one.name === 'Диалог с оператором')?.id;
  const leadId = Number(await anna.lead());
  await post(shop, { type: 'lead.changed.status', leadId, lead: { id: leadId, statusId } });
  await until('it is read', () => idle(shop));
  await anna.writes('1');
  await until('the bot answers', async () => (await anna.hears()).length === 4);
  await anna.movedTo('Диалог с оператором');
  await until('the bot gave way', () => session(shop)?.owner === 'human');
  await anna.movedTo('Хочу заказать');
  await until('nobody’s', () => session(shop)?.owner === 'off');
  await anna.movedTo('Первичное касание');
  await until('the bot is back', async () => (await anna.hears()).length === 6 && idle(shop));
  expect((await anna.hears()).slice(4)).toEqual(['Снова на связи бот.', MENU]);
  await shop.close();
});

describe('a new lead that people have already', () => {
  const withPeople = async (shop: Shop) => {
    const anna = await shop.customer('Анна');
    const first = [...shop.sandbox.world.statuses.values()][0];
    const human = [...shop.sandbox.world.statuses.values()].find((one) => one.name === 'Диалог с оператором');
    if (first === undefined || human === undefined) throw new Error('no such statuses');
    // New leads of this account begin at people: a rule of theirs.
    [first.order, human.order] = [human.order, first.order];
    return anna;
  };

  test('hears nothing from the bot', async () => {
    const shop = await openShop(tempFolder(), smallBot());
    const anna = await withPeople(shop);
    await anna.writes('1');
    await until('it is read', () => session(shop)?.owner === 'human' && idle(shop));
    expect(await anna.hears()).toEqual([]);
    await shop.close();
  });

  test('hears nothing either when the status cannot be asked for at first', async () => {
    const road = gate();
    const shop = await openShop(tempFolder(), smallBot(), { through: road.through, pace: fast });
    const anna = await withPeople(shop);
    const isLead = (line: string): boolean => line.startsWith('GET /v1.3/leads/');
    road.answer(500, isLead);
    await anna.writes('Добрый день');
    await until('asked twice', () => road.asked.filter(isLead).length >= 2);
    road.answer(null);
    await until('it is read', () => session(shop)?.owner === 'human' && idle(shop));
    expect(await anna.hears()).toEqual([]);
    await shop.close();
  });
});

test('what a person answered while the engine was off is not answered again', async () => {
  const { shop, anna, folder } = await greeted({ sandbox: { delivery: { retries: 0 } } });
  const boris = await shop.customer('Борис');
  await shop.engine.close();
  await anna.writes('1');
  await boris.writes('Добрый вечер');
  backdate(shop, 'Добрый вечер', 60_000);
  await anna.managerWrites('Мы печём торты');
  await boris.managerWrites('Здравствуйте, я помогу');
  // Late enough to look: what was said in the last two minutes would be answered by a webhook’s own news.
  const engine = await reopenEngine(folder, { pace: { lateMs: 0 } });
  await until('both are read', () => {
    const owners = engine.store.read.sessions(9).map((one) => one.owner);
    return owners.length === 2 && owners.every((owner) => owner === 'human') && idle(shop, engine);
  });
  expect((await anna.hears()).slice(2)).toEqual(['Мы печём торты']);
  expect(await boris.hears()).toEqual(['Здравствуйте, я помогу']);
  await engine.close();
  await shop.close();
});

test('a bot that was stopped answers on start what is fresh, and leaves the rest to people', async () => {
  const { shop, anna } = await greeted();
  const { engine } = shop;
  const boris = await shop.customer('Борис');
  unwrap(await engine.setRunning(false));
  await anna.writes('1');
  await boris.writes('Вчерашний вопрос');
  const old = backdate(shop, 'Вчерашний вопрос', 40 * 60_000);
  await until('told, and not heard', () => shop.sandbox.deliveries().some((one) => one.messageSeq === old));
  expect((await anna.hears()).length).toBe(2);
  // As if it had been stopped for three hours.
  unwrap(await engine.store.write((writer) => writer.putSetting('caughtUp', Date.now() - 3 * 3_600_000)));
  unwrap(await engine.setRunning(true));
  await until('the fresh one is answered', async () => (await anna.hears()).length === 4 && idle(shop));
  expect(await boris.hears()).toEqual([]);
  expect(engine.store.read.counts().inboxParked).toBe(1);
  await boris.writes('Добрый день');
  await until('the next one is answered', async () => (await boris.hears()).length === 2);
  await shop.close();
});

describe('a lead that a manager moves between two statuses the bot does not know', () => {
  const moved = async (bot: ReturnType<typeof echoBot>) => {
    const shop = await openShop(tempFolder(), bot);
    const anna = await shop.customer('Анна');
    await anna.writes('Здравствуйте');
    await until('asked', async () => (await anna.hears()).length === 1 && idle(shop));
    await anna.movedTo('Хочу заказать');
    return { shop, anna };
  };

  test('is out of the bot’s hands, however it got to where it stood', async () => {
    const operator = smallBot().statuses?.filter(({ role }) => role === 'operator') ?? [];
    const { shop, anna } = await moved({ ...echoBot(), statuses: operator });
    await until('the bot is out', () => session(shop)?.owner === 'off');
    await anna.writes('торт');
    await until('it is read', () => idle(shop));
    expect(await anna.hears()).toEqual(['Слушаю']);
    await shop.close();
  });

  test('stays with a bot that has no statuses at all', async () => {
    const { shop, anna } = await moved(echoBot());
    await anna.writes('торт');
    await until('answered', async () => (await anna.hears()).length === 3);
    expect(session(shop)?.owner).toBe('bot');
    await shop.close();
  });
});
