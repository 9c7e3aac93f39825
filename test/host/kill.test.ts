import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { until } from './liveShop.ts';
import { serveArgs, startServe } from './serveProcess.ts';

const KILLS = 30;
const CUSTOMERS = 4;

/** Says back whatever it is told, so that every message has one reply that names it. */
const echoBot = {
  format: 1,
  id: 'echo',
  name: 'Echo',
  language: 'en',
  variables: [{ id: 'said', type: 'text' }],
  settings: { burstSeconds: 0 },
  flows: [
    {
      id: 'main',
      name: 'Main',
      main: true,
      nodes: [
        { id: 'start', kind: 'start', exits: { next: 'ask' } },
        {
          id: 'ask',
          kind: 'question',
          data: { text: 'Go on', saveTo: 'said' },
          exits: { answered: 'echo', failed: 'echo' },
        },
        { id: 'echo', kind: 'message', data: { parts: [{ text: 'You said {{said}}.' }] }, exits: { next: 'ask' } },
      ],
    },
  ],
};

test('thirty kills in mid-conversation lose no message and double none', async () => {
  const folder = tempFolder();
  const sandbox = await startSandbox({
    port: 0,
    language: 'en',
    faults: { historyLagMs: 100 },
    // On a busy machine a start takes seconds: what is given up before it ends comes back by the history, out of its order.
    delivery: { retries: 6, backoffMs: 50, disableAfter: 1_000 },
  });
  const bot = join(folder, 'echo.dialogram.json');
  const token = join(folder, 'token');
  writeFileSync(bot, JSON.stringify(echoBot));
  writeFileSync(token, sandbox.token);
  const args = serveArgs({ folder, sandbox, token, bot });
  let engine = await startServe(args);
  const desk = sandboxDesk(sandbox);
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, index) => desk.customer(`C${String(index)}`)),
  );
  const said = customers.map((): string[] => []);
  for (const customer of customers) await customer.writes('hello');

  for (let kill = 0; kill < KILLS; kill += 1) {
    // Writing goes on while the engine lives and dies; when exactly it dies is chance.
    const life = 40 + Math.random() * 260;
    const end = Date.now() + life;
    for (let count = 0; Date.now() < end; count += 1) {
      for (const [index, customer] of customers.entries()) {
        const word = `k${String(kill)}n${String(count)}`;
        said[index]?.push(word);
        await customer.writes(word);
      }
      // Busy people, not a load test: the reply comes while the next line is typed.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await engine.kill();
    engine = await startServe(args);
  }

  for (const [index, customer] of customers.entries()) {
    const wanted = (said[index] ?? []).map((word) => `You said ${word}.`);
    const replies = await until(
      `all replies to customer ${String(index)}`,
      async () => {
        const heard = (await customer.hears()).filter((line) => line.startsWith('You said'));
        return heard.length >= wanted.length ? heard : undefined;
      },
      60_000,
    );
    expect(replies).toEqual(wanted);
  }
  expect(await engine.stop()).toBe(0);
  await sandbox.close();
}, 180_000);
