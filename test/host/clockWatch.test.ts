import { expect, test } from 'vitest';
import { watchClock } from '../../engine/host/clockWatch.ts';
import { ok } from '../../engine/model/result.ts';
import { manualClock } from '../store/manualClock.ts';
import { recordingLog, type LogLine } from '../store/testStore.ts';

/** An account whose clock is behind ours by `behind` seconds, and that takes `slow` ms to answer. */
function account(behind: number, slow = 0, date?: string) {
  const clock = manualClock();
  const lines: LogLine[] = [];
  const http = {
    send() {
      clock.forward(slow);
      const headers = { date: date ?? new Date(clock.now() - behind * 1_000).toUTCString() };
      return Promise.resolve(ok({ status: 200, headers, body: '' }));
    },
    download: () => Promise.reject(new Error('not asked for')),
  };
  const watch = watchClock(http, { clock, log: recordingLog(lines) });
  const ask = () => watch.http.send({ method: 'GET', url: 'http://127.0.0.1', timeoutMs: 1_000 });
  return { watch, ask, lines };
}

test.each([
  [0, 0, []],
  [50, 0, []],
  [90, 0, ['clock.off']],
  [-3_600, 0, ['clock.off']],
  // The answer was long on its way: its date may be of any moment of that.
  [70, 20_000, []],
])('a clock %i s ahead, an answer after %i ms', async (behind, slow, said) => {
  const { watch, ask, lines } = account(behind, slow);
  expect(watch.ahead()).toBeNull();
  await ask();
  await ask();
  expect(Math.abs((watch.ahead() ?? 0) - behind)).toBeLessThanOrEqual(slow / 2_000 + 1);
  // Once, not with every reply.
  expect(lines.map(({ event }) => event)).toEqual(said);
});

test('a reply without a date tells nothing', async () => {
  const { watch, ask } = account(0, 0, 'yesterday');
  await ask();
  expect(watch.ahead()).toBeNull();
});
