import { expect, test, vi } from 'vitest';
import type { NewUnrecognised } from '../../engine/ports/phraseStore.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { state, turn } from './conversation.ts';
import { openTestStore, value, type TestStore } from './testStore.ts';
import { SOON } from '../support/soon.ts';

const DAY = 24 * 3_600_000;

function said(text: string, part: Partial<NewUnrecognised> = {}): NewUnrecognised {
  const closest = { topic: 'delivery', confidence: 0.2 };
  return { text, key: text.toLowerCase(), flow: 'main', node: 'menu', why: 'menu', closest, ...part };
}

/** A turn in which this was not understood; value: the version it ran on. */
async function missed(
  it: TestStore,
  texts: readonly NewUnrecognised[],
  { lead = 'lead-1', topics = [] as readonly string[] } = {},
): Promise<number> {
  const version = it.store.read.versions('bot')[0]?.id ?? (await it.commit((w) => w.publish('bot', '{}', '').id));
  await it.commit((writer) => {
    const done = turn(version, { state: state({ lead }), phrases: { unrecognised: texts, topics } });
    return writer.commitTurn({ ...done, trace: { ...done.trace, at: it.clock.now() } });
  });
  return version;
}

test('what was not understood is kept with its turn, and counted when it is said again', async () => {
  const it = openTestStore();
  const version = await missed(it, [said('Где заказ')]);
  it.clock.forward(1_000);
  await missed(it, [said('где заказ', { closest: null })]);
  await missed(it, [said('Где заказ')], { lead: 'lead-2' });
  await missed(it, [said('Где заказ', { node: 'ask', why: 'other' })]);
  const at = it.clock.now();
  const row = { key: 'где заказ', flow: 'main', node: 'menu', version, why: 'menu', ignored: false, at } as const;
  const closest = { topic: 'delivery', confidence: 0.2 };
  expect(it.store.read.unrecognised('bot')).toEqual([
    { ...row, text: 'Где заказ', lead: 'lead-1', node: 'ask', why: 'other', closest, count: 1 },
    { ...row, text: 'Где заказ', lead: 'lead-2', closest, count: 1 },
    { ...row, text: 'где заказ', lead: 'lead-1', closest: null, count: 2 },
  ]);
  expect(it.store.read.unrecognised('other')).toEqual([]);
});

test('a turn that is not committed leaves nothing', async () => {
  const it = openTestStore();
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  const kept = await it.store.write((writer) => {
    writer.commitTurn(turn(version, { phrases: { unrecognised: [said('Где заказ')], topics: ['pay'] } }));
    throw new Error('the disk');
  });
  expect(kept.ok).toBe(false);
  expect(it.store.read.unrecognised('bot')).toEqual([]);
  expect(it.store.read.topicHits('bot', 0)).toEqual([]);
});

test('what was put aside stays aside when others say it, until it is brought back', async () => {
  const it = openTestStore();
  await missed(it, [said('спасибо'), said('цена')]);
  const aside = () =>
    it.store.read
      .unrecognised('bot')
      .filter(({ ignored }) => ignored)
      .map(({ lead, text }) => `${lead} ${text}`)
      .sort();
  expect(await it.commit((writer) => writer.ignoreUnrecognised('bot', ['спасибо'], true))).toBe(1);
  await missed(it, [said('Спасибо'), said('Цена')], { lead: 'lead-2' });
  expect(aside()).toEqual(['lead-1 спасибо', 'lead-2 Спасибо']);
  await it.commit((writer) => writer.ignoreUnrecognised('bot', ['спасибо'], false));
  expect(aside()).toEqual([]);
  expect(await it.commit((writer) => writer.ignoreUnrecognised('another', ['спасибо'], true))).toBe(0);
});

test('of each bot the newest are kept, up to the bound', async () => {
  const it = openTestStore();
  const many = LIMITS.unrecognisedPerBot;
  await missed(it, [said('самый первый')]);
  it.clock.forward(1_000);
  await missed(
    it,
    Array.from({ length: many - 1 }, (_, n) => said(`вопрос ${String(n)}`)),
  );
  expect(it.store.read.unrecognised('bot')).toHaveLength(many);
  it.clock.forward(1_000);
  await missed(it, [said('самый новый')]);
  const texts = it.store.read.unrecognised('bot').map(({ text }) => text);
  expect(texts).toHaveLength(many);
  expect(texts[0]).toBe('самый новый');
  expect(texts).not.toContain('самый первый');
});

test('a customer who is forgotten is forgotten here too; the counts of topics are of nobody', async () => {
  const it = openTestStore();
  await missed(it, [said('мой номер')], { lead: 'gone', topics: ['pay'] });
  await missed(it, [said('мой номер')], { lead: 'stays', topics: ['pay'] });
  value(await it.store.care.erase(['gone'], { until: it.clock.now() }));
  expect(it.store.read.unrecognised('bot').map(({ lead }) => lead)).toEqual(['stays']);
  expect(it.store.read.topicHits('bot', 0)).toEqual([{ topic: 'pay', count: 2 }]);
});

test('topics are counted by the day', async () => {
  const it = openTestStore();
  await missed(it, [], { topics: ['pay', 'hours', 'pay'] });
  it.clock.forward(7 * DAY);
  await missed(it, [], { topics: ['pay'] });
  const since = (days: number) => it.store.read.topicHits('bot', it.clock.now() - days * DAY);
  expect(since(6)).toEqual([{ topic: 'pay', count: 1 }]);
  expect(since(7)).toEqual([
    { topic: 'hours', count: 1 },
    { topic: 'pay', count: 3 },
  ]);
});

test('both go when their time is over', async () => {
  const it = openTestStore({ keepDays: 10 });
  await missed(it, [said('старое')], { topics: ['pay'] });
  it.clock.forward(6 * DAY);
  await missed(it, [said('новое')], { topics: ['pay'] });
  it.clock.forward(6 * DAY);
  await vi.waitFor(() => {
    expect(it.store.read.unrecognised('bot').map(({ text }) => text)).toEqual(['новое']);
    expect(it.store.read.topicHits('bot', 0)).toEqual([{ topic: 'pay', count: 1 }]);
  }, SOON);
});
