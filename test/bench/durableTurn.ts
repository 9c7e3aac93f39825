import { Agent, request } from 'node:http';
import { startEngine } from './engineProcess.ts';
import { fakeAccount, incoming } from './fakeAccount.ts';
import { quantile, round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const LEADS = 200;
const SECONDS = 10;
const RATE = 500;

/**
 * A whole turn: webhook in, stored, run, committed, sent out, over HTTP on loopback, engine and far end in two processes.
 * Two measures: as many as go through with 40 at a time, and the wait of each at a steady rate.
 */
export async function benchDurableTurn(): Promise<Figure[]> {
  const account = await fakeAccount();
  const engine = await startEngine({ account: account.url, bot: menuBot });
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  const began = new Map<string, number>();
  const waits: number[] = [];
  const woken = new Map<string, () => void>();
  let message = 1;
  account.onSend = (lead, at) => {
    const from = began.get(lead);
    // The greeting is two messages; only the first after a question counts.
    if (from === undefined) return;
    began.delete(lead);
    waits.push(at - from);
    woken.get(lead)?.();
  };
  const turn = (lead: number, text: string): Promise<void> => {
    const replied = new Promise<void>((resolve) => woken.set(String(lead), resolve));
    began.set(String(lead), performance.now());
    post(agent, engine.first.webhookUrl, incoming(lead, message++, text));
    return replied;
  };
  for (let lead = 1; lead <= LEADS; lead += 1) await turn(lead, 'меню');

  waits.length = 0;
  const end = performance.now() + SECONDS * 1_000;
  const worker = async (first: number): Promise<void> => {
    for (let lead = first; performance.now() < end; lead = lead + 40 > LEADS ? first : lead + 40) await turn(lead, '2');
  };
  await Promise.all(Array.from({ length: 40 }, (_, index) => worker(index + 1)));
  const throughput = waits.length / SECONDS;

  waits.length = 0;
  const steady = performance.now();
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < RATE * SECONDS;) {
    const due = Math.floor(((performance.now() - steady) / 1_000) * RATE);
    for (; sent < Math.min(due, RATE * SECONDS); sent += 1) {
      const lead = (sent % LEADS) + 1;
      if (!began.has(String(lead))) running.push(turn(lead, '2'));
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(running);
  const sorted = [...waits].sort((a, b) => a - b);
  agent.destroy();
  await engine.stop();
  await account.close();
  return [
    {
      name: 'durable turn, 40 at a time',
      value: round(throughput),
      unit: 'turns/s',
      peer: 'Node-RED over HTTP, nothing durable: 5,072 (peers.md, another run)',
    },
    { name: `durable turn at ${String(RATE)}/s, median`, value: round(quantile(sorted, 0.5), 2), unit: 'ms' },
    { name: `durable turn at ${String(RATE)}/s, p99`, value: round(quantile(sorted, 0.99), 2), unit: 'ms' },
    { name: `durable turn at ${String(RATE)}/s, done`, value: round(sorted.length / SECONDS), unit: 'turns/s' },
  ];
}

function post(agent: Agent, url: string, body: string): void {
  const sent = request(
    url,
    {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    },
    (reply) => {
      if (reply.statusCode !== 200) throw new Error(`webhook answered ${String(reply.statusCode)}`);
      reply.resume();
    },
  );
  sent.end(body);
}
