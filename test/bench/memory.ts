import { Agent, request } from 'node:http';
import { startEngine } from './engineProcess.ts';
import { fakeAccount } from './fakeAccount.ts';
import { round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const SESSIONS = 10_000;
const MEGABYTE = 1_048_576;

/** What the engine's process holds once 10,000 people have talked to it, each greeted and shown the menu. */
export async function benchMemory(): Promise<Figure[]> {
  const account = await fakeAccount();
  const engine = await startEngine({ account, bot: menuBot });
  const empty = engine.memory();
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  let sends = 0;
  let all: () => void = () => undefined;
  const greeted = new Promise<void>((resolve) => (all = resolve));
  account.onSend = () => {
    sends += 1;
    if (sends === SESSIONS) all();
  };
  for (let lead = 1; lead <= SESSIONS; lead += 1)
    await post(agent, engine.first.webhookUrl, account.writes(lead, lead, 'меню'));
  await greeted;
  const full = engine.memory();
  agent.destroy();
  await engine.stop();
  await account.close();
  return [
    { name: 'engine process, no sessions', value: round(empty / MEGABYTE), unit: 'MB' },
    { name: 'engine process, 10,000 sessions', value: round(full / MEGABYTE), unit: 'MB' },
  ];
}

function post(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (reply) => {
        reply.resume();
        reply.on('end', () =>
          reply.statusCode === 200 ? resolve() : reject(new Error(`webhook answered ${String(reply.statusCode)}`)),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
