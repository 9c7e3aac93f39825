import { expect, test } from 'vitest';
import { undiciHttp } from '../../engine/host/undiciHttp.ts';
import { ok } from '../../engine/model/result.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { customerWrites, operatorWrites } from '../../engine/sandbox/desk/talk.ts';
import { startCustomer } from '../../engine/sandbox/desk/people.ts';
import type { Faults } from '../../engine/sandbox/faults.ts';
import { isRefusal } from '../../engine/sandbox/refusal.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { umnicoChannel } from '../../engine/umnico/umnicoChannel.ts';
import { startWebhookServer } from '../../engine/webhook/webhookServer.ts';
import { channelContract } from '../contracts/channelContract.ts';
import type { ChannelWorld } from '../contracts/channelContract.ts';
import { answer, keptLog, realClock, scripted } from './parts.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SECRET = 'secret-of-the-contract';

/** The embedded Umnico, our client, our webhook listener and our reader, joined by real HTTP. */
async function open(integration: string, faults: Partial<Faults>): Promise<ChannelWorld> {
  const sandbox = await startSandbox({ port: 0, language: 'ru', faults });
  const { core } = sandbox;
  const customer = startCustomer(core, { name: 'Анна', phone: '79991112233', channel: integration });
  if (isRefusal(customer)) throw new Error(customer.message);
  const events: CrmEvent[] = [];
  const server = await startWebhookServer({
    port: 0,
    host: '127.0.0.1',
    secretPath: () => [SECRET],
    onBody: (body) => {
      const event = readPayload(body, Date.now());
      if (!event.ok) throw new Error(`unreadable at ${JSON.stringify(event.fault)}`);
      // As the inbox does: a repeat ends here.
      if (!events.some((known) => known.key === event.value.key)) events.push(event.value);
      return Promise.resolve(ok(undefined));
    },
    log: keptLog(),
  });
  if (!server.ok) throw new Error('no webhook listener');
  const http = undiciHttp();
  const other = await scripted((_, response) => answer(response, 200));
  const connect = (token: string) =>
    umnicoChannel({
      baseUrl: sandbox.apiUrl,
      token: () => token,
      http,
      clock: realClock,
      log: keptLog(),
      requestsPerSecond: Infinity,
      readFile: () => Promise.resolve(ok({ name: 'cake.png', type: 'image/png', bytes: PIXEL })),
    });
  const channel = connect(sandbox.token);
  return {
    channel,
    stranger: connect('not-the-token'),
    address: `http://127.0.0.1:${server.value.port}/hook/${SECRET}`,
    events: () => events,
    customerWrites: (text) => void customerWrites(core, customer, { text }),
    operatorWrites: (leadId, text) => {
      const lead = core.world.leads.get(Number(leadId));
      if (!lead) throw new Error('no such lead');
      const manager = [...core.world.managers.values()][0];
      operatorWrites(core, lead, manager?.id ?? 0, text);
    },
    pictureUrl: 'https://example.org/cake.png',
    otherWebhook: async () => {
      await http.send({
        method: 'POST',
        url: `${sandbox.apiUrl}/webhooks`,
        headers: { authorization: `Bearer ${sandbox.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url: other.baseUrl, name: 'someone else' }),
        timeoutMs: 5_000,
      });
    },
    close: async () => {
      await sandbox.close();
      await server.value.close();
      await other.close();
      await http.close();
    },
  };
}

channelContract('Umnico by WhatsApp', () => open('whatsapp2', {}));
channelContract('Umnico by Telegram', () => open('telegram', { datetime: 'ms', omitSourceType: true }));
channelContract('Umnico where events repeat and swap', () =>
  open('whatsapp2', { duplicateEveryNth: 2, reorder: true, messageId: 'string', nestedErrorStrings: true }),
);
channelContract('Umnico whose echo comes first', () =>
  open('telegram', { echoBeforeReply: true, messageIdCollides: true, replyToInside: true }),
);

test('in a channel without realId the reply goes to the native id', async () => {
  const world = await open('telegram', { omitRealId: true });
  await world.channel.ensureWebhook(world.address, 'contract');
  await world.customerWrites('Привет');
  const heard = () => world.events().find((event) => event.type === 'message');
  await expect.poll(heard, { interval: 10 }).toBeDefined();
  const message = heard();
  const managers = await world.channel.managers();
  if (message?.type !== 'message' || !managers.ok) throw new Error('nothing heard');
  expect(message.thread.source).not.toMatch(/^\d+$/);
  const sent = await world.channel.send(
    { thread: message.thread, text: 'Ответ', customId: 'bot:1' },
    managers.value[0]?.id ?? '',
  );
  expect(sent).toMatchObject({ ok: true });
  await world.close();
});
