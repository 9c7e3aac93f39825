import { expect, test } from 'vitest';
import { createDoubts } from '../../engine/host/doubts.ts';
import { manualClock } from '../store/manualClock.ts';
import { recordingLog } from '../store/testStore.ts';

const MINUTE = 60_000;

test('whom lies were told of is doubted for ten minutes, also when the clock is set back by a day meanwhile', () => {
  const clock = manualClock();
  let moved = 0;
  const doubts = createDoubts({ ...clock, now: () => clock.now() + moved }, recordingLog([]));
  doubts.note('anna', 'takeOver', 1);
  expect(doubts.has('anna')).toBe(true);
  expect(doubts.has('boris')).toBe(false);
  clock.forward(9 * MINUTE);
  expect(doubts.has('anna')).toBe(true);
  moved = -24 * 60 * MINUTE;
  clock.forward(MINUTE);
  // A person who comes to her within that day holds the bot at once.
  expect(doubts.has('anna')).toBe(false);
});
