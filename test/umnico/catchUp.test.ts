import { afterEach, describe, expect, test } from 'vitest';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import type { Http } from '../../engine/ports/http.ts';
import { changeLead } from '../../engine/sandbox/desk/leads.ts';
import { apiWrites, customerWrites, operatorWrites } from '../../engine/sandbox/desk/talk.ts';
import { noFaults } from '../../engine/sandbox/faults.ts';
import type { Faults } from '../../engine/sandbox/faults.ts';
import type { Customer } from '../../engine/sandbox/storedWorld.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { bring, scriptedCatchUp } from './scriptedCatchUp.ts';
import { openSandboxWorld } from './sandboxWorld.ts';
import type { SandboxWorld } from './sandboxWorld.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

async function open(faults: Partial<Faults> = {}): Promise<SandboxWorld> {
  const world = await openSandboxWorld('whatsapp2', faults);
  opened.push(world);
  return world;
}

type Spoken = Extract<CrmEvent, { type: 'message' | 'outgoing' }>;

async function missed(world: SandboxWorld, since = 0, most = 1_000): Promise<readonly CrmEvent[]> {
  const result = await bring(world.channel, { account: world.account, since, most });
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}
/** What customers said. */
const texts = (events: readonly CrmEvent[]) => events.flatMap((event) => (event.type === 'message' ? event.text : []));
const inOrder = (events: readonly CrmEvent[]) => [...events].sort((a, b) => (a.key < b.key ? -1 : 1));

/** A shop's day: several channels, a file, a quote, a comment, a group, people and the bot answering, a lead that ends. */
function busyDay(world: SandboxWorld): { said: number; answered: number } {
  const { core } = world.sandbox;
  const manager = [...core.world.managers.keys()][0] ?? 0;
  const closed = [...core.world.statuses.values()].find((status) => status.type === 'completed')?.id;
  let said = 0;
  let answered = 0;
  const says = (customer: Customer, words: Parameters<typeof customerWrites>[2]) => {
    said += 1;
    return customerWrites(core, customer, words);
  };
  for (const channel of ['whatsapp2', 'telegram', 'vk_group']) {
    const customer = world.customer({ name: 'Вера', channel });
    const photo = { type: 'photo', url: '/files/k/торт.jpg', name: 'торт.jpg', filesize: 5 };
    says(customer, { text: '', attachments: [photo] });
    const { lead, message } = says(customer, { text: 'Почём такой?' });
    operatorWrites(core, lead, manager, 'Две тысячи');
    answered += 1;
    says(customer, { text: 'А этот?', replySeq: message.seq });
    says(customer, { text: 'В комментарии', place: 'comment' });
    says(customer, { text: 'В группе', place: 'group' });
    changeLead(core, lead, { statusId: closed });
    says(customer, { text: 'Я снова тут' });
    says(customer, { text: 'Ау' });
  }
  return { said, answered };
}

describe('the same message both ways', () => {
  test.each<[string, Partial<Faults>]>([
    ['as usual', {}],
    ['times in ms, ids as texts', { datetime: 'ms', messageId: 'string' }],
    ['no realId', { omitRealId: true }],
    ['no type of source', { omitSourceType: true }],
    ['numbers that repeat from channel to channel', { messageIdCollides: true }],
    ['quotes inside', { replyToInside: true }],
  ])('is one event to the last field: %s', async (_, faults) => {
    const world = await open(faults);
    await world.channel.ensureWebhook(world.address, 'both ways');
    const { said, answered } = busyDay(world);
    const heard = (): Spoken[] =>
      world.events().filter((event) => event.type === 'message' || event.type === 'outgoing');
    await expect.poll(() => heard().length, { interval: 10 }).toBe(said + answered);
    const byHistory = await missed(world);
    expect(inOrder(byHistory)).toEqual(inOrder(heard().filter((event) => event.type === 'outgoing' || !event.comment)));
    expect(byHistory.map((event) => event.at)).toEqual(byHistory.map((event) => event.at).sort((a, b) => a - b));
    expect(byHistory.filter((event) => event.type === 'message' && event.group)).toHaveLength(3);
  });

  const message = {
    datetime: '2026-05-01T10:00:00.000Z',
    sa: { id: 7003, type: 'telegram', login: 'company' },
    message: { text: 'Сколько?', url: null, attachments: [{ type: 'photo', url: 'https://e.org/1?sig=a' }] },
    sender: { id: 66001, name: 'Анна', login: 'anna_demo', type: 'telegram' },
    source: { id: 'user_1', realId: 760001, saId: 7003 },
  };
  const stored = { ...message, incoming: true };
  test.each<[string, object, object]>([
    ['without an id', message, stored],
    [
      'without an id, the link signed anew',
      message,
      {
        ...stored,
        message: { text: 'Сколько?', attachments: [{ type: 'image', url: 'https://e.org/1?sig=b' }] },
      },
    ],
    ['with a number that is a text there', { ...message, messageId: 11070 }, { ...stored, messageId: '11070' }],
    ['with a moment in ms there', { ...message, messageId: 1 }, { ...stored, messageId: 1, datetime: 1777629600000 }],
    [
      'with no integration and source there',
      { ...message, messageId: 1 },
      {
        ...stored,
        messageId: 1,
        sa: undefined,
        source: undefined,
      },
    ],
    [
      'with a null customId there',
      { ...message, messageId: 1 },
      { ...stored, messageId: 1, customId: null, leadId: 5 },
    ],
  ])('has one key and one content %s', async (_, inWebhook, inHistory) => {
    const { channel } = await talkTo({
      leads: [{ id: 500123 }],
      sources: () => [{ id: 'user_1', realId: 760001, saId: 7003, type: 'message' }],
      history: () => ({ cursor: null, messages: [inHistory] }),
    });
    const body = { type: 'message.incoming', accountId: 40017, leadId: 500123, isNewLead: true, message: inWebhook };
    const heard = readPayload(body, Date.now());
    const found = await bring(channel, { account: '40017', since: 0, most: 50 });
    if (!heard.ok || !found.ok) throw new Error('unreadable');
    const { key, content, at } = heard.value;
    expect(found.value).toMatchObject([{ type: 'message', key, content, at }]);
  });
});

describe('who is asked', () => {
  test('more than a page of conversations, each once', async () => {
    const world = await open();
    const { core } = world.sandbox;
    for (let n = 0; n < 230; n += 1)
      customerWrites(core, world.customer({ name: `К${n}`, channel: 'telegram' }), { text: `вопрос ${n}` });
    const all = await missed(world);
    expect(texts(all)).toEqual(Array.from({ length: 230 }, (_, n) => `вопрос ${n}`));
    expect(new Set(all.map((event) => event.key)).size).toBe(230);
    const lists = world.sandbox.requests.since(0).filter(({ path }) => path.endsWith('/leads/all'));
    expect(lists).toHaveLength(3);
    expect(texts(await missed(world, 0, 210))).toEqual(texts(all).slice(-210));
    expect(texts(await missed(world, 0, 3))).toEqual(texts(all).slice(-3));
  });

  test('many pages of words of one customer; older ones are not walked to', async () => {
    const world = await open();
    const { core } = world.sandbox;
    const customer = world.customer({ name: 'Анна', channel: 'telegram' });
    const said = Array.from({ length: 1_290 }, (_, n) => customerWrites(core, customer, { text: `${n}` }).message);
    expect(texts(await missed(world))).toEqual(said.map((message) => message.text));
    const pages = () => world.sandbox.requests.since(0).filter(({ path }) => path.includes('/history/')).length;
    const before = pages();
    expect(texts(await missed(world, said[1_287]?.at))).toEqual(['1287', '1288', '1289']);
    expect(pages() - before).toBe(1);
  });

  test('a conversation that ended before is not asked for', async () => {
    const { channel, asked } = await talkTo({
      leads: [
        { id: 1, message: { timestamp: 1777600000 } },
        { lead: { id: 2, message: { timestamp: '2026-05-01T12:00:00Z' } } },
      ],
      sources: () => [],
    });
    expect(await bring(channel, { account: '1', since: Date.UTC(2026, 4, 1, 11), most: 50 })).toEqual({
      ok: true,
      value: [],
    });
    expect(asked().map((path) => path.replace(/\?.*/, ''))).toEqual(['/leads/all', '/messaging/2/sources']);
  });

  test('who writes during the walk moves up and is found all the same', async () => {
    let order = Array.from({ length: 300 }, (_, n) => n + 1);
    const { channel, asked } = await talkTo({
      leads: (offset, limit) => {
        const page = order.slice(offset, offset + limit).map((id) => ({ id }));
        // After the first page: the last one in the list writes, and is now the first.
        if (offset === 0) order = [300, ...order.filter((id) => id !== 300)];
        return page;
      },
      sources: () => [],
    });
    await bring(channel, { account: '1', since: 0, most: 1_000 });
    const leads = asked().flatMap((path) => /messaging\/(\d+)\//.exec(path)?.[1] ?? []);
    expect(new Set(leads).size).toBe(300);
    expect(leads).toHaveLength(300);
  });

  test('a list that never ends is left', async () => {
    const same = Array.from({ length: 200 }, (_, n) => ({ id: n }));
    const { channel, asked } = await talkTo({ leads: () => same, sources: () => [] });
    expect((await bring(channel, { account: '1', since: 0, most: 1_000 })).ok).toBe(true);
    expect(asked().filter((path) => path.startsWith('/leads')).length).toBeLessThanOrEqual(3);
  });
});

describe('what is told', () => {
  test('a lag of our own words in the history neither hides nor adds any', async () => {
    const world = await open({ historyLagMs: 600_000 });
    const { core } = world.sandbox;
    const customer = world.customer({ name: 'Анна', channel: 'telegram' });
    const { lead, message } = customerWrites(core, customer, { text: 'Привет' });
    const source = core.world.sources.get(message.realId);
    if (!source) throw new Error('no thread');
    const ours = { lead, source, attachments: [], customId: 'bot:1', userId: undefined, replySeq: undefined };
    apiWrites(core, { ...ours, text: 'Здравствуйте' });
    const first = await missed(world);
    expect(texts(first)).toEqual(['Привет']);
    core.faults = { ...core.faults, historyLagMs: 0 };
    apiWrites(core, { ...ours, text: 'Чем помочь?' });
    customerWrites(core, customer, { text: 'Торт' });
    const second = await missed(world);
    expect(texts(second)).toEqual(['Привет', 'Торт']);
    expect(second[0]).toEqual(first[0]);
  });

  test('a message belongs to the lead it was said in, whichever lead’s history shows it', async () => {
    const world = await open();
    const { core } = world.sandbox;
    const closed = [...core.world.statuses.values()].find((status) => status.type === 'completed')?.id;
    const customer = world.customer({ name: 'Анна', channel: 'telegram' });
    const first = customerWrites(core, customer, { text: 'раз' });
    changeLead(core, first.lead, { statusId: closed });
    const second = customerWrites(core, customer, { text: 'два' });
    const leads = (await missed(world)).map((event) => event.type === 'message' && [event.text, event.thread.lead]);
    expect(leads).toEqual([
      ['раз', String(first.lead.id)],
      ['два', String(second.lead.id)],
    ]);
  });
});

describe('two leads in one thread', () => {
  const at = Date.UTC(2026, 4, 1, 10);
  const said = (id: number, moment: number) => ({
    messageId: id,
    incoming: true,
    datetime: moment,
    message: { text: `m${id}` },
  });
  const told = async (ends: readonly [first: unknown, second: unknown], moments: readonly number[]) => {
    const { channel } = await talkTo({
      leads: [
        { id: 2, message: { timestamp: ends[1] } },
        { id: 1, message: { timestamp: ends[0] } },
      ],
      sources: () => [{ id: 'u', realId: 7, saId: 3 }],
      history: () => ({ cursor: null, messages: moments.map((moment, n) => said(n, moment)).reverse() }),
    });
    const result = await bring(channel, { account: '1', since: 0, most: 50 });
    return result.ok && result.value.map((event) => event.type === 'message' && event.thread.lead);
  };
  test('are told apart by the end of the first', async () =>
    expect(await told([at + 500, at + 900], [at + 400, at + 500, at + 501, at + 900])).toEqual(['1', '1', '2', '2']));
  test('that ended at a whole second by chance', async () =>
    expect(await told([at, at + 900], [at - 1, at, at + 1, at + 900])).toEqual(['1', '1', '2', '2']));
  test('whose ends are cut to seconds', async () =>
    expect(await told([at / 1000, at / 1000 + 5], [at + 400, at + 2_000, at + 5_700])).toEqual(['1', '2', '2']));
  test('what came after the list was read is the newer one’s', async () =>
    expect(await told([at + 500, at + 900], [at + 400, at + 30_000])).toEqual(['1', '2']));
});

describe('when it does not go well', () => {
  test.each([
    ['/sources', 503],
    ['/history/', 502],
    ['/leads/all', 504],
  ] as const)(
    'a failure in the middle (%s %i) is told; the next time all is there',
    async (part, serverErrorStatus) => {
      const world = await open();
      const { core } = world.sandbox;
      for (let n = 0; n < 201; n += 1)
        customerWrites(core, world.customer({ name: `К${n}`, channel: 'telegram' }), { text: 'ау' });
      let calls = 0;
      const failing = (http: Http): Http => ({
        ...http,
        send: (request) => {
          if (request.url.includes(part)) calls += 1;
          core.faults = { ...noFaults, serverErrors: calls === 2 ? 1 : 0, serverErrorStatus };
          return http.send(request);
        },
      });
      const result = await bring(world.over(failing), { account: world.account, since: 0, most: 1_000 });
      expect(result).toEqual({ ok: false, fault: { code: 'upstreamDown', status: serverErrorStatus } });
      expect(calls).toBe(2);
      core.faults = noFaults;
      expect(await missed(world)).toHaveLength(201);
    },
  );

  const say = (id: number) => ({
    messageId: id,
    incoming: true,
    datetime: 1777600000000 + id,
    message: { text: `m${id}` },
  });
  const thread = [{ id: 'u', realId: 7, saId: 3, type: 'message' }];

  test('a conversation that is gone does not keep the others', async () => {
    const { channel, lines } = await talkTo({
      leads: [{ id: 1 }, { id: 2 }],
      sources: (lead) => (lead === '1' ? 404 : thread),
      history: () => ({ cursor: null, messages: [say(2)] }),
    });
    const result = await bring(channel, { account: '1', since: 0, most: 50 });
    expect(result.ok && texts(result.value)).toEqual(['m2']);
    expect(lines).toContainEqual(expect.stringContaining('"call":"threads","code":"refused","status":404'));
  });

  test('where every conversation is refused, the refusal is the answer', async () => {
    const { channel } = await talkTo({ leads: [{ id: 1 }, { id: 2 }], sources: () => 422 });
    expect(await bring(channel, { account: '1', since: 0, most: 50 })).toMatchObject({
      ok: false,
      fault: { code: 'refused', status: 422 },
    });
  });

  test.each([[[{ id: 1 }, { name: 'odd' }]], [{ error: 'x' }], ['']])(
    'a list that is none (%j) is told',
    async (leads) => {
      const { channel } = await talkTo({ leads: () => leads, sources: () => [] });
      expect(await bring(channel, { account: '1', since: 0, most: 50 })).toMatchObject({
        ok: false,
        fault: { code: 'badReply' },
      });
    },
  );

  test('what can not be told from our own words is not brought', async () => {
    const odd = { messageId: 5, datetime: 1777600005000, message: { text: 'чьё?' } };
    const { channel } = await talkTo({
      leads: [{ id: 1 }],
      sources: () => thread,
      history: () => ({ cursor: null, messages: [odd, { ...say(4), incoming: false }, say(3)] }),
    });
    const result = await bring(channel, { account: '1', since: 0, most: 50 });
    expect(result.ok && texts(result.value)).toEqual(['m3']);
  });
});

/** A service that answers as scripted: for replies that the sandbox, rightly, never gives. */
async function talkTo(script: Parameters<typeof scriptedCatchUp>[0]) {
  const service = await scriptedCatchUp(script);
  opened.push(...service.opened);
  return service;
}
