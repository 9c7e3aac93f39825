import { expect, test } from 'vitest';
import { createFloodWatch } from '../../engine/host/floodWatch.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { InboxRow } from '../../engine/ports/inboxStore.ts';

const rows = (count: number, from = 1): InboxRow[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }) as InboxRow);
const { floodMessages, floodQuietMs, floodLongestMs, floodWithinMs } = LIMITS;

test('fifty that wait are answered one by one, one more is a flood: the newest waits until it is over', () => {
  const watch = createFloodWatch();
  expect(watch.look('a', rows(floodMessages), 0)).toEqual({ kind: 'calm' });
  expect(watch.look('a', rows(floodMessages + 1), 0)).toEqual({ kind: 'setAside', begins: true });
  expect(watch.look('b', rows(1), 0)).toEqual({ kind: 'calm' });
  expect(watch.look('a', rows(1), 0)).toEqual({ kind: 'wait', due: floodQuietMs });
  expect(watch.look('a', rows(2), 1_000)).toEqual({ kind: 'setAside', begins: false });
  expect(watch.look('a', rows(1, 2), 1_000)).toEqual({ kind: 'wait', due: 1_000 + floodQuietMs });
  expect(watch.look('a', rows(1, 2), 1_000 + floodQuietMs)).toEqual({ kind: 'calm' });
  expect(watch.look('a', rows(2, 3), 5_000)).toEqual({ kind: 'calm' });
});

test('it is not over while more is on its way, but not longer than a minute', () => {
  const watch = createFloodWatch();
  watch.look('a', rows(99), 0);
  watch.look('a', rows(1), 0);
  const coming = () => true;
  expect(watch.look('a', rows(1), floodQuietMs, coming)).toEqual({ kind: 'wait', due: 2 * floodQuietMs });
  expect(watch.look('a', rows(1), floodLongestMs, coming)).toEqual({ kind: 'calm' });
});

test('one that does not end is answered once a minute', () => {
  const watch = createFloodWatch();
  watch.look('a', rows(99), 0);
  let answered = 0;
  for (let now = 0; now < 3 * floodLongestMs; now += 1_000) {
    watch.look('a', rows(2, now + 1), now);
    if (watch.look('a', rows(1, now + 2), now).kind === 'calm') answered += 1;
  }
  expect(answered).toBe(2);
});

test('answered as fast as they come they are a flood all the same; a fast person is none', () => {
  const watch = createFloodWatch();
  for (let n = 0; n < floodMessages; n += 1) watch.answered('a', 1, n * 10);
  expect(watch.look('a', rows(1), 600)).toEqual({ kind: 'setAside', begins: true });
  for (let n = 0; n < 500; n += 1) {
    const now = n * (floodWithinMs / floodMessages);
    expect(watch.look('b', rows(1, n), now)).toEqual({ kind: 'calm' });
    watch.answered('b', 1, now);
  }
});

test('a clock set back by a day does not keep the newest waiting for a day', () => {
  const watch = createFloodWatch();
  const day = 86_400_000;
  watch.look('a', rows(99), day);
  watch.look('a', rows(1), day);
  expect(watch.look('a', rows(1), 0)).toEqual({ kind: 'wait', due: floodQuietMs });
});
