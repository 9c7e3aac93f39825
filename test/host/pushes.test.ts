import { expect, test } from 'vitest';
import { createPushes } from '../../engine/host/pushes.ts';
import type { Push } from '../../engine/protocol.ts';
import { openTestStore, recordingLog } from '../store/testStore.ts';

test('a window hears within a second that the disk is full, and that it has room again', () => {
  const { store, clock } = openTestStore();
  let full = false;
  const care = { ...store.care, isFull: () => full };
  const pushes = createPushes({ ...store, care }, clock, recordingLog([]));
  const heard: Push[] = [];
  const stop = pushes.on((push) => heard.push(push));
  /** Each goes with the status, see `wire.ts`. */
  const told = (): number => heard.filter(({ push }) => push === 'bots').length;
  clock.forward(5_000);
  expect(told()).toBe(0);
  full = true;
  clock.forward(5_000);
  expect(told()).toBe(1);
  full = false;
  clock.forward(5_000);
  expect(told()).toBe(2);
  stop();
  pushes.stop();
});
