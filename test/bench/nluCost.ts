// usage: node --expose-gc test/bench/nluCost.ts INTENTS PHRASES    what a bot of that size costs, as a line of JSON
import { provideFilePacks } from '../../engine/host/filePacks.ts';
import { seededRandom } from '../../engine/nlu/seededRandom.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { quantile } from './figure.ts';
import { answerMicroseconds, spent } from './nluRow.ts';
import { nluRows } from './nluSets.ts';

const ASKED = 2_000;
const MEGABYTE = 1_048_576;
const [intents = 40, perIntent = 10] = process.argv.slice(2).map(Number);

provideFilePacks(() => undefined);
const random = seededRandom(7);
const set = {
  languages: ['en'],
  intents: realPhrases() ?? madePhrases(),
};
// Not the first run of the program: the engine has learned other bots before.
for (let warm = 0; warm < 3; warm += 1) trainIntents({ ...set, intents: set.intents.slice(0, 15) });
const before = await held();
const quick = spent(() => trainIntents(set, { calibrate: false })).ms;
const whole = spent(() => trainIntents(set));
const peak = process.memoryUsage().rss / MEGABYTE;
const after = await held();
const questions = set.intents.flatMap(({ phrases }) => phrases.map((phrase) => `${phrase} please`));
const times: number[] = [];
for (let asked = 0; asked < ASKED; asked += 1) {
  const text = questions[asked % questions.length] ?? '';
  times.push(answerMicroseconds(() => understand(whole.value, text)).spent);
}
times.sort((a, b) => a - b);
const report = {
  trainMs: quick,
  calibrateMs: whole.ms,
  medianUs: quantile(times, 0.5),
  p99Us: quantile(times, 0.99),
  heldMb: after - before,
  peakMb: peak,
};
process.stdout.write(`${JSON.stringify(report)}\n`);

/** What stays in use: objects and the typed arrays behind them, which are let go only after the objects are. */
async function held(): Promise<number> {
  for (let times = 0; times < 4; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MEGABYTE;
}

/** CLINC150, where it is: its intents and phrases are as long and as varied as a real bot's. */
function realPhrases(): { id: string; phrases: string[] }[] | null {
  const row = nluRows().find(({ name }) => name === 'clinc150.train.val');
  if (row === undefined) return null;
  const byIntent = new Map<string, string[]>();
  for (const { text, intent } of row.rounds[0]?.train ?? []) {
    const list = byIntent.get(String(intent)) ?? [];
    if (list.length < perIntent) byIntent.set(String(intent), [...list, text]);
  }
  return [...byIntent].slice(0, intents).map(([id, phrases]) => ({ id, phrases }));
}

function madePhrases(): { id: string; phrases: string[] }[] {
  const word = (): string => `w${Math.floor(random() * 3_000).toString(36)}`;
  return Array.from({ length: intents }, (_, id) => ({
    id: `intent${String(id)}`,
    phrases: Array.from({ length: perIntent }, () =>
      [`topic${String(id)}`, ...Array.from({ length: 7 }, word)].join(' '),
    ),
  }));
}
