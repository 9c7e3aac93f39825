import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { fileSecrets } from '../../engine/host/fileSecrets.ts';
import { startSandbox, type Sandbox } from '../../engine/sandbox/startSandbox.ts';
import { changeFile } from '../store/changeFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';
import { patientBot } from './patientBot.ts';

/** The token of another account of the same owner is put in: nobody there is told what was meant for somebody else. */
const pace = { retryMs: [50, 100] };
const isAccount = (line: string): boolean => line.endsWith('/account/me');
const isSend = (line: string): boolean => line.endsWith('/send');
const settled = ({ store }: Engine): boolean => {
  const { inboxNew, outboxOpen } = store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

async function secondAccount(): Promise<Sandbox> {
  const second = await startSandbox({ port: 0, language: 'ru' });
  onTestFinished(() => second.close());
  Object.assign(second.world.account, { id: 50_023 });
  return second;
}

function turn(engine: Engine, to: Pick<Sandbox, 'token' | 'apiUrl' | 'world'>) {
  const owner = [...to.world.managers.values()].find(({ role }) => role === 'owner')?.id ?? '';
  return engine.connection.umnico({
    token: to.token,
    allowFile: true,
    baseUrl: to.apiUrl,
    manager: String(owner),
    sources: 'all',
    publicUrl: `http://127.0.0.1:${String(engine.webhook.port)}`,
  });
}

/** Anna, of the first account, is owed two answers; Boris, of the second, has a lead of the same number. */
async function twoAccounts() {
  const road = gate();
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot(), { through: road.through, pace });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && settled(shop.engine));
  const second = await secondAccount();
  const boris = await sandboxDesk(second).customer('Борис');
  await boris.writes('Есть кто?');
  const lead = (await anna.lead()) ?? '';
  expect(await boris.lead()).toBe(lead);
  const { baseUrl } = shop.engine.connection.config();
  road.also(second.token, second.apiUrl);
  road.answer(500, isSend);
  await anna.writes('только для Анны');
  await until('two answers wait', () => shop.engine.store.read.counts().outboxOpen === 2);
  const turnTo = (engine: Engine, token: string) => turn(engine, { ...second, token, apiUrl: baseUrl });
  return { road, folder, shop, anna, second, boris, lead, turnTo };
}

test('put in while the engine was off, and the account is slow to say who it is', async () => {
  const { road, folder, shop, second, boris, lead } = await twoAccounts();
  await shop.engine.close();
  await fileSecrets(join(folder, 'token'), null).set('umnico', second.token, true);
  road.answer(null);
  const answers = road.delay(isAccount);
  const engine = await reopenEngine(folder, { pace });
  expect(engine.connection.isDown()).toBe(true);
  engine.wake(lead);
  await until('it was asked who it is', () => road.askedAlso.some(isAccount));
  expect(engine.store.read.counts().outboxOpen).toBe(2);
  answers();
  await until('what was owed is let go', () => engine.connection.view().account === '50023' && settled(engine));
  expect((await boris.hears()).filter((text) => text.includes('Анны'))).toEqual([]);
  expect(engine.store.read.outbox(lead, 2).map(({ reason }) => reason)).toEqual(['otherAccount', 'otherAccount']);
  await engine.close();
  await shop.sandbox.close();
});

test('put in while answers wait, and the first account goes on posting: nobody hears what is not theirs', async () => {
  const { road, shop, anna, second, boris, lead, turnTo } = await twoAccounts();
  const { engine } = shop;
  const answers = road.delay(isAccount);
  const turned = turnTo(engine, second.token);
  await until('the other one was asked who it is', () => road.askedAlso.some(isAccount));
  road.answer(null);
  await until('it is time', () => (engine.store.read.nextOutbox(lead)?.due ?? Infinity) <= Date.now());
  engine.wake(lead);
  expect(engine.connection.isDown()).toBe(true);
  answers();
  unwrap(await turned);
  await until('all is settled', () => settled(engine));
  // Her account's webhook is there still.
  await anna.writes('вы ещё здесь?');
  await boris.writes('Ау');
  await until('Boris is answered', async () => (await boris.hears()).length > 0 && settled(engine));
  expect((await boris.hears()).filter((text) => /Анны|здесь/u.test(text))).toEqual([]);
  expect(await anna.hears()).toHaveLength(1);
  await shop.close();
});

test('and the first one back again: what its customers wrote meanwhile is answered once', async () => {
  const { road, shop, anna, second, boris, turnTo } = await twoAccounts();
  const { engine } = shop;
  unwrap(await turnTo(engine, second.token));
  road.answer(null);
  await until('all is settled', () => settled(engine));
  await anna.writes('вы ещё здесь?');
  unwrap(await turnTo(engine, shop.sandbox.token));
  await until('Anna is answered', async () => (await anna.hears()).some((text) => text.includes('здесь')));
  await until('all is settled', () => settled(engine));
  expect((await anna.hears()).filter((text) => text.includes('здесь'))).toHaveLength(1);
  expect((await boris.hears()).filter((text) => text.includes('здесь'))).toEqual([]);
  await shop.close();
});

test('a person’s word in a conversation of the first account goes to nobody of the second, and not before it is known', async () => {
  const { road, shop, second, boris, lead, turnTo } = await twoAccounts();
  const { engine } = shop;
  const say = () => callApi(createApi(engine), 'live.say', { lead, text: 'Анна, ждём вас' });
  const answers = road.delay(isAccount);
  const turned = turnTo(engine, second.token);
  await until('the other one was asked who it is', () => road.askedAlso.some(isAccount));
  expect(await say()).toMatchObject({ ok: false, fault: { code: 'notConnected' } });
  road.answer(null);
  answers();
  unwrap(await turned);
  expect(await say()).toMatchObject({ ok: false, fault: { code: 'notFound' } });
  expect((await boris.hears()).filter((text) => text.includes('Анна'))).toEqual([]);
  await shop.close();
});

test('leads of one number in two accounts are two conversations, and each finds its own, reminders too, when its account is back', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, patientBot(), { pace });
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('Anna is asked', async () => (await anna.hears()).length === 1 && settled(shop.engine));
  const lead = (await anna.lead()) ?? '';
  const second = await secondAccount();
  unwrap(await turn(shop.engine, second));
  const boris = await sandboxDesk(second).customer('Борис');
  await boris.writes('Есть кто?');
  await until('Boris is asked, from the beginning', async () => (await boris.hears()).length === 1);
  expect(await boris.lead()).toBe(lead);
  const { sessions } = shop.engine.store.read;
  expect(sessions(9).map((row) => [row.lead, row.name])).toEqual([
    [`50023:${lead}`, 'Борис'],
    [lead, 'Анна'],
  ]);
  expect(shop.engine.store.read.session(`50023:${lead}`)?.state.lead).toBe(lead);
  await until('all is settled', () => settled(shop.engine));
  await shop.engine.close();

  // Her hour is over while the other account is there.
  const past = String(Date.now() - 1_000);
  expect(changeFile(folder, `UPDATE timer SET due = ${past} WHERE lead = '${lead}'`)).toBe(1);
  const engine = await reopenEngine(folder, { pace });
  await until('connected', () => engine.connection.view().state === 'on');
  await boris.writes('+7 916 123-45-67');
  await until('Boris is thanked', async () => (await boris.hears()).length === 2 && settled(engine));
  expect(await anna.hears()).toHaveLength(1);

  unwrap(await turn(engine, shop.sandbox));
  await until('Anna is told', async () => (await anna.hears()).length === 2 && settled(engine));
  expect(await anna.hears()).toEqual(['Ваш телефон?', 'Напишу позже.']);
  expect(await boris.hears()).toEqual(['Ваш телефон?', 'Записал.']);
  await engine.close();
  await shop.sandbox.close();
});

test('forgetting a number finds its leads in every account, and a lead that was forgotten in one is heard in the other', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot(), { pace });
  const { engine } = shop;
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('Anna is asked', async () => (await anna.hears()).length === 1 && settled(engine));
  const lead = (await anna.lead()) ?? '';
  const second = await secondAccount();
  unwrap(await turn(engine, second));
  const boris = await sandboxDesk(second).customer('Борис');
  await boris.writes('Есть кто?');
  await until('Boris is asked', async () => (await boris.hears()).length === 1 && settled(engine));
  expect(engine.store.care.leadsOf({ lead })).toEqual([lead, `50023:${lead}`]);
  unwrap(await engine.forget([lead]));
  expect(engine.store.care.leadsOf({ lead })).toEqual([`50023:${lead}`]);
  await boris.writes('Это я');
  await until('Boris is heard', async () => (await boris.hears()).some((text) => text.includes('Это я')));
  await shop.close();
});
