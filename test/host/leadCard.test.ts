import { expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, type Shop } from './liveShop.ts';

const fast = { retryMs: [50, 100, 200], badTokenMs: 300 };
const STATUSES = [
  { id: 'st_first', name: 'Первичное касание', role: 'bot' as const },
  { id: 'st_human', name: 'Диалог с оператором', role: 'operator' as const },
  { id: 'st_order', name: 'Хочу заказать', role: 'bot' as const },
];

/**
 * Takes an order: gives the lead to somebody, tags it, writes the card, moves it. Each step has its own way to fail. The
 * messenger knows the customer's phone already, so that is not written.
 */
function orderBot(to: string | string[]): Bot {
  return drawBot()
    .settings({ burstSeconds: 0 })
    .variable('sum', 'mail')
    .start('sum')
    .question('sum', 'На какую сумму?', { answer: 'number', saveTo: 'sum' }, { answered: 'mail', failed: 'mail' })
    .question('mail', 'Ваша почта?', { answer: 'email', saveTo: 'mail' }, { answered: 'assign', failed: 'assign' })
    .node('assign', 'assign', { to }, { next: 'tags', failed: 'noAssign' })
    .node('tags', 'tags', { add: ['заказ', 'сумма {{sum}}'], remove: ['новый'] }, { next: 'lead', failed: 'noTags' })
    .node(
      'lead',
      'lead',
      { comment: 'Хочет на {{sum}} ₽', amount: '{{sum}}', email: '{{mail}}', phone: '+79160000000' },
      { next: 'status', failed: 'noLead' },
    )
    .status('status', 'st_order', { next: 'done', failed: 'noStatus' })
    .message('done', 'Заказ записан', 'sum')
    .message('noAssign', 'Некому отдать', 'tags')
    .message('noTags', 'Без тегов', 'lead')
    .message('noLead', 'Без суммы', 'status')
    .message('noStatus', 'Без статуса', 'sum')
    .build({ statuses: STATUSES });
}

async function order(shop: Shop, name: string, sum = '1 250,50') {
  const customer = await shop.customer(name);
  const heard = (count: number) => until(`${name} hears`, async () => (await customer.hears()).length >= count);
  await customer.writes('Здравствуйте');
  await heard(1);
  await customer.writes(sum);
  await heard(2);
  await customer.writes('anna@shop.ru');
  await until(
    `${name} is asked anew`,
    async () => (await customer.hears()).filter((one) => one.startsWith('На')).length > 1,
  );
  return { heard: await customer.hears(), lead: Number(await customer.lead()) };
}

function cardOf(shop: Shop, id: number) {
  const { leads, managers, statuses } = shop.sandbox.world;
  const lead = leads.get(id);
  return {
    who: managers.get(lead?.userId ?? 0)?.login ?? null,
    tags: lead?.tags,
    amount: lead?.amount,
    details: lead?.details,
    status: statuses.get(lead?.statusId ?? 0)?.name,
  };
}

const said = (done: string[]): string[] => ['На какую сумму?', 'Ваша почта?', ...done, 'На какую сумму?'];

test('an order is on the card of its lead once the customer hears of it', async () => {
  const shop = await openShop(tempFolder(), orderBot('Bot@Example.org'), { pace: fast });
  const { heard, lead } = await order(shop, 'Анна');
  expect(heard).toEqual(said(['Заказ записан']));
  expect(cardOf(shop, lead)).toEqual({
    who: 'bot@example.org',
    tags: ['заказ', 'сумма 1250.5'],
    amount: 1_250.5,
    details: 'Почта: anna@shop.ru\nХочет на 1250.5 ₽',
    status: 'Хочу заказать',
  });
  await shop.close();
});

test('what the account refuses leaves by «failed», and the next steps are still made', async () => {
  const shop = await openShop(tempFolder(), orderBot('nobody@nowhere'), { pace: fast });
  shop.sandbox.core.faults = { ...shop.sandbox.core.faults, leadRefused: true };
  const { heard, lead } = await order(shop, 'Анна');
  expect(heard).toEqual(said(['Некому отдать', 'Без тегов', 'Без суммы', 'Заказ записан']));
  expect(cardOf(shop, lead)).toEqual({ who: null, tags: [], amount: null, details: null, status: 'Хочу заказать' });
  const [session] = shop.engine.store.read.sessions(1);
  expect(session && shop.engine.store.read.session(session.lead)?.state.tags).toEqual([]);
  await shop.close();
});

test.each([
  ['tags', (line: string) => line.startsWith('POST') && line.includes('/tags/')],
  ['the card', (line: string) => line.startsWith('PUT') && line.includes('/leads/')],
])('a lost answer about %s doubles nothing and loses nothing', async (_, matches) => {
  const road = gate();
  const shop = await openShop(tempFolder(), orderBot('301'), { pace: fast, through: road.through });
  road.loseAnswer(matches);
  const { heard, lead } = await order(shop, 'Анна');
  expect(heard).toEqual(said(['Заказ записан']));
  expect(cardOf(shop, lead)).toMatchObject({
    tags: ['заказ', 'сумма 1250.5'],
    amount: 1_250.5,
    details: 'Почта: anna@shop.ru\nХочет на 1250.5 ₽',
  });
  await shop.close();
});

test('people take leads in turn, whoever writes, and after a restart too', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, orderBot(['301', 'bot@example.org']), { pace: fast });
  const takers: (string | null)[] = [];
  for (const name of ['Анна', 'Борис', 'Вера']) takers.push(cardOf(shop, (await order(shop, name)).lead).who);
  await shop.engine.close();
  const engine = await reopenEngine(folder, { pace: fast });
  takers.push(cardOf(shop, (await order(shop, 'Глеб')).lead).who);
  expect(takers).toEqual(['owner@example.org', 'bot@example.org', 'owner@example.org', 'bot@example.org']);
  await engine.close();
  await shop.sandbox.close();
});
