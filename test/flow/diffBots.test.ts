import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { diffBots } from '../../engine/flow/diffBots.ts';
import { parseBot, readBot } from '../../engine/flow/parseBot.ts';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakeShop, drawBot } from '../support/botBuilder.ts';

type Json = Record<string, unknown>;

/** The same bot with one block written otherwise. */
function edit(bot: Bot, id: string, change: (node: BotNode) => Partial<BotNode>): Bot {
  return {
    ...bot,
    flows: bot.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) => (node.id === id ? { ...node, ...change(node) } : node)),
    })),
  };
}
const withData = (bot: Bot, id: string, data: Json): Bot =>
  edit(bot, id, (node) => ({ data: { ...node.data, ...data } }));

function one(kind: string, data: Json): Bot {
  return drawBot().start('it').node('it', kind, data).build();
}

const SHOP = cakeShop().topic('payment', ['как оплатить', 'карты'], 'Оплата').build();
const place = { flow: 'main', node: 'menu' };
const options = (SHOP.flows[0]?.nodes.find((node) => node.id === 'menu')?.data?.['options'] ?? []) as Json[];
const added = { id: 'ship', label: 'Доставка' };

describe('one edit is one change that names its place', () => {
  test.for<[string, Bot, Json]>([
    [
      'a text',
      withData(SHOP, 'menu', { text: 'Чем помочь?' }),
      { ...place, field: 'text', before: 'Что вас интересует?', after: 'Чем помочь?' },
    ],
    [
      'the text of a message',
      withData(SHOP, 'about', { parts: [{ text: 'Печём' }] }),
      { flow: 'main', node: 'about', field: 'parts.0.text', before: 'Мы печём торты', after: 'Печём' },
    ],
    [
      'what happens if it is unclear whether it went out',
      withData(SHOP, 'about', { parts: [{ text: 'Мы печём торты' }], ifUnclear: 'never' }),
      { flow: 'main', node: 'about', field: 'ifUnclear', before: null, after: 'never' },
    ],
    [
      'an option in the middle',
      withData(SHOP, 'menu', { options: [options[0], added, ...options.slice(1)] }),
      { ...place, field: 'options.ship', before: null, after: added },
    ],
    [
      'an option that went',
      withData(SHOP, 'menu', { options: options.slice(1) }),
      { ...place, field: 'options.about', before: { id: 'about', label: 'О нас' }, after: null },
    ],
    [
      'a caption',
      withData(SHOP, 'menu', {
        options: options.map((one) => (one['id'] === 'about' ? { ...one, label: 'Мы' } : one)),
      }),
      { ...place, field: 'options.about.label', before: 'О нас', after: 'Мы' },
    ],
    [
      'the order of the options',
      withData(SHOP, 'menu', { options: [...options].reverse() }),
      { ...place, field: 'options', before: ['about', 'catalogue', 'people'], after: ['people', 'catalogue', 'about'] },
    ],
    [
      'an exit that leads elsewhere',
      edit(SHOP, 'menu', (node) => ({ exits: { ...node.exits, about: 'cakes' } })),
      { ...place, field: 'exits.about', before: 'about', after: 'cakes' },
    ],
    [
      'a new connection',
      edit(SHOP, 'menu', (node) => ({ exits: { ...node.exits, other: 'people' } })),
      { ...place, field: 'exits.other', before: null, after: 'people' },
    ],
    [
      'a name',
      edit(SHOP, 'menu', () => ({ name: 'Главное' })),
      { ...place, field: 'name', before: null, after: 'Главное' },
    ],
    [
      'being off',
      edit(SHOP, 'menu', () => ({ disabled: true })),
      { ...place, field: 'disabled', before: null, after: true },
    ],
    [
      'another kind',
      edit(SHOP, 'pies', () => ({ kind: 'end', data: { text: 'пока' } })),
      { flow: 'main', node: 'pies', field: 'kind', before: 'message', after: 'end' },
    ],
    [
      'a block more',
      cakeShop().topic('payment', ['как оплатить', 'карты'], 'Оплата').message('more', 'Ещё').build(),
      { flow: 'main', node: 'more', field: 'node', before: null, after: { kind: 'message', text: 'Ещё' } },
    ],
    [
      'phrases of a topic',
      { ...SHOP, intents: [{ id: 'payment', name: 'Оплата', phrases: ['карты'] }] },
      { flow: null, node: null, field: 'intents.payment.phrases', before: ['как оплатить', 'карты'], after: ['карты'] },
    ],
    [
      'a status more',
      { ...SHOP, statuses: [...(SHOP.statuses ?? []), { id: 'st_won', name: 'Успех', role: 'closed' }] },
      {
        flow: null,
        node: null,
        field: 'statuses.st_won',
        before: null,
        after: { id: 'st_won', name: 'Успех', role: 'closed' },
      },
    ],
    [
      'a setting',
      { ...SHOP, settings: { attempts: 5 } },
      { flow: null, node: null, field: 'settings.attempts', before: null, after: 5 },
    ],
    [
      'hours of a day',
      { ...SHOP, hours: { weekly: { mon: [['09:00', '18:00']] } } },
      { flow: null, node: null, field: 'hours.weekly.mon', before: null, after: [['09:00', '18:00']] },
    ],
    [
      'the bot’s name',
      { ...SHOP, name: 'Пироги' },
      { flow: null, node: null, field: 'name', before: 'Тест', after: 'Пироги' },
    ],
    [
      'the name of a flow',
      { ...SHOP, flows: SHOP.flows.map((flow) => ({ ...flow, name: 'Первый' })) },
      { flow: 'main', node: null, field: 'name', before: 'Главный', after: 'Первый' },
    ],
    [
      'a field nobody knows',
      { ...SHOP, author: 'Ольга' },
      { flow: null, node: null, field: 'author', before: null, after: 'Ольга' },
    ],
  ])('%s', ([, after, change]) => {
    expect(diffBots(SHOP, after)).toEqual([change]);
    // And back again: what came is what goes.
    expect(diffBots(after, SHOP)).toEqual([{ ...change, before: change['after'], after: change['before'] }]);
  });

  test('a flow more is told with each of its blocks', () => {
    const after: Bot = {
      ...SHOP,
      flows: [...SHOP.flows, { id: 'ship', name: 'Доставка', nodes: [{ id: 'start', kind: 'start' }] }],
    };
    expect(diffBots(SHOP, after)).toEqual([
      { flow: 'ship', node: null, field: 'flow', before: null, after: { name: 'Доставка' } },
      { flow: 'ship', node: 'start', field: 'node', before: null, after: { kind: 'start' } },
    ]);
  });

  test('no words of one’s own are not the usual words', () => {
    const none: Bot = { ...SHOP, settings: { operatorWords: [] } };
    expect(diffBots(SHOP, none)).toMatchObject([{ field: 'settings.operatorWords', before: null, after: [] }]);
  });
});

describe('no change', () => {
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, field]) => [key, shuffled(field)]),
          )
        : value;

  test.for(TEMPLATE_NAMES)('template %s: as it was, saved, and with its keys the other way round', (name) => {
    const bot = templateBot(name, 'ru', 'bot_1');
    expect(diffBots(bot, bot)).toEqual([]);
    const saved = parseBot(writeBot(bot));
    expect(saved.ok && diffBots(bot, saved.value)).toEqual([]);
    const other = readBot(shuffled(bot));
    expect(other.ok && diffBots(bot, other.value)).toEqual([]);
  });

  test('cards that were moved, notes on the canvas, the order of blocks', () => {
    const moved: Bot = {
      ...SHOP,
      layout: { main: { nodes: { menu: { x: 9, y: 9 } }, notes: [{ text: 'тут' }] } },
      flows: SHOP.flows.map((flow) => ({ ...flow, nodes: [...flow.nodes].reverse() })),
    };
    expect(diffBots(SHOP, moved)).toEqual([]);
  });

  test.for<[string, string, Json, Json]>([
    ['a number as text', 'menu', { text: '?', timeoutMinutes: '30' }, { text: '?', timeoutMinutes: 30 }],
    ['one word for a list', 'command', { words: 'меню' }, { words: ['меню'] }],
    ['another name of a field', 'menu', { reminders: [{ afterMinutes: 5 }] }, { reminders: [{ minutes: 5 }] }],
    ['a text for its parts', 'message', { text: 'да' }, { parts: [{ text: 'да' }] }],
    ['limits in an object', 'question', { limits: { min: 1 } }, { min: 1 }],
    ['«all» in other words', 'intent', { intents: '*' }, { intents: 'all' }],
    ['null for nothing', 'question', { text: '?', hint: null }, { text: '?' }],
    ['an empty list for none', 'menu', { text: '?', options: [] }, { text: '?' }],
  ])('%s', ([, kind, written, meant]) => {
    expect(diffBots(one(kind, written), one(kind, meant))).toEqual([]);
    expect(diffBots(one(kind, meant), one(kind, written))).toEqual([]);
  });

  test('a value behind another spelling is found when it did change', () => {
    const [five, ten] = [5, 10].map((minutes) => one('menu', { reminders: [{ afterMinutes: minutes }] }));
    expect(diffBots(five!, ten!)).toMatchObject([{ node: 'it', field: 'reminders.0.minutes', before: 5, after: 10 }]);
    expect(diffBots(one('message', { text: 'да' }), one('message', { text: 'нет' }))).toMatchObject([
      { node: 'it', field: 'parts.0.text', before: 'да', after: 'нет' },
    ]);
  });
});

describe('whatever is edited', () => {
  const bots = TEMPLATE_NAMES.flatMap((name) => [templateBot(name, 'ru', 'b'), templateBot(name, 'en', 'b')]).filter(
    (bot) => (bot.flows[0]?.nodes.length ?? 0) > 1,
  );
  const anywhere = fc
    .constantFrom(...bots)
    .chain((bot) =>
      fc.constantFrom(...bot.flows.flatMap((flow) => flow.nodes.map((node) => ({ bot, flow: flow.id, node })))),
    );

  test('the change names the block', () => {
    fc.assert(
      fc.property(
        anywhere,
        fc.constantFrom('rename', 'move', 'write', 'switch', 'delete'),
        ({ bot, flow, node }, how) => {
          const exit = Object.keys(node.exits ?? {})[0] ?? 'next';
          const change: Record<string, (one: BotNode) => BotNode[]> = {
            rename: (one) => [{ ...one, name: `${one.name ?? ''}!` }],
            move: (one) => [{ ...one, exits: { ...one.exits, [exit]: 'elsewhere' } }],
            write: (one) => [
              { ...one, data: { ...one.data, text: 'совсем другой текст', parts: [{ text: 'другой' }] } },
            ],
            switch: (one) => [{ ...one, disabled: one.disabled !== true }],
            delete: () => [],
          };
          const after: Bot = {
            ...bot,
            flows: bot.flows.map((known) => ({
              ...known,
              nodes: known.nodes.flatMap((one) => (one === node ? (change[how]?.(one) ?? []) : [one])),
            })),
          };
          const changes = diffBots(bot, after);
          expect(changes.length).toBeGreaterThan(0);
          for (const found of changes) expect(found).toMatchObject({ flow, node: node.id });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in a big bot every changed block is told once', () => {
    const big = (blocks: number, text: string): Bot => {
      const drawn = drawBot().start('b0');
      for (let at = 0; at < blocks; at += 1)
        drawn.menu(`b${String(at)}`, `${text} ${String(at)}`, { o1: 'Да', o2: 'Нет' });
      return drawn.build();
    };
    expect(diffBots(big(3_000, 'раз'), big(3_000, 'два'))).toHaveLength(3_000);
  });
});
