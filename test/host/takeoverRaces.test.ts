import { expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { readBot } from '../../engine/flow/parseBot.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, until, unwrap } from './liveShop.ts';

/** Comes back with three messages, so that there is always something to be cut off. */
const talker = unwrap(
  readBot({
    format: 1,
    id: 'talker',
    name: 'Болтун',
    language: 'ru',
    variables: [{ id: 'said', type: 'text' }],
    settings: { burstSeconds: 0 },
    flows: [
      {
        id: 'main',
        name: 'Главный',
        main: true,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'say' } },
          { id: 'back', kind: 'resume', exits: { next: 'say' } },
          {
            id: 'say',
            kind: 'message',
            data: { parts: [{ text: 'раз' }, { text: 'два' }, { text: 'три' }] },
            exits: { next: 'ask' },
          },
          {
            id: 'ask',
            kind: 'question',
            data: { text: 'Что ещё?', saveTo: 'said' },
            exits: { answered: 'say', failed: 'say' },
          },
        ],
      },
    ],
  }),
);
const LEADS = 20;
const ROUNDS = 50;

/** Ids of messages that were begun: being sent, or sent, or tried and in doubt. */
const begun = (engine: Engine, lead: string): readonly number[] =>
  engine.store.read
    .outbox(lead, 10_000)
    .filter((row) => row.effect.type === 'send' && row.attempts > 0)
    .map((row) => row.id);

// T-O5 of reliability.md: 1,000 take-overs against sends.
test(
  'after a take-over or a pause is on the disk the bot begins no message any more',
  { timeout: 240_000 },
  async () => {
    const shop = await openShop(tempFolder(), talker);
    const { engine } = shop;
    const api = createApi(engine);
    const press = async (method: string, params: unknown): Promise<void> =>
      void unwrap(await callApi(api, method, params));
    const owner = (lead: string): string | undefined => engine.store.read.session(lead)?.state.owner;
    let cut = 0;

    async function customer(name: string): Promise<void> {
      const person = await shop.customer(name);
      await person.writes('Добрый день');
      const lead = await until('the bot talks', async () => (await person.lead()) ?? undefined);
      await until('asked', async () => (await person.hears()).length === 4, 60_000);
      for (let round = 0; round < ROUNDS; round += 1) {
        const made = engine.store.read.outbox(lead, 10_000).length;
        if (round > 0) {
          await press('live.setOwner', { lead, owner: 'bot' });
          await until('something is to be said', () => engine.store.read.outbox(lead, 10_000).length > made, 60_000);
        }
        // From at once to after all has been said.
        for (let turns = 0; turns < (round * 7) % 40; turns += 1) await new Promise((next) => setImmediate(next));
        if (round % 2 === 0) await press('live.setOwner', { lead, owner: 'human' });
        else await press('live.pause', { lead, until: null, note: 'проверка' });
        const before = begun(engine, lead);
        await until('the bot gave way', () => owner(lead) === 'human', 60_000);
        await until('nothing is on its way', () => !engine.store.read.outboxLeads().includes(lead), 60_000);
        expect(begun(engine, lead)).toEqual(before);
        if (engine.store.read.outbox(lead, 4).some((row) => row.state === 'cancelled')) cut += 1;
      }
      const sent = engine.store.read.outbox(lead, 10_000).filter((row) => row.state === 'sent');
      expect((await person.hears()).length).toBe(sent.length);
    }

    await Promise.all(Array.from({ length: LEADS }, (_, index) => customer(`Клиент ${String(index)}`)));
    // The races were real: some cut the bot short, some came too late to.
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(LEADS * ROUNDS);
    await shop.close();
  },
);

test(
  'a take-over that is in the very commit in which a message would be begun goes first',
  { timeout: 60_000 },
  async () => {
    const shop = await openShop(tempFolder(), talker);
    const { engine } = shop;
    const { store } = engine;
    const api = createApi(engine);
    const person = await shop.customer('Анна');
    await person.writes('Добрый день');
    await until('asked', async () => (await person.hears()).length === 4 && store.read.outboxLeads().length === 0);
    const lead = (await person.lead()) ?? '';
    for (let round = 0; round < 20; round += 1) {
      const session = store.read.session(lead);
      if (session === null) throw new Error('the lead has no conversation');
      const { state, version, thread, lastText } = session;
      const at = Date.now();
      const effect = { type: 'send' as const, id: `r${String(round)}`, text: 'ещё' };
      const row = { key: effect.id, lead, effect, thread, customId: effect.id, ownership: state.ownership, due: at };
      const event = { type: 'owner' as const, owner: 'bot' as const, at, seed: 1 };
      const trace = { lead, version, at, event, entries: [], effects: [] };
      const turn = {
        session: { lead, version, state, thread, lastText },
        inboxDone: [],
        outbox: [row],
        effects: [],
        trace,
      };
      unwrap(await store.write((writer) => writer.commitTurn(turn)));
      // The press waits for its commit while the sender, who has looked already, asks to begin.
      const pressed = callApi(api, 'live.pause', { lead, until: null });
      engine.wake(lead);
      unwrap(await pressed);
      await until('the bot gave way', () => store.read.session(lead)?.state.owner === 'human');
      await until('nothing is on its way', () => store.read.outboxLeads().length === 0);
      expect(store.read.outboxByCustomId(effect.id)).toMatchObject({ state: 'cancelled', attempts: 0 });
      const said = (await person.hears()).length;
      unwrap(await callApi(api, 'live.setOwner', { lead, owner: 'bot' }));
      await until('it is back', async () => (await person.hears()).length === said + 4);
      await until('all is sent', () => store.read.outboxLeads().length === 0);
    }
    await shop.close();
  },
);
