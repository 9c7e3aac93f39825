import { expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { learnInThread } from '../../engine/host/learnInThread.ts';
import { createPrograms } from '../../engine/host/programs.ts';
import { readyIntents } from '../../engine/nlu/readyIntents/readyIntents.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { drawBot } from '../support/botBuilder.ts';
import { recordingLog, type LogLine } from '../store/testStore.ts';
import { unwrap } from './liveShop.ts';

const ready: TrainingSet = { intents: readyIntents('ru'), languages: ['ru'] };

test('many phrases are learned in a thread of their own: the same, while the engine goes on', async () => {
  const lines: LogLine[] = [];
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 1);
  const model = await learnInThread(recordingLog(lines))(ready);
  clearInterval(ticking);
  expect(model).toEqual(trainIntents(ready));
  expect(understand(model, 'сколько стоит доставка').ranked[0]?.intent).toBe('delivery');
  // Learned in place, nothing else would have run.
  expect(ticks).toBeGreaterThan(5);
  expect(lines).toEqual([]);
});

test('versions with the same phrases learn them once, and only when somebody needs them', async () => {
  const bodyOf = (greeting: string): string =>
    writeBot(
      drawBot()
        .topic('price', ['сколько стоит', 'почём', 'цена'], 'Цена')
        .start('ask')
        .intent('ask', greeting, { price: 'p' })
        .message('p', '100 ₽')
        .build(),
    );
  const lessons: ((value: ReturnType<typeof trainIntents>) => void)[] = [];
  const asked: TrainingSet[] = [];
  const programs = createPrograms(
    {
      version: (id) => ({
        row: { id, bot: 'b', number: id, note: '', publishedAt: 0 },
        body: bodyOf(id === 1 ? 'Здравствуйте' : 'Добрый день'),
      }),
    },
    (set) => {
      asked.push(set);
      return new Promise((resolve) => lessons.push(resolve));
    },
  );
  expect(unwrap(programs.of(1)).row.number).toBe(1);
  expect(programs.isLearned(1)).toBe(false);
  expect(lessons).toEqual([]);

  const both = Promise.all([programs.learn(1), programs.learn(2)]);
  expect(lessons.length).toBe(1);
  const model = trainIntents(asked[0]!);
  lessons[0]?.(model);
  await both;
  expect(programs.isLearned(2)).toBe(true);
  expect(unwrap(programs.of(2)).program.model).toBe(model);
  await programs.learn(1);
  expect(lessons.length).toBe(1);
});
