import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../engine/model/result.ts';
import type { Channel } from '../../engine/ports/channel.ts';
import type { Thread } from '../../engine/ports/thread.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';

/** A channel together with the far end it talks to, and what people do there. */
export interface ChannelWorld {
  readonly channel: Channel;
  /** The same service with a token that is not valid. */
  readonly stranger: Channel;
  /** Address at which the CRM's events reach `events`. */
  readonly address: string;
  /** Every event so far, oldest first. */
  readonly events: () => readonly CrmEvent[];
  /** A customer writes in a messenger. */
  customerWrites(text: string): Promise<void> | void;
  /** An employee answers in the CRM's own window. */
  operatorWrites(lead: string, text: string): Promise<void> | void;
  /** An address whose file the channel can fetch. */
  readonly pictureUrl: string;
  /** Somebody else's program registers its webhook. */
  otherWebhook(): Promise<void>;
  close(): Promise<void>;
}

type EventOf<T extends CrmEvent['type']> = Extract<CrmEvent, { type: T }>;

/** What every CRM that carries messages must keep, in the order of one conversation. */
export function channelContract(name: string, open: () => Promise<ChannelWorld>): void {
  describe(`${name} as a channel`, () => {
    let world: ChannelWorld;
    let thread: Thread;
    let employee: string;
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());

    async function bring(account: string, since: number, most: number): Promise<readonly CrmEvent[]> {
      const events: CrmEvent[] = [];
      const done = await world.channel.missed({ account, since, most }, (event) => {
        events.push(event);
        return Promise.resolve(ok(undefined));
      });
      expect(need(done).events).toBe(events.length);
      return events;
    }

    async function told<T extends CrmEvent['type']>(
      type: T,
      match: (event: EventOf<T>) => boolean,
    ): Promise<EventOf<T>> {
      const isIt = (event: CrmEvent): event is EventOf<T> => event.type === type && match(event as EventOf<T>);
      const find = (): EventOf<T> | undefined => world.events().find(isIt);
      await expect.poll(find, { timeout: 5_000, interval: 10 }).toBeDefined();
      return need(find());
    }

    test('the token tells the account, and a wrong one is known as such', async () => {
      expect(await world.channel.account()).toMatchObject({
        ok: true,
        value: { id: expect.stringMatching(/./) as string },
      });
      for (const call of ['account', 'managers', 'sources', 'statuses'] as const) {
        expect(await world.stranger[call]()).toEqual({ ok: false, fault: { code: 'badToken' } });
      }
      expect(
        await world.stranger.missed({ account: '1', since: 0, most: 50 }, () => Promise.resolve(ok(undefined))),
      ).toEqual({ ok: false, fault: { code: 'badToken' } });
    });

    test('employees, integrations and statuses are listed', async () => {
      const managers = need(await world.channel.managers());
      expect(managers.filter((manager) => manager.owner)).toHaveLength(1);
      employee = managers.find((manager) => !manager.owner)?.id ?? need(managers.map((manager) => manager.id)[0]);
      const sources = need(await world.channel.sources());
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.every((source) => source.type !== '' && source.id !== '')).toBe(true);
      const statuses = need(await world.channel.statuses());
      expect(statuses.length).toBeGreaterThan(1);
      expect(new Set(statuses.map((status) => status.externalId)).size).toBe(statuses.length);
    });

    test('the webhook is registered once, however often it is asked for', async () => {
      await world.otherWebhook();
      const first = need(await world.channel.ensureWebhook(world.address, 'contract'));
      expect(first.others).toBe(1);
      expect(first.repaired).toBe(true);
      const present = need(await world.channel.ensureWebhook(world.address, 'contract'));
      expect(present).toEqual({ ...first, repaired: false });
      const both = await Promise.all([1, 2].map(() => world.channel.ensureWebhook(world.address, 'contract')));
      expect(both.map((one) => one.ok && one.value)).toEqual([present, present]);
    });

    test('what a customer writes is told, with the thread to answer in', async () => {
      await world.customerWrites('Сколько стоит торт?');
      const event = await told('message', (message) => message.text === 'Сколько стоит торт?');
      const account = need(await world.channel.account());
      expect(event).toMatchObject({ account: account.id, comment: false, group: false, attachments: [] });
      expect(Math.abs(event.at - Date.now())).toBeLessThan(60_000);
      const sources = need(await world.channel.sources());
      expect(sources.find((source) => source.id === event.thread.integration)?.type).toBe(event.channel);
      thread = event.thread;
      expect(need(await world.channel.lead(thread.lead)).id).toBe(thread.lead);
    });

    test('a reply arrives, comes back in the echo and stands in the history', async () => {
      const message = { thread, text: 'Торт стоит 1 500 ₽', customId: 'contract:1' };
      const ids = need(await world.channel.send(message, employee));
      const echo = await told('outgoing', (event) => event.customId === 'contract:1');
      expect(echo).toMatchObject({ text: message.text, thread: { lead: thread.lead } });
      expect(ids).toContain(echo.messageId);
      const history = need(await world.channel.history(thread, 10));
      expect(history.map(({ incoming, text, customId }) => ({ incoming, text, customId }))).toEqual([
        { incoming: false, text: message.text, customId: 'contract:1' },
        { incoming: true, text: 'Сколько стоит торт?', customId: undefined },
      ]);
      expect(history[0]?.messageId).toBe(echo.messageId);
    });

    test('the history can prove what a webhook said', async () => {
      const heard = await told('message', (event) => event.text === 'Сколько стоит торт?');
      const history = need(await world.channel.history(thread, 10));
      expect(history.find((entry) => entry.incoming)).toMatchObject({ messageId: heard.messageId, at: heard.at });
    });

    test('a picture arrives as a picture', async () => {
      const media = { kind: 'image', url: world.pictureUrl } as const;
      need(await world.channel.send({ thread, text: '', media, customId: 'contract:2' }, employee));
      const history = need(await world.channel.history(thread, 1));
      expect(history).toMatchObject([{ customId: 'contract:2', attachments: [{ type: 'image' }] }]);
    });

    test('what an employee writes is told without a customId', async () => {
      await world.operatorWrites(thread.lead, 'Здравствуйте, это Ольга');
      const event = await told('outgoing', (outgoing) => outgoing.text === 'Здравствуйте, это Ольга');
      expect(event).toMatchObject({ customId: undefined, thread: { lead: thread.lead } });
    });

    test('a lead is moved to a status, and the move is told', async () => {
      const target = need(need(await world.channel.statuses()).at(1)).externalId;
      need(await world.channel.setStatus(thread.lead, target));
      await told('status', (event) => event.lead === thread.lead && event.externalStatus === target);
      expect(need(await world.channel.lead(thread.lead)).statusId).toBe(target);
    });

    test('notes are added below each other; a repeated one stands once', async () => {
      need(await world.channel.addNote(thread.lead, 'Первая'));
      need(await world.channel.addNote(thread.lead, 'Вторая'));
      need(await world.channel.addNote(thread.lead, 'Вторая'));
      expect(need(await world.channel.lead(thread.lead)).details).toBe('Первая\nВторая');
    });

    test('a lead is given to an employee', async () => {
      need(await world.channel.assign(thread.lead, employee));
      expect(need(await world.channel.lead(thread.lead)).userId).toBe(employee);
    });

    test('a lead that somebody has stays theirs, if so wanted', async () => {
      const other = need(need(await world.channel.managers()).find((manager) => manager.id !== employee)).id;
      need(await world.channel.assign(thread.lead, other, true));
      expect(need(await world.channel.lead(thread.lead)).userId).toBe(employee);
      need(await world.channel.assign(thread.lead, other));
      expect(need(await world.channel.lead(thread.lead)).userId).toBe(other);
    });

    test('tags are added and taken away, whatever they are made of, and as often as one likes', async () => {
      const odd = ['опт', 'торт/пирог', '50% скидка?', 'a&b=c #1', '..торты'];
      need(await world.channel.changeTags(thread.lead, odd, []));
      need(await world.channel.changeTags(thread.lead, ['опт'], ['никогда не было']));
      expect(need(await world.channel.lead(thread.lead)).tags).toEqual(odd);
      for (let time = 0; time < 2; time += 1) need(await world.channel.changeTags(thread.lead, ['VIP'], odd.slice(1)));
      expect(need(await world.channel.lead(thread.lead)).tags).toEqual(['опт', 'VIP']);
    });

    test('a tag that would be another address is refused before it is sent', async () => {
      const reply = await world.channel.changeTags(thread.lead, ['..'], []);
      expect(reply).toMatchObject({ ok: false, fault: { code: 'badRequest' } });
    });

    test('amount and comment are written together, and a repeat changes nothing', async () => {
      const update = { comment: 'Заказ: медовик', amount: 1_250.5, keepExisting: true };
      for (let time = 0; time < 2; time += 1) need(await world.channel.updateLead(thread.lead, update));
      const written = need(await world.channel.lead(thread.lead));
      expect(written).toMatchObject({ amount: 1_250.5, details: 'Первая\nВторая\nЗаказ: медовик' });
    });

    test('an amount that is there is kept, or written over, as wanted', async () => {
      need(await world.channel.updateLead(thread.lead, { amount: 900, keepExisting: true }));
      expect(need(await world.channel.lead(thread.lead)).amount).toBe(1_250.5);
      need(await world.channel.updateLead(thread.lead, { amount: 900, keepExisting: false }));
      expect(need(await world.channel.lead(thread.lead)).amount).toBe(900);
    });

    test('what is known of the customer becomes lines of the comment, one a label', async () => {
      const email = { field: 'email', label: 'Почта', value: 'anna@shop.ru' } as const;
      const phone = { field: 'phone', label: 'Телефон', value: '+79160000000' } as const;
      const details = async () => need(await world.channel.lead(thread.lead)).details;
      need(
        await world.channel.updateLead(thread.lead, { comment: 'Клиент:', replaceComment: true, keepExisting: true }),
      );
      expect(await details()).toBe('Клиент:');
      // Her phone stands on her own card already; her address does not.
      for (let time = 0; time < 2; time += 1)
        need(await world.channel.updateLead(thread.lead, { contacts: [email, phone], keepExisting: true }));
      expect(await details()).toBe('Клиент:\nПочта: anna@shop.ru');
      const moved = { ...email, value: 'anna@home.ru' };
      need(await world.channel.updateLead(thread.lead, { contacts: [moved], keepExisting: true }));
      expect(await details()).toBe('Клиент:\nПочта: anna@shop.ru');
      need(await world.channel.updateLead(thread.lead, { contacts: [moved, phone], keepExisting: false }));
      expect(await details()).toBe('Клиент:\nПочта: anna@home.ru\nТелефон: +79160000000');
    });

    test('somebody new is looked up and written to, and the conversation that opens is told', async () => {
      const source = need(need(await world.channel.sources()).find(({ type }) => type === 'whatsapp2')).id;
      expect(need(await world.channel.checkContact(source, '+7 999 000-11-22'))).toBe(true);
      expect(need(await world.channel.checkContact(source, '79990001000'))).toBe(false);
      expect(await world.channel.checkContact(source, '12')).toMatchObject({ fault: { code: 'badRequest' } });
      const media = { kind: 'image', url: world.pictureUrl } as const;
      const message = { source, to: '+7 999 000-11-22', text: 'Ваш торт готов', media, customId: 'contract:first' };
      const sent = need(await world.channel.writeFirst(message));
      const echo = await told('outgoing', (event) => event.customId === 'contract:first');
      expect(sent.ids).toContain(echo.messageId);
      expect(echo).toMatchObject({ text: 'Ваш торт готов' });
      const history = need(await world.channel.history(echo.thread, 5));
      expect(history).toMatchObject([{ customId: 'contract:first', attachments: [{ type: 'image' }] }]);
    });

    test('a definite no is a refusal with its reason', async () => {
      const message = { thread, text: 'x', customId: 'contract:3' };
      for (const reply of [
        await world.channel.send(message, '999999999'),
        await world.channel.send({ ...message, thread: { ...thread, source: '1' } }, employee),
        await world.channel.setStatus(thread.lead, '999999999'),
        await world.channel.lead('999999999'),
        await world.channel.assign(thread.lead, '999999999'),
        await world.channel.changeTags('999999999', ['опт'], []),
        await world.channel.updateLead('999999999', { amount: 5, keepExisting: false }),
      ]) {
        expect(reply).toMatchObject({
          ok: false,
          fault: { code: 'refused', reason: expect.stringMatching(/./) as string },
        });
      }
      const history = need(await world.channel.history(thread, 50));
      expect(history.filter((entry) => entry.customId === 'contract:3')).toEqual([]);
    });

    test('what was written while no webhook worked is brought once, as the webhook would have', async () => {
      const account = need(await world.channel.account()).id;
      await world.customerWrites('Ещё вопрос');
      const heard = await told('message', (event) => event.text === 'Ещё вопрос');
      need(await world.channel.removeWebhook('contract'));
      await world.customerWrites('Вы тут?');
      await world.operatorWrites(thread.lead, 'Минуту');
      await world.customerWrites('Ау');
      const missed = await bring(account, heard.at, 50);
      // The one that came both ways is the same to the last field; the border itself belongs to what was missed.
      expect(missed[0]).toEqual(heard);
      // What a person wrote meanwhile comes too: the bot is not to speak over them.
      const brought = missed.map((event) => (event.type === 'message' ? event.text : event.type));
      expect(brought).toEqual(['Ещё вопрос', 'Вы тут?', 'outgoing', 'Ау']);
      expect(await bring(account, heard.at + 1, 50)).toEqual(missed.slice(1));

      need(await world.channel.ensureWebhook(world.address, 'contract'));
      await world.customerWrites('Спасибо');
      const late = await told('message', (event) => event.text === 'Спасибо');
      const again = await bring(account, heard.at, 50);
      expect(again).toEqual([...missed, late]);
      expect(new Set(again.map((event) => event.key)).size).toBe(again.length);
      expect(await bring(account, late.at + 1, 50)).toEqual([]);
      expect(await bring(account, heard.at, 0)).toEqual([]);
    });

    test('every delivery has its own key', () => {
      const keys = world.events().map((event) => event.key);
      expect(new Set(keys).size).toBe(keys.length);
    });

    test('a new address replaces the old one, and removing takes only ours', async () => {
      const moved = need(await world.channel.ensureWebhook(`${world.address}-moved`, 'contract'));
      expect(moved.others).toBe(1);
      need(await world.channel.ensureWebhook(world.address, 'contract'));
      need(await world.channel.removeWebhook('contract'));
      // The other one is still there, and only that one.
      expect(need(await world.channel.ensureWebhook(world.address, 'contract')).others).toBe(1);
    });
  });
}

function need<T>(value: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: object }): T;
function need<T>(value: T | undefined): T;
function need(value: unknown): unknown {
  if (value === undefined) throw new Error('nothing there');
  if (typeof value === 'object' && value !== null && 'ok' in value) {
    const result = value as { ok: boolean; value?: unknown; fault?: unknown };
    if (!result.ok) throw new Error(`fault ${JSON.stringify(result.fault)}`);
    return result.value;
  }
  return value;
}
