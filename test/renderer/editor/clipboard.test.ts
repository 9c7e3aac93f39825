import { expect, test } from 'vitest';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { placeClip, readClip, takeClip, writeClip } from '../../../renderer/editor/clipboard.ts';
import { itemKey, itemKeys } from '../../../renderer/editor/layoutItem.ts';
import { createEditor } from '../../../renderer/editor/store.ts';
import { cakes } from './cakes.ts';

test('blocks survive the clipboard with the connections among them; the start is not copied', () => {
  const bot = cakes();
  const text = writeClip(takeClip(bot, 'main', ['start', 'menu', 'about']), bot.language);
  const clip = readClip(text);
  expect(clip?.nodes.map((node) => node.id)).toEqual(['menu', 'about']);
  expect(clip?.nodes[0]?.exits).toEqual({ o1: 'about' });
  expect(clip?.positions).toEqual({ menu: { x: 0, y: 0 }, about: { x: 344, y: 0 } });
});

test('pasted blocks have ids of their own and lead to each other, not to the originals', () => {
  const bot = cakes();
  const { nodes, positions } = placeClip(takeClip(bot, 'main', ['menu', 'about']), bot, { x: 80, y: 160 });
  const [menu, about] = nodes;
  const ids = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  expect(nodes.some((node) => ids.has(node.id))).toBe(false);
  expect(menu?.exits).toEqual({ o1: about?.id });
  expect(about?.exits).toEqual({ next: menu?.id });
  expect(positions[about?.id ?? '']).toEqual({ x: 424, y: 160 });
});

test.each(['', 'привет', '{', '[]', '{"format":1}', '{"format":99,"flows":[]}'])('«%s» is not blocks', (text) => {
  expect(readClip(text)).toBeNull();
});

/** A shop whose blocks use everything a bot defines. */
function furnished(): Bot {
  const bot = cakes();
  const [main, extra] = bot.flows;
  if (!main || !extra) throw new Error('no flows');
  const nodes = [
    ...main.nodes,
    {
      id: 'ask',
      kind: 'question',
      data: { text: '{{name}}, какой город?', answer: 'entity', entity: 'en_city', saveTo: 'city' },
    },
    { id: 'topic', kind: 'intent', data: { intents: ['in_price'] }, exits: { in_price: 'ask' } },
  ];
  return {
    ...bot,
    flows: [{ ...main, nodes }, extra],
    variables: [
      { id: 'name', type: 'text', label: 'Имя' },
      { id: 'city', type: 'text' },
      { id: 'unused', type: 'text' },
    ],
    intents: [{ id: 'in_price', name: 'Цена', phrases: ['сколько стоит'] }],
    entities: [{ id: 'en_city', name: 'Город', values: [{ value: 'Москва' }] }],
    layout: {
      main: {
        nodes: { ...bot.layout?.['main']?.nodes, ask: { x: 0, y: 480 }, topic: { x: 0, y: 720 } },
        frames: [
          {
            id: 'f',
            title: 'Цены',
            x: -24,
            y: 416,
            width: 400,
            height: 500,
            collapsed: true,
            nodes: ['ask', '@note/n'],
          },
        ],
        notes: [{ id: 'n', text: 'Проверить', x: 40, y: 600, width: 240 }],
      },
    },
  };
}

test('what blocks use comes along into a bot that lacks it, once', () => {
  const from = furnished();
  const text = writeClip(takeClip(from, 'main', ['ask', 'topic', 'hand']), from.language);
  const clip = readClip(text);
  if (!clip) throw new Error('not read');
  const use = createEditor(() => 0);
  const { statuses: _, ...bare } = cakes();
  use.getState().open(bare);
  const { keys, ...placed } = placeClip(clip, bare, { x: 0, y: 0 });
  expect(keys).toHaveLength(3);
  use.getState().run('paste', { flow: 'extra', ...placed });
  const { bot } = use.getState();
  expect(bot.variables?.map((one) => one.id)).toEqual(['name', 'city']);
  expect(bot.intents?.map((one) => one.id)).toEqual(['in_price']);
  expect(bot.entities?.map((one) => one.name)).toEqual(['Город']);
  expect(bot.statuses?.map((one) => one.id)).toEqual(['st_human']);
  expect(placeClip(clip, bot, { x: 0, y: 0 }).parts).toEqual({});
  use.getState().undo();
  expect(use.getState().bot).toBe(bare);
});

test('the same name under another id is the same thing: the pasted blocks speak of the one that is there', () => {
  const from = furnished();
  const clip = takeClip(from, 'main', ['topic', 'hand', 'ask']);
  const to: Bot = {
    ...cakes(),
    intents: [{ id: 'in_other', name: 'цена ', phrases: [] }],
    statuses: [{ id: 'st_people', name: 'Оператор', role: 'operator' }],
  };
  const { nodes, parts } = placeClip(clip, to, { x: 0, y: 0 });
  const [hand, ask, topic] = nodes;
  expect(hand?.data).toEqual({ status: 'st_people' });
  expect(topic?.data).toEqual({ intents: ['in_other'] });
  expect(topic?.exits).toEqual({ in_other: ask?.id });
  expect(parts.statuses).toBeUndefined();
  expect(parts.intents).toBeUndefined();
  expect(parts.entities).toHaveLength(1);
});

test('notes and frames are copied too; a folded frame holds the copies', () => {
  const from = furnished();
  const keys = [itemKey('frame', 'f'), itemKey('note', 'n'), 'ask'];
  const clip = readClip(writeClip(takeClip(from, 'main', keys), 'ru'));
  if (!clip) throw new Error('not read');
  expect(clip.positions['@frame/f']).toEqual({ x: 0, y: 0 });
  const use = createEditor(() => 0);
  use.getState().open(cakes());
  const { keys: placedKeys, ...placed } = placeClip(clip, cakes(), { x: 8, y: 8 });
  use.getState().run('paste', { flow: 'extra', ...placed });
  const layout = use.getState().bot.layout?.['extra'];
  expect(itemKeys(use.getState().bot, 'extra')).toHaveLength(2);
  expect([...placedKeys].sort()).toEqual([...itemKeys(use.getState().bot, 'extra'), placed.nodes[0]?.id].sort());
  expect(layout?.notes).toMatchObject([{ text: 'Проверить', x: 72, y: 192 }]);
  const [ask] = placed.nodes;
  expect(layout?.frames).toMatchObject([
    { title: 'Цены', x: 8, y: 8, nodes: [ask?.id, itemKeys(use.getState().bot, 'extra')[1]] },
  ]);
});
