import { undiciHttp } from '../../engine/host/undiciHttp.ts';
import { ok } from '../../engine/model/result.ts';
import type { Channel } from '../../engine/ports/channel.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import type { Http } from '../../engine/ports/http.ts';
import { customerWrites, operatorWrites } from '../../engine/sandbox/desk/talk.ts';
import { startCustomer } from '../../engine/sandbox/desk/people.ts';
import type { NewCustomer } from '../../engine/sandbox/desk/people.ts';
import type { Faults } from '../../engine/sandbox/faults.ts';
import { isRefusal } from '../../engine/sandbox/refusal.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import type { Sandbox } from '../../engine/sandbox/startSandbox.ts';
import type { Customer } from '../../engine/sandbox/storedWorld.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { umnicoChannel } from '../../engine/umnico/umnicoChannel.ts';
import { startWebhookServer } from '../../engine/webhook/webhookServer.ts';
import type { ChannelWorld } from '../contracts/channelContract.ts';
import { answer, keptLog, realClock, scripted } from './parts.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SECRET = 'secret-of-the-contract';

export interface SandboxWorld extends ChannelWorld {
  readonly sandbox: Sandbox;
  readonly account: string;
  customer(wanted: NewCustomer): Customer;
  /** The same account over a network that does as told. */
  over(bend: (http: Http) => Http): Channel;
}

/** The embedded Umnico, our client, our webhook listener and our reader, joined by real HTTP. */
export async function openSandboxWorld(integration: string, faults: Partial<Faults>): Promise<SandboxWorld> {
  const sandbox = await startSandbox({ port: 0, language: 'ru', faults });
  const { core } = sandbox;
  const newCustomer = (wanted: NewCustomer): Customer => {
    const made = startCustomer(core, wanted);
    if (isRefusal(made)) throw new Error(made.message);
    return made;
  };
  const customer = newCustomer({ name: 'Анна', phone: '79991112233', channel: integration });
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
  const http: Http & { close(): Promise<void> } = undiciHttp();
  const other = await scripted((_, response) => answer(response, 200));
  const connect = (token: string, over: Http = http) =>
    umnicoChannel({
      baseUrl: sandbox.apiUrl,
      token: () => token,
      http: over,
      clock: realClock,
      log: keptLog(),
      requestsPerSecond: Infinity,
      readFile: () => Promise.resolve(ok({ name: 'cake.png', type: 'image/png', bytes: PIXEL })),
    });
  const channel = connect(sandbox.token);
  return {
    sandbox,
    account: String(sandbox.world.account.id),
    customer: newCustomer,
    over: (bend) => connect(sandbox.token, bend(http)),
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
