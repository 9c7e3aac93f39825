import { customers } from './customers.ts';
import { startEngine } from './engineProcess.ts';
import { fakeAccount } from './fakeAccount.ts';
import { round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const LEADS = 1_000;
const IN_FLIGHT = 100;
const MEGABYTE = 1_048_576;
const PARTS = 10;
/** Enough to see whether it grows; `TURNS=1000000 npm run bench -- soak` is the long one. */
const TURNS = Number(process.env['TURNS'] ?? 100_000);

/** Does the engine's memory grow with the turns it has run? Looked at after every tenth of them. */
export async function benchSoak(): Promise<Figure[]> {
  const account = await fakeAccount();
  const engine = await startEngine({ account, bot: menuBot, args: ['--read-back', 'fast'] });
  const people = customers(account, engine);
  for (let lead = 1; lead <= LEADS; lead += 1) await people.turn(lead, 'меню');
  const sizes: number[] = [];
  for (let part = 0; part < PARTS; part += 1) {
    await batch(people, TURNS / PARTS);
    people.waits.take();
    people.answers.take();
    sizes.push(engine.memory() / MEGABYTE);
    process.stderr.write(`soak: ${String(((part + 1) * TURNS) / PARTS)} turns, ${sizes.at(-1)?.toFixed(1) ?? ''} MB\n`);
  }
  people.close();
  await engine.stop();
  await account.close();
  const [first = Number.NaN, last = Number.NaN] = [sizes[0], sizes.at(-1)];
  return [
    { name: `memory after ${String(TURNS / PARTS)} turns`, value: round(first), unit: 'MB' },
    { name: `memory after ${String(TURNS)} turns`, value: round(last), unit: 'MB' },
    { name: 'memory, the most', value: round(Math.max(...sizes)), unit: 'MB' },
  ];
}

async function batch(people: ReturnType<typeof customers>, turns: number): Promise<void> {
  let left = turns;
  const worker = async (first: number): Promise<void> => {
    for (let lead = first; left > 0; lead = lead + IN_FLIGHT > LEADS ? first : lead + IN_FLIGHT) {
      left -= 1;
      await people.turn(lead, '2');
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, (_, index) => worker(index + 1)));
}
