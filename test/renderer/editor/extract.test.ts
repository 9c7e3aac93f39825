import { expect, test } from 'vitest';
import { type Bot, botSchema } from '../../../engine/flow/botSchema.ts';
import { findProblems } from '../../../engine/check/findProblems.ts';
import { writeBot } from '../../../engine/flow/writeBot.ts';
import { findNode, positionOf } from '../../../renderer/editor/draft.ts';
import { type ExtractRefused, planExtract } from '../../../renderer/editor/extractPlan.ts';
import { itemKey } from '../../../renderer/editor/layoutItem.ts';
import { createEditor } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';

/** start → ask → (menu | note) ; menu → about, people, end; about → menu. */
function shop(): Bot {
  const bot = cakes();
  const main = bot.flows[0];
  if (!main) throw new Error('no flow');
  const message = (id: string, text: string, next?: string) => ({
    id,
    kind: 'message',
    data: { parts: [{ text }] },
    ...(next === undefined ? {} : { exits: { next } }),
  });
  return {
    ...bot,
    flows: [
      {
        ...main,
        nodes: [
          { id: 'start', kind: 'start', exits: { next: 'hello' } },
          message('hello', 'Привет', 'ask'),
          {
            id: 'ask',
            kind: 'question',
            data: { text: 'Имя?', saveTo: 'name' },
            exits: { next: 'thanks', other: 'hand' },
          },
          message('thanks', 'Спасибо', 'bye'),
          { id: 'bye', kind: 'end' },
          { id: 'hand', kind: 'handoff', name: 'Оператор', data: { status: 'st_human' } },
          { id: 'word', kind: 'command', data: { words: ['имя'] }, exits: { next: 'ask' } },
          { id: 'hop', kind: 'jump', data: { to: 'node', node: 'ask' } },
        ],
      },
      ...bot.flows.slice(1),
    ],
    variables: [{ id: 'name', type: 'text' }],
    layout: {
      main: {
        nodes: { ask: { x: 688, y: 0, pinned: true }, thanks: { x: 1032, y: 0 }, hello: { x: 344, y: 0 } },
        notes: [{ id: 'n', text: 'Про имя', x: 688, y: 200, width: 240 }],
      },
    },
  };
}

function extract(keys: readonly string[], bot: Bot = shop()) {
  const use = createEditor(() => 0);
  use.getState().open(bot);
  const plan = planExtract(bot, 'main', keys, 'Имя', (node) => node.name ?? node.id);
  if ('why' in plan) throw new Error(plan.why);
  expect(use.getState().run('extractFlow', plan)).toBe(true);
  const after = use.getState().bot;
  expect(botSchema.safeParse(after).success).toBe(true);
  return { use, after, plan, flow: after.flows.find((flow) => flow.id === plan.to) };
}

test('blocks with one way in become a flow and a call in their place; ways out keep their targets', () => {
  const { after, plan, flow } = extract(['ask', 'thanks', itemKey('note', 'n')]);
  const call = findNode(after, 'main', plan.call.id);
  expect(call).toMatchObject({
    kind: 'call',
    name: 'Имя',
    data: { flow: plan.to },
    exits: { Оператор: 'hand', bye: 'bye' },
  });
  expect(findNode(after, 'main', 'hello')?.exits).toEqual({ next: call?.id });
  expect(findNode(after, 'main', 'word')?.exits).toEqual({ next: call?.id });
  expect(findNode(after, 'main', 'hop')?.data).toEqual({ to: 'node', node: call?.id });
  expect(positionOf(after, 'main', plan.call.id)).toMatchObject({ x: 688, y: 0 });
  expect(flow?.nodes.map((node) => node.kind)).toEqual(['start', 'question', 'message', 'end', 'end']);
  expect(flow?.nodes.filter((node) => node.kind === 'end').map((node) => node.data)).toEqual([
    { outcome: 'Оператор' },
    { outcome: 'bye' },
  ]);
  expect(after.layout?.[plan.to]?.nodes['ask']).toEqual({ x: 688, y: 0, pinned: true });
  expect(after.layout?.[plan.to]?.notes).toEqual([{ id: 'n', text: 'Про имя', x: 688, y: 200, width: 240 }]);
  expect(after.layout?.['main']?.notes).toEqual([]);
  const errors = findProblems(after).filter((problem) => problem.level === 'error');
  expect(errors.filter((problem) => problem.flow === plan.to)).toEqual([]);
});

test('one way out and no loose end: it comes back without a name', () => {
  const { after, plan, flow } = extract(['thanks']);
  expect(findNode(after, 'main', plan.call.id)?.exits).toEqual({ done: 'bye' });
  expect(flow?.nodes.find((node) => node.kind === 'end')).not.toHaveProperty('data');
});

test('one undo takes all of it back', () => {
  const { use } = extract(['ask', 'thanks']);
  expect(use.getState().undo()).toMatchObject({ key: 'extract', name: 'Имя' });
  expect(writeBot(use.getState().bot)).toBe(writeBot(shop()));
});

test('«End» stays behind: in a sub-flow it would mean to come back', () => {
  const { after, plan } = extract(['thanks', 'bye']);
  expect(findNode(after, 'main', 'bye')).toBeDefined();
  expect(findNode(after, 'main', plan.call.id)?.exits).toEqual({ done: 'bye' });
});

test.each<{ keys: string[]; why: ExtractRefused['why'] }>([
  { keys: [], why: 'empty' },
  { keys: ['bye', 'hop'], why: 'empty' },
  { keys: ['start', 'hello'], why: 'start' },
  { keys: ['word', 'ask'], why: 'listens' },
  { keys: ['hello', 'thanks'], why: 'manyEntries' },
])('$keys: $why', ({ keys, why }) => {
  expect(planExtract(shop(), 'main', keys, 'Имя', (node) => node.id)).toMatchObject({ why });
});

test('two ways out to blocks of one name get names of their own', () => {
  const bot = shop();
  const { after, plan } = extract(['ask'], bot);
  expect(Object.keys(findNode(after, 'main', plan.call.id)?.exits ?? {})).toEqual(['thanks', 'Оператор']);
  const same = planExtract(bot, 'main', ['ask'], 'Имя', () => 'Дальше');
  expect('why' in same ? null : same.call.exits).toEqual({ Дальше: 'thanks', 'Дальше 2': 'hand' });
});
