import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryFolder } from './memoryFolder.ts';
import { BEGINNING, simulate, type Plan, type Simulation } from './simulate.ts';
import { templateFolder } from './templateFolder.ts';

/** The computer's clock is wrong, and messages are as old as the account says (reliability.md, 5, clock). */
const folder = memoryFolder();
let template = '';
beforeAll(async () => {
  template = await templateFolder(folder, BEGINNING, {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR = 3_600_000;
const WHOLE = { lost: [], doubled: [], disordered: [], overAPerson: [], other: [] };
const says = (...at: readonly number[]) => at.map((moment) => ({ at: moment, says: null }));
const run = (name: string, plan: Plan): Promise<Simulation> =>
  simulate({ seed: 1, folder: join(folder, name), template, plan, keepsLines: true });

test.for([23, 2, -24])(
  'a manager answers in the CRM while the clock is %i h off, and the bot is silent from then on',
  async (hours) => {
    const done = await run(`word${String(hours)}`, {
      talks: [{ lines: says(1_000, 60_000, 100_000, 130_000), taken: { at: 90_000, by: 'word' } }],
      events: [{ at: 30_000, what: 'jump', ms: hours * HOUR }],
    });
    expect(done.verdict).toEqual(WHOLE);
    expect(done.faults.get('managerWrote')).toBe(1);
    // Two answers, each with the question after it.
    expect(done.figures.sent).toBe(4);
  },
);

test.for([23, 2, -24])(
  'customers who write while the clock is %i h off are answered, each message once',
  async (hours) => {
    const done = await run(`answers${String(hours)}`, {
      talks: [
        { lines: says(1_000, 60_000, 100_000), taken: null },
        { lines: says(50_000, 80_000), taken: null },
      ],
      events: [{ at: 30_000, what: 'jump', ms: hours * HOUR }],
    });
    expect(done.verdict).toEqual(WHOLE);
    expect(done.figures.sent).toBe(2 * 5);
  },
);

test.for([23, -24])(
  'a clock that was %i h off is set right, and what was written while the shop was cut off is answered',
  async (hours) => {
    const done = await run(`right${String(hours)}`, {
      talks: [{ lines: says(1_000, 140_000, 145_000), taken: null }],
      events: [
        { at: 30_000, what: 'jump', ms: hours * HOUR },
        { at: 130_000, what: 'cut', ms: 19_000 },
        // The network is back, the next look at the clock finds it changed, and nothing was asked in between.
        { at: 148_000, what: 'jump', ms: -hours * HOUR },
      ],
      weather: { switchesOffAfter: 1 },
    });
    expect(done.verdict).toEqual(WHOLE);
    expect(done.figures.sent).toBe(2 * 3);
  },
);

test.for([-1, -24])(
  'a clock that is set back by %i h while the account is in trouble keeps nobody waiting for that long',
  async (hours) => {
    const done = await run(`back${String(hours)}`, {
      talks: Array.from({ length: 4 }, (_, index) => ({ lines: says(1_000, 60_000 + index * 3_000), taken: null })),
      events: [
        { at: 59_000, what: 'trouble', ms: 25_000 },
        { at: 75_000, what: 'jump', ms: hours * HOUR },
      ],
    });
    expect(done.verdict).toEqual(WHOLE);
    expect(done.figures.sent).toBe(4 * 4);
    expect(done.figures.restMs).toBeLessThan(60_000);
  },
);
