import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { customers, processorTime } from './customers.ts';
import { startEngine } from './engineProcess.ts';
import { fakeAccount, FIRST_CHAT } from './fakeAccount.ts';
import { round, type Figure } from './figure.ts';
import { menuBot } from './menuBot.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const IN_FLIGHT = 50;
const MS = 8_000;

/** What a turn costs the engine's processor with a thousand and with a million conversations in its table. */
export async function benchManySessions(): Promise<Figure[]> {
  const few = await cost(FEW);
  const many = await cost(MANY);
  return [
    { name: 'turn with 1,000 stored sessions, the engine’s processor', value: round(few, 0), unit: 'µs' },
    { name: 'turn with 1,000,000 stored sessions, the engine’s processor', value: round(many, 0), unit: 'µs' },
    { name: 'turn.ratio.manySessions', value: round(many / few, 2), unit: '×' },
  ];
}

async function cost(sessions: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-'));
  const account = await fakeAccount();
  const first = await startEngine({ account, bot: menuBot, folder });
  const someone = customers(account, first);
  await someone.turn(1, 'меню');
  someone.close();
  await first.stop();
  multiply(join(folder, 'data', 'dialogram.sqlite'), sessions);

  const engine = await startEngine({ account, bot: menuBot, folder, args: ['--read-back', 'fast'] });
  const people = customers(account, engine);
  // Over the whole table, so that no part of it stays in memory by chance.
  const lead = stride(sessions);
  await run(people, lead, 2_000);
  const before = processorTime(engine.child.pid);
  const turns = await run(people, lead, MS);
  const spent = (processorTime(engine.child.pid) - before) / turns;
  people.close();
  await engine.stop();
  await account.close();
  rmSync(folder, { recursive: true, force: true });
  return spent;
}

/** The one conversation that was had, for so many leads; each in a chat of its own, or the first turn would get to know it. */
function multiply(file: string, sessions: number): void {
  const database = new Database(file);
  const columns = database
    .prepare<[], { readonly name: string }>("SELECT name FROM pragma_table_info('session')")
    .all()
    .map(({ name }) => name)
    .filter((name) => name !== 'lead' && name !== 'thread');
  const list = columns.join(', ');
  database.exec(
    `INSERT INTO session (lead, thread, ${list})
     WITH RECURSIVE n (lead) AS (SELECT 2 UNION ALL SELECT lead + 1 FROM n WHERE lead < ${String(sessions)})
     SELECT CAST(n.lead AS TEXT),
       json_set(thread, '$.lead', CAST(n.lead AS TEXT), '$.source', CAST(${String(FIRST_CHAT)} + n.lead AS TEXT)), ${list}
     FROM n, session s WHERE s.lead = '1'`,
  );
  database.close();
}

/** Every lead once before any comes again, in no order that a table would like. */
function stride(sessions: number): () => number {
  const step = 7_919;
  let at = 0;
  return () => ((at += step) % sessions) + 1;
}

async function run(people: ReturnType<typeof customers>, lead: () => number, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let turns = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await people.turn(lead(), '2');
      turns += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return turns;
}
