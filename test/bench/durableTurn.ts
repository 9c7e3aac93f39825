import { customers, processorTime } from './customers.ts';
import { startEngine } from './engineProcess.ts';
import { fakeAccount } from './fakeAccount.ts';
import { quantile, round, type Figure } from './figure.ts';
import { bareHttp, commitRates } from './floor.ts';
import { menuBot } from './menuBot.ts';
import { nodeRedPace } from './nodeRed.ts';

const LEADS = 400;
const IN_FLIGHT = 100;
const SECONDS = 10;
const RATE = 1_000;

/**
 * A whole turn: webhook in, stored, run, committed, sent out, over HTTP on loopback, engine and far end in two processes:
 * as many as go through, and the waits at a steady rate. With every message looked up in the history first (the default),
 * and without for people known. Beside it in the same run: the disk's own pace, a bare HTTP server, Node-RED.
 */
export async function benchDurableTurn(): Promise<Figure[]> {
  const [one, ten] = commitRates();
  const http = await bareHttp();
  const red = await nodeRedPace();
  const fast = await turns('fast');
  const always = await turns('always');
  return [
    { name: 'better-sqlite3, synchronous=FULL, one row a commit', value: one, unit: 'commits/s' },
    { name: 'better-sqlite3, synchronous=FULL, ten rows a commit', value: ten, unit: 'rows/s' },
    { name: 'bare node:http', value: http, unit: 'requests/s' },
    ...(red === null ? [] : [{ name: 'Node-RED, a menu over HTTP, nothing durable', value: red, unit: 'turns/s' }]),
    ...fast.figures,
    ...always.figures,
    { name: 'turn.ratio.bareHttp', value: round(fast.pace / http, 3), unit: '×' },
    { name: 'turn.ratio.commits', value: round(fast.pace / one, 3), unit: '×' },
    ...(red === null ? [] : [{ name: 'turn.ratio.nodeRed', value: round(fast.pace / red, 3), unit: '×' }]),
  ];
}

async function turns(mode: 'always' | 'fast'): Promise<{ readonly pace: number; readonly figures: readonly Figure[] }> {
  const account = await fakeAccount();
  const engine = await startEngine({ account, bot: menuBot, args: ['--read-back', mode] });
  const people = customers(account, engine);
  for (let lead = 1; lead <= LEADS; lead += 1) await people.turn(lead, 'меню');
  await people.pour({ leads: LEADS, inFlight: IN_FLIGHT, ms: 2_000 });

  const before = processorTime(engine.child.pid);
  const done = await people.pour({ leads: LEADS, inFlight: IN_FLIGHT, ms: SECONDS * 1_000 });
  const spent = (processorTime(engine.child.pid) - before) / done;
  const pace = round(done / SECONDS);

  people.waits.take();
  people.answers.take();
  const steady = await people.steady({ leads: LEADS, perSecond: RATE, ms: SECONDS * 1_000 });
  const [waits, answers] = [people.waits.take(), people.answers.take()];
  people.close();
  await engine.stop();
  await account.close();
  const at = `durable turn (${mode}) at ${String(RATE)}/s`;
  return {
    pace,
    figures: [
      { name: `durable turn (${mode}), ${String(IN_FLIGHT)} at a time`, value: pace, unit: 'turns/s' },
      { name: `durable turn (${mode}), the engine's processor`, value: round(spent, 0), unit: 'µs' },
      { name: `${at}, done`, value: round(steady / SECONDS), unit: 'turns/s' },
      { name: `${at}, median`, value: round(quantile(waits, 0.5), 2), unit: 'ms' },
      { name: `${at}, p99`, value: round(quantile(waits, 0.99), 2), unit: 'ms' },
      { name: `${at}, webhook answered, p99`, value: round(quantile(answers, 0.99), 2), unit: 'ms' },
    ],
  };
}
