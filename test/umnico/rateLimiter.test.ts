import { describe, expect, test } from 'vitest';
import { rateLimiter } from '../../engine/umnico/rateLimiter.ts';
import type { Lane } from '../../engine/umnico/rateLimiter.ts';
import { movableClock } from './parts.ts';

const START = 1_777_600_000_000;

/** Calls that want to start, and when they did (milliseconds from the beginning) or how they were turned away. */
function line(perSecond: number) {
  const clock = movableClock(START);
  const limiter = rateLimiter({ clock, perSecond });
  const started: string[] = [];
  const call = (name: string, lane: Lane = 'usual', source?: string): void => {
    void limiter.enter(lane, source).then((entry) => {
      started.push(entry.ok ? `${name}@${clock.now() - START}` : `${name} refused`);
      if (entry.ok) entry.value.done();
    });
  };
  return { clock, limiter, started, call };
}

describe('the pace of one account', () => {
  test('five at once, the sixth a second after the first', async () => {
    const { clock, started, call } = line(5);
    for (const name of 'abcdefg') call(name);
    await clock.pass(3_000);
    expect(started).toEqual(['a@0', 'b@0', 'c@0', 'd@0', 'e@0', 'f@1000', 'g@1000']);
  });

  test('never more than five within any second, however calls come', async () => {
    const { clock, started, call } = line(5);
    for (let step = 0; step < 100; step += 1) {
      for (let count = 0; count < (step * 7) % 4; count += 1) call('x');
      await clock.pass(130);
    }
    await clock.pass(60_000);
    const moments = started.map((entry) => Number(entry.split('@')[1]));
    expect(moments.length).toBeGreaterThan(100);
    expect(moments.some((moment, index) => index >= 5 && moment - (moments[index - 5] ?? 0) < 1000)).toBe(false);
  });

  test('replies go before whatever waits', async () => {
    const { clock, started, call } = line(1);
    call('first');
    call('history');
    call('statuses');
    call('reply', 'reply');
    await clock.pass(5_000);
    expect(started.map((entry) => entry.split('@')[0])).toEqual(['first', 'reply', 'history', 'statuses']);
  });

  test('a short pause holds all, a shorter one does not cut it', async () => {
    const { clock, limiter, started, call } = line(Infinity);
    limiter.pause(3_000);
    limiter.pause(1_000);
    call('a');
    await clock.pass(2_999);
    expect(started).toEqual([]);
    await clock.pass(1);
    expect(started).toEqual(['a@3000']);
  });

  test('a reply does not stand in line for longer than a second: a person may come meanwhile', async () => {
    const { clock, limiter, started, call } = line(Infinity);
    limiter.pause(900);
    call('a', 'reply');
    limiter.pause(1_200);
    call('b', 'reply');
    call('c');
    await clock.pass(1_200);
    expect(started).toEqual(['a refused', 'b refused', 'c@1200']);
  });

  test('a clock that is set back makes neither a pause nor the wait for a place longer', async () => {
    const clock = movableClock(START);
    let off = 0;
    const limiter = rateLimiter({ clock: { ...clock, now: () => clock.now() + off }, perSecond: 1 });
    const started: string[] = [];
    const call = (name: string): unknown =>
      limiter.enter('usual').then((entry) => {
        started.push(name);
        if (entry.ok) entry.value.done();
      });
    call('a');
    limiter.pause(3_000);
    off = -86_400_000;
    call('b');
    call('c');
    await clock.pass(3_000);
    expect(started).toEqual(['a', 'b']);
    await clock.pass(1_000);
    expect(started).toEqual(['a', 'b', 'c']);
  });

  test('a long pause turns away those who come and those who wait, until it is over', async () => {
    const { clock, limiter, started, call } = line(1);
    call('a');
    call('b');
    await clock.pass(0);
    limiter.pause(60_000);
    call('c', 'reply');
    await clock.pass(60_000);
    call('d');
    await clock.pass(0);
    expect(started).toEqual(['a@0', 'b refused', 'c refused', 'd@60000']);
  });
});
