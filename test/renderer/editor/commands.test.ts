import { describe, expect, test } from 'vitest';
import { type Bot, botSchema, type BotNode } from '../../../engine/flow/botSchema.ts';
import { type ArgsOf, type CommandName, COMMANDS } from '../../../renderer/editor/commands/commandTable.ts';
import { findNode, positionOf } from '../../../renderer/editor/draft.ts';
import { edgeKey } from '../../../renderer/editor/edges.ts';
import { cakes } from './cakes.ts';

function after<N extends CommandName>(name: N, args: ArgsOf<N>, bot: Bot = cakes()): Bot {
  const before = JSON.stringify(bot);
  const apply = COMMANDS[name].apply as (bot: Bot, args: ArgsOf<N>) => Bot;
  const result = apply(bot, args);
  expect(JSON.stringify(bot), 'a command never changes its input').toBe(before);
  expect(botSchema.safeParse(result).success).toBe(true);
  return result;
}

const node = (bot: Bot, id: string): BotNode | undefined => findNode(bot, 'main', id);
const fresh: BotNode = { id: 'fresh', kind: 'message', data: { parts: [{ text: '' }] } };

describe('adding a block', () => {
  test('after an output: the output leads to it', () => {
    const bot = after('addNode', {
      flow: 'main',
      node: fresh,
      at: { x: 8, y: 16 },
      from: { node: 'word', exit: 'next' },
    });
    expect(node(bot, 'word')?.exits).toEqual({ next: 'fresh' });
    expect(positionOf(bot, 'main', 'fresh')).toEqual({ x: 8, y: 16 });
  });

  test('in the middle of a connection: what was next hangs on the new block, followers make room', () => {
    const bot = after('addNode', {
      flow: 'main',
      node: fresh,
      at: { x: 344, y: 0 },
      from: { node: 'start', exit: 'next' },
      through: 'next',
      moved: { menu: { x: 696, y: 0 } },
    });
    expect(node(bot, 'start')?.exits).toEqual({ next: 'fresh' });
    expect(node(bot, 'fresh')?.exits).toEqual({ next: 'menu' });
    expect(positionOf(bot, 'main', 'menu')).toEqual({ x: 696, y: 0 });
  });

  test('what is not touched is shared with the bot before', () => {
    const before = cakes();
    const bot = COMMANDS.addNode.apply(before, { flow: 'main', node: fresh, at: { x: 0, y: 0 } });
    expect(bot.flows[1]).toBe(before.flows[1]);
    expect(node(bot, 'menu')).toBe(node(before, 'menu'));
    expect(bot.statuses).toBe(before.statuses);
  });
});

describe('deleting', () => {
  test('a block goes with every connection that touches it, and with its place', () => {
    const bot = after('removeSelection', { flow: 'main', nodes: ['hand'], edges: [] });
    expect(node(bot, 'hand')).toBeUndefined();
    expect(node(bot, 'menu')?.exits).toEqual({ o1: 'about' });
    expect(bot.layout?.['main']?.nodes).not.toHaveProperty('hand');
  });

  test('the start stays', () => {
    const before = cakes();
    expect(COMMANDS.removeSelection.apply(before, { flow: 'main', nodes: ['start'], edges: [] })).toBe(before);
  });

  test('a connection alone', () => {
    const bot = after('removeSelection', { flow: 'main', nodes: [], edges: [edgeKey('about', 'next')] });
    expect(node(bot, 'about')).not.toHaveProperty('exits');
    expect(node(bot, 'menu')).toBeDefined();
  });
});

describe('connecting', () => {
  test('its beginning is taken to another output: one step, the other end stays', () => {
    const instead = { node: 'menu', exit: 'o1' };
    const bot = after('connect', { flow: 'main', node: 'word', exit: 'next', target: 'about', instead });
    expect(node(bot, 'word')?.exits).toEqual({ next: 'about' });
    expect(node(bot, 'menu')?.exits).toEqual({ o2: 'hand', other: 'hand' });
  });

  test('takes the place of the connection that was there', () => {
    expect(node(after('connect', { flow: 'main', node: 'menu', exit: 'o1', target: 'hand' }), 'menu')?.exits).toEqual({
      o1: 'hand',
      o2: 'hand',
      other: 'hand',
    });
  });

  test.each(['word', 'start', 'nobody'])('nothing leads into %s', (target) => {
    const before = cakes();
    expect(COMMANDS.connect.apply(before, { flow: 'main', node: 'about', exit: 'next', target })).toBe(before);
  });
});

describe('editing data', () => {
  test('a removed option takes its connection along, the others keep theirs', () => {
    const bot = after('setData', { flow: 'main', node: 'menu', patch: { options: [{ id: 'o2', label: 'Человек' }] } });
    expect(node(bot, 'menu')?.exits).toEqual({ o2: 'hand', other: 'hand' });
  });

  test('undefined removes a field; the same value is no change at all', () => {
    const before = cakes();
    expect(
      node(after('setData', { flow: 'main', node: 'menu', patch: { text: undefined } }), 'menu')?.data,
    ).not.toHaveProperty('text');
    expect(COMMANDS.setData.apply(before, { flow: 'main', node: 'menu', patch: { text: 'Чем помочь?' } })).toBe(before);
  });

  test('fields this version does not know survive', () => {
    const before = cakes();
    const strange = { ...before, flows: before.flows.map((flow) => ({ ...flow, future: 1 })) };
    const bot = after('setData', { flow: 'main', node: 'menu', patch: { text: 'Да?' } }, strange);
    expect(bot.flows[0]).toMatchObject({ future: 1 });
  });
});

test('an empty name or note is taken away, not kept as an empty text', () => {
  const named = after('setNode', { flow: 'main', node: 'hand', patch: { name: 'Оператор', disabled: true } });
  expect(node(named, 'hand')).toMatchObject({ name: 'Оператор', disabled: true });
  const bare = after('setNode', { flow: 'main', node: 'hand', patch: { name: '', disabled: false } }, named);
  expect(node(bare, 'hand')).toEqual({ id: 'hand', kind: 'handoff', data: { status: 'st_human' } });
});

describe('flows', () => {
  test('added, renamed, made main, removed', () => {
    const added = after('addFlow', {
      flow: { id: 'third', name: 'Третий', nodes: [{ id: 's3', kind: 'start' }] },
      positions: { s3: { x: 0, y: 0 } },
    });
    const renamed = after('renameFlow', { flow: 'third', name: '  Возврат ' }, added);
    expect(renamed.flows[2]?.name).toBe('Возврат');
    const main = after('setMainFlow', { flow: 'third' }, renamed);
    expect(main.flows.filter((flow) => flow.main).map((flow) => flow.id)).toEqual(['third']);
    const removed = after('removeFlow', { flow: 'main' }, main);
    expect(removed.flows.map((flow) => flow.id)).toEqual(['extra', 'third']);
    expect(removed.layout).not.toHaveProperty('main');
  });

  test('the main flow can not be removed, a name can not be empty', () => {
    const before = cakes();
    expect(COMMANDS.removeFlow.apply(before, { flow: 'main' })).toBe(before);
    expect(COMMANDS.renameFlow.apply(before, { flow: 'main', name: '  ' })).toBe(before);
  });
});
