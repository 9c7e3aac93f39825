import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { TEMPLATE_NAMES, templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { cakeShop } from '../support/botBuilder.ts';

function reread(text: string): Bot {
  const bot = parseBot(text);
  if (!bot.ok) throw new Error(JSON.stringify(bot.fault));
  return bot.value;
}

/** Keys in any other order: the file must not care. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

describe.each(TEMPLATE_NAMES.flatMap((name) => [[name, 'ru'] as const, [name, 'en'] as const]))(
  '%s in %s',
  (name, language) => {
    const text = writeBot(templateBot(name, language));

    test('reads back as it was, and is written as it was read', () => {
      expect(reread(text)).toEqual(reread(writeBot(reread(text))));
      expect(writeBot(reread(text))).toBe(text);
    });

    test('does not depend on the order of keys', () => {
      const { checks, ...rest } = reread(text);
      const other = { ...(shuffled(rest) as Bot), ...(checks === undefined ? {} : { checks }) };
      expect(writeBot(other)).toBe(text);
    });

    test('ends with one newline, two spaces deep, nodes by id', () => {
      expect(text.endsWith('}\n')).toBe(true);
      expect(text.split('\n')[1]).toBe('  "format": 1,');
      const ids = reread(text).flows[0]!.nodes.map((node) => node.id);
      expect(ids).toEqual([...ids].sort());
    });
  },
);

const json = fc.jsonValue({ maxDepth: 2 });
const unknownFields = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }).map((key) => `x-${key}`),
  json,
  { maxKeys: 3 },
);

test('whatever a later version added survives, and two writes are the same bytes', () => {
  fc.assert(
    fc.property(
      unknownFields,
      unknownFields,
      unknownFields,
      unknownFields,
      unknownFields,
      (top, flow, node, data, check) => {
        const shop = cakeShop()
          .check('c', [{ customer: 'да', ...check }])
          .build();
        const bot = {
          ...shop,
          ...top,
          flows: shop.flows.map((one) => ({
            ...one,
            ...flow,
            nodes: one.nodes.map((card) => ({ ...card, ...node, data: { ...card.data, ...data } })),
          })),
        };
        const text = writeBot(bot);
        expect(writeBot(reread(text))).toBe(text);
        const back = reread(text);
        expect(back).toMatchObject(JSON.parse(JSON.stringify(top)) as object);
        expect(back.flows[0]).toMatchObject(JSON.parse(JSON.stringify(flow)) as object);
        expect(back.flows[0]!.nodes[0]).toMatchObject(JSON.parse(JSON.stringify(node)) as object);
        expect(back.flows[0]!.nodes[0]!.data).toMatchObject(JSON.parse(JSON.stringify(data)) as object);
        expect(back.checks![0]!.steps[0]).toMatchObject(JSON.parse(JSON.stringify(check)) as object);
      },
    ),
    { numRuns: 60 },
  );
});

test('moving a card changes the layout alone', () => {
  const bot = templateBot('menu', 'ru');
  const moved = structuredClone(bot);
  moved.layout!['main']!.nodes['menu'] = { x: 8, y: 16 };
  const before = writeBot(bot).split('\n');
  const after = writeBot(moved).split('\n');
  const changed = after.flatMap((line, index) => (line === before[index] ? [] : [index]));
  expect(after).toHaveLength(before.length);
  expect(changed.length).toBeLessThanOrEqual(2);
  expect(changed.every((index) => index > before.indexOf('  "layout": {'))).toBe(true);
});

test('changing one node is one hunk', () => {
  const bot = templateBot('menu', 'ru');
  const edited = structuredClone(bot);
  edited.flows[0]!.nodes.find((node) => node.id === 'about')!.data = { parts: [{ text: 'Другое' }] };
  const before = writeBot(bot).split('\n');
  const changed = writeBot(edited)
    .split('\n')
    .flatMap((line, index) => (line === before[index] ? [] : [index]));
  expect(changed).toHaveLength(1);
});
