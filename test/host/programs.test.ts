import { expect, onTestFinished, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { provideFilePacks } from '../../engine/host/filePacks.ts';
import { learnInThread } from '../../engine/host/learnInThread.ts';
import { createPrograms } from '../../engine/host/programs.ts';
import { readyIntents } from '../../engine/nlu/readyIntents/readyIntents.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import type { Embedder } from '../../engine/nlu/embedder.ts';
import { chooseEmbedder, provideEmbedders } from '../../engine/nlu/embedders.ts';
import type { IntentModel, TrainingSet } from '../../engine/nlu/intentModel.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { drawBot } from '../support/botBuilder.ts';
import { recordingLog, type LogLine } from '../store/testStore.ts';
import { unwrap, until } from './liveShop.ts';

const ready: TrainingSet = { intents: readyIntents('ru'), languages: ['ru'] };

test('many phrases are learned in a thread of their own: the same, while the engine goes on', async () => {
  // As every process that learns: the thread asks for them by itself.
  provideFilePacks((fault) => expect(fault).toBeNull());
  onTestFinished(() => provideEmbedders(null));
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

test('with vectors that take long, what was learned quickly serves until the rest is learned', async () => {
  const set = { intents: readyIntents('en'), languages: ['en'] };
  const slow: Embedder = { id: 'slow', size: 2, slow: true, embed: (text) => Float32Array.from([text.length, 1]) };
  chooseEmbedder({ embedder: slow, language: 'en' });
  onTestFinished(() => chooseEmbedder(null));
  const bot = drawBot('en').start('ask').intent('ask', 'Yes?', {});
  for (const { id, phrases } of set.intents.slice(0, 3)) bot.topic(id, [...phrases]);
  const body = writeBot(bot.build());
  const asked: TrainingSet[] = [];
  let finish: (model: IntentModel | null) => void = () => undefined;
  const programs = createPrograms(
    { version: (id) => ({ row: { id, bot: 'b', number: id, note: '', publishedAt: 0 }, body }) },
    undefined,
    (phrases) => {
      asked.push(phrases);
      return new Promise((resolve) => (finish = resolve));
    },
  );
  const served = (): IntentModel => unwrap(programs.of(1)).program.model;
  await programs.learn(1);
  expect(served().sentences).toEqual([]);
  await until('the longer lesson', () => asked.length === 1);
  expect(programs.isLearningMore()).toBe(true);

  finish(trainIntents(asked[0]!));
  await until('the better model', () => !programs.isLearningMore());
  expect(served().sentences).toMatchObject([{ embedder: 'slow' }]);

  // Without them again: nothing that was learned with them is left in use, and nothing more is to be learned.
  chooseEmbedder(null);
  programs.forget();
  await programs.learn(1);
  expect(served().sentences).toEqual([]);
  expect(programs.isLearningMore()).toBe(false);

  // A lesson that could not be given leaves the bot as it is.
  chooseEmbedder({ embedder: { ...slow, id: 'other' }, language: 'en' });
  programs.forget();
  await programs.learn(1);
  await until('another lesson', () => asked.length === 2);
  finish(null);
  await until('its end', () => !programs.isLearningMore());
  expect(served().sentences).toEqual([]);
});
