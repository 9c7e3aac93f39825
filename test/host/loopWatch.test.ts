import { expect, test } from 'vitest';
import { createLoopWatch, type LoopWatch } from '../../engine/host/loopWatch.ts';
import type { InboxRow } from '../../engine/ports/inboxStore.ts';
import { LOOP_REACH_MS } from '../../engine/runtime/isLoop.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { message } from '../store/conversation.ts';
import { openTestStore } from '../store/testStore.ts';

const SAYS = 'Вы сказали: это автоответ, мы скоро ответим вам.';

const START = 1_000_000;
const clockAt = (ms: number) => ({ now: () => START + ms });

/** An echo: each time it writes what was said to it. Value: the rule that stops it, null = it is answered. */
function echoes(watch: LoopWatch, n: number, text = SAYS): ReturnType<LoopWatch['heard']> {
  const now = START + n * 5_000;
  const row = { ...message(`m${String(n)}`, { lead: 'echo', text }), id: n, attempts: 0, at: now } as InboxRow;
  const rule = watch.heard({ lead: 'echo', rows: [row], state: newSession(), now });
  if (rule === null) watch.answered('echo', [{ type: 'send', id: 'e', text: SAYS }]);
  return rule;
}

test('a machine that was noticed is found out although the engine is started anew after each of its turns', async () => {
  const it = openTestStore();
  const first = createLoopWatch(it.store, clockAt(0));
  echoes(first, 0);
  echoes(first, 1);
  await it.store.write(() => undefined);
  let turns = 2;
  for (; turns < 30 && echoes(createLoopWatch(it.store, clockAt(0)), turns) === null; turns += 1)
    await it.store.write(() => undefined);
  expect(turns).toBeLessThan(10);
});

test('nothing is kept of people, nor of a machine that is dealt with or erased', async () => {
  const it = openTestStore();
  const talks = async (): Promise<unknown> => {
    await it.store.write(() => undefined);
    return it.store.read.setting('talks');
  };
  const watch = createLoopWatch(it.store, clockAt(0));
  echoes(watch, 0, 'Здравствуйте, сколько стоит торт на свадьбу?');
  expect(await talks()).toBe(undefined);
  echoes(watch, 1);
  expect(JSON.stringify(await talks())).toContain('автоответ');
  watch.forget('echo');
  expect(await talks()).toEqual({});
  echoes(watch, 2, 'Добрый день');
  echoes(watch, 3);
  expect(JSON.stringify(await talks())).toContain('автоответ');
  await it.store.care.erase(['echo'], { until: it.clock.now() });
  expect(await talks()).toBe(undefined);
});

test('what cannot be read is nothing', async () => {
  const it = openTestStore();
  await it.store.write((writer) => writer.putSetting('talks', { echo: 'no' }));
  expect(echoes(createLoopWatch(it.store, clockAt(0)), 0)).toBe(null);
});

test('what a machine wrote is forgotten when no rule looks at it any more', async () => {
  const it = openTestStore();
  const watch = createLoopWatch(it.store, clockAt(0));
  echoes(watch, 0);
  echoes(watch, 1);
  await it.store.write(() => undefined);
  expect(JSON.stringify(it.store.read.setting('talks'))).toContain('автоответ');
  createLoopWatch(it.store, clockAt(LOOP_REACH_MS + 60_000));
  await it.store.write(() => undefined);
  expect(it.store.read.setting('talks')).toEqual({});
});
