import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail } from '../../engine/model/result.ts';
import type { Http } from '../../engine/ports/http.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { Spoil } from './engineLife.ts';
import { memoryFolder } from './memoryFolder.ts';
import { API_HOST } from './network.ts';
import { SCENARIOS } from './scenarios.ts';
import { BEGINNING, simulate, type Plan } from './simulate.ts';
import { templateFolder } from './templateFolder.ts';

const folder = memoryFolder();
let template = '';
beforeAll(async () => {
  template = await templateFolder(folder, BEGINNING, {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counted {
  calls: number;
}

/** The n-th write is refused as a full disk refuses it. */
function fullDisk(n: number, counted: Counted): Spoil {
  const store = (real: Store): Store => ({
    ...real,
    write: (change) => ((counted.calls += 1) === n ? Promise.resolve(fail({ code: 'diskFull' })) : real.write(change)),
  });
  return { store };
}

/** The n-th request never reaches the account, and nobody can tell. */
function lostRequest(n: number, counted: Counted): Spoil {
  const http = (real: Http): Http => ({
    ...real,
    send: (request) =>
      (counted.calls += 1) === n ? Promise.resolve(fail({ code: 'timeout', host: API_HOST })) : real.send(request),
  });
  return { http };
}

/** The n-th request is carried out, and its answer is lost. */
function lostAnswer(n: number, counted: Counted): Spoil {
  const http = (real: Http): Http => ({
    ...real,
    async send(request) {
      const isIt = (counted.calls += 1) === n;
      const answer = await real.send(request);
      return isIt ? fail({ code: 'timeout', host: API_HOST }) : answer;
    },
  });
  return { http };
}

const whole = { lost: [], doubled: [], disordered: [], overAPerson: [], other: [] };

/** Fails call 1, 2, 3 … until the scenario has no such call any more. Value: how many there are. */
async function everyCall(plan: Plan, spoil: (n: number, counted: Counted) => Spoil): Promise<number> {
  for (let n = 1; ; n += 1) {
    const counted = { calls: 0 };
    const run = await simulate({ seed: 1, folder: join(folder, 'run'), template, plan, spoil: spoil(n, counted) });
    expect({ failed: n, ...run.verdict }).toEqual({ failed: n, ...whole });
    if (counted.calls < n) return n - 1;
  }
}

test.for(Object.keys(SCENARIOS))(
  '%s: whichever call fails, nothing is lost, doubled or out of order',
  { timeout: 600_000 },
  async (name) => {
    const plan = SCENARIOS[name] ?? { talks: [] };
    expect(await everyCall(plan, fullDisk)).toBeGreaterThan(3);
    expect(await everyCall(plan, lostRequest)).toBeGreaterThan(5);
    expect(await everyCall(plan, lostAnswer)).toBeGreaterThan(5);
  },
);
