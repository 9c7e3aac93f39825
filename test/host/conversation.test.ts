import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, until } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

const heard = (customer: { hears(): Promise<readonly string[]> }, count: number): Promise<readonly string[]> =>
  until(`${String(count)} messages`, async () => {
    const lines = await customer.hears();
    return lines.length >= count ? lines : undefined;
  });

test('a customer is greeted, chooses, orders, and the lead moves in the CRM', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  expect(await heard(anna, 2)).toEqual(['Здравствуйте!', MENU]);
  expect(await anna.status()).toBe('Первичное касание');
  await anna.writes('1');
  expect((await heard(anna, 4)).slice(2)).toEqual(['Печём торты.', MENU]);
  await anna.writes('2');
  expect((await heard(anna, 5)).slice(4)).toEqual(['Спасибо за заказ!']);
  expect(await anna.status()).toBe('Хочу заказать');
  await anna.writes('меню');
  expect((await heard(anna, 6)).slice(5)).toEqual([MENU]);
  expect(await anna.status()).toBe('Хочу заказать');
  await shop.close();
});

test('a person takes over in silence, gives back, and the menu is shown once', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('3');
  expect((await heard(anna, 3)).slice(2)).toEqual(['Передаю сотруднику.']);
  expect(await anna.status()).toBe('Диалог с оператором');
  for (const text of ['1', 'вы тут?', 'меню']) await anna.writes(text);
  await until('all three are through', () => shop.engine.store.read.counts().inboxNew === 0 && turnsOf(shop.engine, 3));
  await anna.managerWrites('Здравствуйте, это Анна');
  await anna.movedTo('Первичное касание');
  const lines = await until('the bot is back', async () => {
    const all = await anna.hears();
    return all.at(-1) === MENU ? all : undefined;
  });
  expect(lines.slice(3)).toEqual(['Здравствуйте, это Анна', 'Снова на связи бот.', MENU]);
  await shop.close();
});

test('a manager who only writes silences the bot, and the customer calls it back', async () => {
  const shop = await openShop(tempFolder(), smallBot());
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.managerWrites('Сейчас отвечу сам');
  await until('the bot gave way', () => ownerOf(shop.engine) === 'human');
  await anna.writes('1');
  await until('the message is through', () => shop.engine.store.read.counts().inboxNew === 0);
  await anna.writes('бот');
  const lines = await until('the bot is back', async () => {
    const all = await anna.hears();
    return all.at(-1) === MENU && all.length > 3 ? all : undefined;
  });
  expect(lines.slice(2)).toEqual(['Сейчас отвечу сам', 'Снова на связи бот.', MENU]);
  await shop.close();
});

test('when the CRM refuses the status, nothing is promised and the failed exit is taken', async () => {
  const shop = await openShop(tempFolder(), smallBot(), { sandbox: { faults: { statusRefused: true } } });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await heard(anna, 2);
  await anna.writes('2');
  expect((await heard(anna, 4)).slice(2)).toEqual(['Не получилось записать заказ.', MENU]);
  await anna.writes('3');
  const lines = await heard(anna, 6);
  expect(lines.join()).not.toContain('Передаю');
  expect(lines.slice(4)).toEqual(['Сейчас не получается позвать сотрудника. Напишите ещё раз чуть позже.', MENU]);
  await shop.close();
});

function ownerOf(engine: Awaited<ReturnType<typeof openShop>>['engine']): string | undefined {
  return engine.store.read.sessions(1)[0]?.owner;
}

function turnsOf(engine: Awaited<ReturnType<typeof openShop>>['engine'], silent: number): boolean {
  const lead = engine.store.read.sessions(1)[0]?.lead ?? '';
  const turns = engine.store.read
    .traces(lead, 50)
    .filter((turn) => turn.entries.some((entry) => entry.type === 'silent'));
  return turns.length >= silent;
}
