import { describe, expect, test } from 'vitest';
import { type Bot, botSchema } from '../../../engine/flow/botSchema.ts';
import { bridgeOf } from '../../../renderer/editor/commands/bridge.ts';
import { type ArgsOf, type CommandName, COMMANDS } from '../../../renderer/editor/commands/commandTable.ts';
import { isPinned } from '../../../renderer/editor/commands/pin.ts';
import { isLine } from '../../../renderer/editor/commands/showLine.ts';
import { findNode, positionOf } from '../../../renderer/editor/draft.ts';
import { cakes } from './cakes.ts';

function after<N extends CommandName>(name: N, args: ArgsOf<N>, bot: Bot = cakes()): Bot {
  const before = JSON.stringify(bot);
  const apply = COMMANDS[name].apply as (bot: Bot, args: ArgsOf<N>) => Bot;
  const result = apply(bot, args);
  expect(JSON.stringify(bot), 'a command never changes its input').toBe(before);
  expect(botSchema.safeParse(result).success).toBe(true);
  return result;
}

describe('deleting and joining neighbours', () => {
  test('one in, one out: what led to it leads on', () => {
    const bot = cakes();
    const flow = bot.flows[0];
    if (flow) flow.nodes = flow.nodes.filter(({ id }) => id !== 'word');
    const menu = flow?.nodes.find(({ id }) => id === 'menu');
    if (menu) menu.exits = { o1: 'about' };
    const joined = after('bridge', { flow: 'main', node: 'about' }, bot);
    expect(findNode(joined, 'main', 'about')).toBeUndefined();
    expect(findNode(joined, 'main', 'menu')?.exits).toEqual({ o1: 'menu' });
    expect(joined.layout?.['main']?.nodes).not.toHaveProperty('about');
  });

  test.each([
    ['start', 'start'],
    ['menu', 'in'],
    ['hand', 'in'],
    ['gone', 'start'],
  ])('%s stays, and the reason is told', (node, why) => {
    const bot = cakes();
    expect(bridgeOf(bot, 'main', node)).toBe(why);
    expect(COMMANDS.bridge.apply(bot, { flow: 'main', node })).toBe(bot);
  });

  test('a block that leads nowhere joins nothing', () => {
    const bot = cakes();
    const menu = bot.flows[0]?.nodes.find(({ id }) => id === 'menu');
    if (menu) menu.exits = { o2: 'hand' };
    expect(bridgeOf(bot, 'main', 'hand')).toBe('out');
  });
});

describe('putting a loose block into a connection', () => {
  const loose = (): Bot => {
    const bot = cakes();
    bot.flows[0]?.nodes.push({ id: 'pause', kind: 'pause', data: {} });
    return bot;
  };
  const args = {
    flow: 'main',
    node: 'pause',
    edge: { node: 'start', exit: 'next' },
    through: 'next',
    at: { x: 344, y: 0 },
    moved: { menu: { x: 696, y: 0 } },
  };

  test('what led to the next one leads to it, and it leads on', () => {
    const bot = after('insertNode', args, loose());
    expect(findNode(bot, 'main', 'start')?.exits).toEqual({ next: 'pause' });
    expect(findNode(bot, 'main', 'pause')?.exits).toEqual({ next: 'menu' });
    expect([positionOf(bot, 'main', 'pause'), positionOf(bot, 'main', 'menu')]).toEqual([
      { x: 344, y: 0 },
      { x: 696, y: 0 },
    ]);
  });

  test('into a connection that is no more, nothing goes', () => {
    const bot = loose();
    const gone = { ...args, edge: { node: 'hand', exit: 'next' } };
    expect(COMMANDS.insertNode.apply(bot, gone)).toBe(bot);
  });
});

describe('pinning', () => {
  test('is kept beside the place, and a move keeps it', () => {
    const pinned = after('pin', { flow: 'main', nodes: ['menu', 'gone'], pinned: true });
    expect([isPinned(pinned, 'main', 'menu'), isPinned(pinned, 'main', 'hand')]).toEqual([true, false]);
    const moved = after('moveNodes', { flow: 'main', positions: { menu: { x: 8, y: 8 } } }, pinned);
    expect(isPinned(moved, 'main', 'menu')).toBe(true);
    const free = after('pin', { flow: 'main', nodes: ['menu'], pinned: false }, pinned);
    expect(free).toEqual(cakes());
  });
});

describe('a connection that leads back', () => {
  test('is a line when told so, and a chip again', () => {
    const where = { flow: 'main', node: 'about', exit: 'next' };
    const line = after('showLine', { ...where, line: true });
    expect([isLine(line, 'main', 'about', 'next'), isLine(line, 'main', 'word', 'next')]).toEqual([true, false]);
    expect(COMMANDS.showLine.apply(line, { ...where, line: true })).toBe(line);
    expect(after('showLine', { ...where, line: false }, line)).toEqual(cakes());
  });

  test('a file that holds something else there is read as none', () => {
    const bot = cakes();
    const odd: Bot = { ...bot, layout: { main: { ...bot.layout?.['main'], nodes: {}, lines: { about: 'next' } } } };
    expect(isLine(odd, 'main', 'about', 'next')).toBe(false);
    expect(
      isLine(
        after('showLine', { flow: 'main', node: 'about', exit: 'next', line: true }, odd),
        'main',
        'about',
        'next',
      ),
    ).toBe(true);
  });
});

describe('tidying', () => {
  test('moves blocks, notes and frames in one step, and leaves what it does not know', () => {
    const bot = cakes();
    const layout = bot.layout?.['main'];
    if (layout) {
      layout.notes = [{ id: 'n', text: 'Спросить Олю', x: 1, y: 2, width: 200 }, { text: 'без имени' }];
      layout.frames = [{ id: 'f', title: 'Всё', x: 0, y: 0, width: 10, height: 10 }];
    }
    const tidied = after(
      'tidy',
      {
        flow: 'main',
        nodes: { menu: { x: 360, y: 8 } },
        notes: { n: { x: 16, y: 24 } },
        frames: { f: { x: -24, y: -64, width: 800, height: 400 } },
        chosen: [],
      },
      bot,
    );
    expect(positionOf(tidied, 'main', 'menu')).toEqual({ x: 360, y: 8 });
    expect(tidied.layout?.['main']?.notes).toEqual([
      { id: 'n', text: 'Спросить Олю', x: 16, y: 24, width: 200 },
      { text: 'без имени' },
    ]);
    expect(tidied.layout?.['main']?.frames).toEqual([
      { id: 'f', title: 'Всё', x: -24, y: -64, width: 800, height: 400 },
    ]);
  });

  test('of a flow that is tidy is no step', () => {
    const bot = cakes();
    const nodes = { menu: positionOf(bot, 'main', 'menu') };
    expect(COMMANDS.tidy.apply(bot, { flow: 'main', nodes, notes: {}, frames: {}, chosen: [] })).toBe(bot);
  });
});
