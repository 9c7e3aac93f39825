import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../engine/model/result.ts';
import type { Http } from '../../engine/ports/http.ts';
import type { Store } from '../../engine/ports/store.ts';
import { isWhole } from './checker.ts';
import { corpus } from './corpus.ts';
import type { Spoil } from './engineLife.ts';
import { memoryFolder } from './memoryFolder.ts';
import type { Talk } from './people.ts';
import { BEGINNING, simulate, type Simulation } from './simulate.ts';
import { templateFolder } from './templateFolder.ts';

const folder = memoryFolder();
let template = '';
beforeAll(async () => {
  template = await templateFolder(folder, BEGINNING, {});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (seed: number, spoil?: Spoil): Promise<Simulation> =>
  simulate({ seed, folder: join(folder, String(seed)), template, ...(spoil === undefined ? {} : { spoil }) });

test('the same seed is the same run, to the last line; another one is not', async () => {
  for (const seed of [1, 2, 3]) expect((await run(seed)).digest).toBe((await run(seed)).digest);
  expect((await run(1)).digest).not.toBe((await run(2)).digest);
});

test('no seed that once broke a promise breaks one now', async () => {
  const seeds = corpus();
  expect(seeds.length).toBeGreaterThan(10);
  for (const seed of seeds) {
    const { verdict } = await run(seed);
    expect({ seed, ...verdict }).toEqual({ seed, lost: [], doubled: [], disordered: [], overAPerson: [], other: [] });
  }
});

describe('the checker bites', () => {
  /** Runs until a seed shows the fault. */
  async function firstBad(
    spoil: Spoil,
    shows: (run: Simulation) => boolean,
    otherwise: Spoil = {},
  ): Promise<number | undefined> {
    for (let seed = 1; seed <= 60; seed += 1) {
      const done = await run(seed, spoil);
      if (!isWhole(done.verdict) && shows(done) && !shows(await run(seed, otherwise))) return seed;
    }
    return undefined;
  }

  test('where what may have arrived is sent again without a look', async () => {
    const blind = (store: Store): Store => ({
      ...store,
      write: (change) =>
        store.write((writer) =>
          change({
            ...writer,
            settleOutbox: (id, outcome) =>
              writer.settleOutbox(id, outcome.state === 'unknown' ? { ...outcome, state: 'ready' } : outcome),
          }),
        ),
    });
    expect(await firstBad({ store: blind }, ({ verdict }) => verdict.doubled.length > 0)).toBeDefined();
  });

  test('where a message is acknowledged before it is on the disk', async () => {
    // The history would bring it back, so that is taken away as well; without it only the acknowledgement counts.
    const http = (real: Http): Http => ({
      ...real,
      send: (request) =>
        request.url.includes('/leads/all')
          ? Promise.resolve(ok({ status: 200, headers: {}, body: '[]' }))
          : real.send(request),
    });
    const hasty: Spoil = {
      http,
      take: (take, clock) => (body) => {
        clock.after(2_000, () => void take(body));
        return Promise.resolve(ok(undefined));
      },
    };
    const isLost = ({ verdict }: Simulation): boolean => verdict.lost.length > 0;
    expect(await firstBad(hasty, isLost, { http })).toBeDefined();
  });

  test('where the bot does not see that a person has come', async () => {
    const deaf: Spoil = {
      take: (take) => (body) =>
        JSON.stringify(body).includes('Сейчас отвечу') ? Promise.resolve(ok(undefined)) : take(body),
    };
    expect(await firstBad(deaf, ({ verdict }) => verdict.overAPerson.length > 0)).toBeDefined();
  });
});

describe('what no seed lasts long enough for', () => {
  test('after eight hours of sleep all of fifty customers is there within a minute, and no old question is answered', async () => {
    const hours = 8 * 3_600_000;
    const asleep = 60_000;
    const talks = Array.from({ length: 50 }, (_, index): Talk => ({
      lines: [1_000, asleep + 60_000 + index * 300_000].map((at) => ({ at, says: null })),
      taken: null,
    }));
    const events = [{ at: asleep, what: 'freeze' as const, ms: hours }];
    const done = await simulate({
      seed: 8,
      folder: join(folder, 'sleep'),
      template,
      plan: { talks, events, weather: { switchesOffAfter: 6 } },
    });
    expect(done.verdict).toEqual({ lost: [], doubled: [], disordered: [], overAPerson: [], other: [] });
    expect(done.figures.messages).toBe(100);
    // Only the last half hour's questions are answered; the others are left to people.
    expect(done.figures.sent).toBeGreaterThanOrEqual(100);
    expect(done.figures.sent).toBeLessThan(100 + 50);
    expect(done.figures.restMs).toBeLessThanOrEqual(60_000);
  }, 120_000);
});
