import { describe, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { matchStatuses, linksOf } from '../../engine/host/statuses.ts';
import type { ChannelStatus } from '../../engine/ports/channel.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

const idle = (shop: Shop): boolean => {
  const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};
const stage = (shop: Shop, name: string) => {
  const found = [...shop.sandbox.world.statuses.values()].find((status) => status.name === name);
  if (found === undefined) throw new Error(`no status ${name}`);
  return found;
};
const remove = (shop: Shop, name: string): void => {
  const { id } = stage(shop, name);
  shop.sandbox.world.statuses.delete(id);
};
const linked = (shop: Shop, engine = shop.engine) =>
  Object.fromEntries(engine.store.read.statusLinks('small').map((link) => [link.status, [link.external, link.name]]));

async function greeted(options: Parameters<typeof openShop>[2] = {}) {
  const folder = tempFolder();
  const shop = await openShop(folder, smallBot(), options);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop));
  return { shop, anna, folder };
}

describe('seven statuses in the CRM against three of the bot', () => {
  const there: ChannelStatus[] = [
    'Новый',
    'ПЕРВИЧНОЕ  касание',
    'Диалог с людьми',
    'Хочу заказать',
    'Оплата',
    'Едет',
    'Готово',
  ].map((name, order) => ({ externalId: String(9001 + order), name, order, color: undefined, type: undefined }));
  const before = [{ status: 'st_human', external: '9003', name: 'Диалог с оператором' }];
  const kinds = (all: readonly ChannelStatus[], links = before) =>
    matchStatuses(smallBot(), all, links).map(({ name, external, kind }) => [name, external, kind]);

  test('equal names match whatever their case and blanks, a link holds through a new name, the rest is only there', () =>
    expect(kinds(there)).toEqual([
      ['Первичное касание', '9002', 'matched'],
      ['Диалог с оператором', '9003', 'renamed'],
      ['Хочу заказать', '9004', 'matched'],
      ['Новый', '9001', 'onlyThere'],
      ['Оплата', '9005', 'onlyThere'],
      ['Едет', '9006', 'onlyThere'],
      ['Готово', '9007', 'onlyThere'],
    ]));

  test.each([
    ['gone from the list', there.filter(({ externalId }) => externalId !== '9003')],
    ['listed as put away', there.map((one) => (one.externalId === '9003' ? { ...one, archived: true } : one))],
  ])('one that was linked and is %s is archived, and its link is remembered', (_, all) => {
    const matches = matchStatuses(smallBot(), all, before);
    expect(matches.find(({ status }) => status === 'st_human')).toEqual({
      status: 'st_human',
      name: 'Диалог с оператором',
      external: null,
      externalName: 'Диалог с оператором',
      kind: 'archived',
    });
    expect(linksOf(matches, before)).toContainEqual(before[0]);
    expect(matches.filter(({ external }) => external === '9003')).toEqual([]);
  });

  test('one that never had a pair is only here; a new one of its name takes the place of one that was put away', () => {
    expect(kinds(there, [])[1]).toEqual(['Диалог с оператором', null, 'onlyHere']);
    const anew = [
      ...there.filter(({ externalId }) => externalId !== '9003'),
      { externalId: '9100', name: 'Диалог с оператором', order: 9, color: undefined, type: undefined },
    ];
    expect(kinds(anew)[1]).toEqual(['Диалог с оператором', '9100', 'matched']);
  });
});

test('at start statuses that were renamed meanwhile keep their link under the new name', async () => {
  const { shop, folder } = await greeted();
  const { id } = stage(shop, 'Хочу заказать');
  await shop.engine.close();
  stage(shop, 'Хочу заказать').name = 'Заказывает';
  const engine = await reopenEngine(folder);
  await until('it is known', () => linked(shop, engine).st_order?.[1] === 'Заказывает');
  expect(linked(shop, engine).st_order).toEqual([String(id), 'Заказывает']);
  await engine.close();
  await shop.sandbox.close();
});

describe('the CRM refuses a status', () => {
  test('that was made anew under its name: it is linked again and set, and the customer notices nothing', async () => {
    const { shop, anna } = await greeted();
    const { id, order } = stage(shop, 'Хочу заказать');
    remove(shop, 'Хочу заказать');
    shop.sandbox.world.statuses.set(id + 500, {
      ...stage(shop, 'Первичное касание'),
      id: id + 500,
      name: 'хочу заказать',
      order,
    });
    await anna.writes('2');
    await until('ordered', async () => (await anna.hears()).at(-1) === 'Спасибо за заказ!' && idle(shop));
    expect(await anna.status()).toBe('хочу заказать');
    expect(linked(shop).st_order).toEqual([String(id + 500), 'хочу заказать']);
    await shop.close();
  });

  test('that is gone: one look at the list, no more attempts, the exit «failed», and people read why', async () => {
    const road = gate();
    const { shop, anna } = await greeted({ through: road.through });
    remove(shop, 'Хочу заказать');
    road.asked.length = 0;
    await anna.writes('2');
    await until('it is said', async () => (await anna.hears()).includes('Не получилось записать заказ.') && idle(shop));
    const lead = await anna.lead();
    const puts = road.asked.filter((line) => line === `PUT /v1.3/leads/${lead ?? ''}`);
    // The status, then the comment.
    expect(puts).toHaveLength(2);
    expect(road.asked.filter((line) => line === 'GET /v1.3/statuses')).toHaveLength(1);
    const details = shop.sandbox.world.leads.get(Number(lead))?.details;
    expect(details).toContain('«Хочу заказать»');
    const dead = shop.engine.store.read.outbox(lead ?? '', 20).filter((row) => row.state === 'dead');
    expect(dead.map((row) => row.reason)).toEqual(['statusNotLinked']);
    await shop.close();
  });

  test('for another reason: the list shows it still, and the refusal stands', async () => {
    const { shop, anna } = await greeted();
    shop.sandbox.core.faults = { ...shop.sandbox.core.faults, statusRefused: true };
    await anna.writes('2');
    await until('it is said', async () => (await anna.hears()).includes('Не получилось записать заказ.') && idle(shop));
    const lead = (await anna.lead()) ?? '';
    expect(shop.engine.store.read.outbox(lead, 20).find((row) => row.state === 'dead')?.reason).toMatch(/^refused 422/);
    expect(shop.sandbox.world.leads.get(Number(lead))?.details ?? null).toBeNull();
    await shop.close();
  });
});

test('a bot whose status was put away cannot go live with it, and the preview says why', async () => {
  const { shop } = await greeted();
  remove(shop, 'Хочу заказать');
  const api = createApi(shop.engine);
  expect(await callApi(api, 'bots.publish', { id: 'small' })).toEqual({
    ok: false,
    fault: { code: 'statusNotLinked', status: 'Хочу заказать' },
  });
  const preview = unwrap(await callApi(api, 'statuses.preview', { bot: 'small' }));
  expect(preview).toMatchObject({
    matches: expect.arrayContaining([expect.objectContaining({ status: 'st_order', kind: 'archived' })]) as unknown,
  });
  // Looking changes nothing.
  expect(linked(shop).st_order?.[1]).toBe('Хочу заказать');
  await shop.close();
});
