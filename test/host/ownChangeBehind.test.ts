import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, until, unwrap, type Shop } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

const pace = { retryMs: [50, 100] };
const isChange = (line: string): boolean => line.startsWith('PUT ') && line.includes('/leads/');
const idle = ({ engine }: Shop): boolean => {
  const { inboxNew, outboxOpen } = engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

/** Every message changes its lead, and the account tells of that with the status the lead has still. */
async function tellsPresentStatus(shop: Shop, lead: number): Promise<void> {
  const { port, path } = shop.engine.webhook;
  const statusId = shop.sandbox.world.leads.get(lead)?.statusId;
  const type = 'lead.changed.status';
  const body = { accountId: shop.sandbox.world.account.id, type, leadId: lead, lead: { id: lead, statusId } };
  const headers = { 'content-type': 'application/json' };
  const url = `http://127.0.0.1:${String(port)}${path}`;
  expect((await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
}

test.for(['writes to the customer', 'gives the lead back in the window'] as const)(
  'a lead that was taken in the window is moved at the second attempt, though the account told of its old status and a person %s meanwhile',
  async (what) => {
    const road = gate();
    const shop = await openShop(tempFolder(), smallBot(), { through: road.through, pace });
    const { read } = shop.engine.store;
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    await until('greeted', async () => (await anna.hears()).length === 2 && idle(shop));
    const lead = (await anna.lead()) ?? '';
    const api = createApi(shop.engine);
    const press = async (owner: string) => void unwrap(await callApi(api, 'live.setOwner', { lead, owner }));
    road.answer(500, isChange);
    await press('human');
    await until('the first attempt failed', () => read.nextOutbox(lead)?.attempts === 1);
    await tellsPresentStatus(shop, Number(lead));
    await until('that waits', () => read.waitingTypes(lead).includes('status'));
    if (what === 'writes to the customer') await anna.managerWrites('Здравствуйте, слушаю вас');
    else await press('bot');
    road.answer(null);
    await until('nothing waits any more', () => idle(shop));
    const isWriter = what === 'writes to the customer';
    expect(read.session(lead)?.state.owner).toBe(isWriter ? 'human' : 'bot');
    expect(await anna.status()).toBe(isWriter ? 'Диалог с оператором' : 'Первичное касание');
    await shop.close();
  },
);
