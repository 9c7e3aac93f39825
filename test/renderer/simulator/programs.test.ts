import { afterEach, expect, test, vi } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { learnInWorker } from '../../../renderer/phrases/learning/learnInWorker.ts';
import type { Lesson } from '../../../renderer/phrases/learning/learn.ts';
import { prepareProgram } from '../../../renderer/simulator/programs.ts';
import { flowers } from './flowers.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that refuses to start a thread. */
function refuseThreads() {
  const asked = vi.fn(function start(): void {
    throw new DOMException('no more threads', 'SecurityError');
  });
  vi.stubGlobal('Worker', asked);
  return asked;
}

const talkative = (): Bot => ({
  ...structuredClone(flowers),
  intents: [
    { id: 'bye', name: 'Bye', phrases: ['bye', 'good bye', 'see you'] },
    { id: 'price', name: 'Price', phrases: ['how much', 'what does it cost', 'price'] },
  ],
});

test('a thread that can’t be had is a lesson that failed', () => {
  const asked = refuseThreads();
  const told: Lesson[] = [];
  learnInWorker({ set: { intents: [], languages: ['en'] } }, (lesson) => told.push(lesson));
  expect(asked).toHaveBeenCalledOnce();
  expect(told).toEqual([{ stage: 'failed' }]);
});

test('without a thread the bot is made ready all the same, every time it is asked for', async () => {
  const asked = refuseThreads();
  const bot = talkative();
  const [one, other] = await Promise.all([prepareProgram(bot), prepareProgram(bot)]);
  expect(other).toBe(one);
  expect((await prepareProgram(talkative())).bot.id).toBe('bot_flowers');
  expect(asked).toHaveBeenCalledTimes(2);
});
