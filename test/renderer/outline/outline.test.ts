import { expect, test } from 'vitest';
import type { BotFlow } from '../../../engine/flow/botSchema.ts';
import { factsOf } from '../../../renderer/editor/factsOf.ts';
import { outlineOf } from '../../../renderer/outline/outline.ts';
import type { Things } from '../../../renderer/outline/things.ts';
import { nextMatch } from '../../../renderer/outline/typeAhead.ts';
import { found, unfolded } from '../../../renderer/outline/visibleRows.ts';
import { cakes } from '../editor/cakes.ts';

const NO_THINGS: Things = { notes: [], frames: [] };

function tree(flow: BotFlow | undefined, things = NO_THINGS): string[] {
  const rows = outlineOf(flow ?? { id: '', name: '', nodes: [] }, factsOf(cakes()), things);
  return rows.map((row) => `${'  '.repeat(row.level - 1)}${row.key} ${String(row.at)}/${String(row.of)}`);
}

test('a flow reads from its start: block, outputs, targets; each block once, then the other beginnings, frames and notes', () => {
  const things = {
    notes: [{ key: '@note/n1', text: 'Спросить про доставку' }],
    frames: [{ key: '@frame/f1', text: 'Каталог', holds: ['menu', '@note/n1'] }],
  };
  expect(tree(cakes().flows[0], things)).toMatchInlineSnapshot(`
    [
      "block/start 1/4",
      "  output/start/next 1/1",
      "    block/menu 1/1",
      "      output/menu/o1 1/3",
      "        block/about 1/1",
      "          output/about/next 1/1",
      "            link/about/next 1/1",
      "      output/menu/o2 2/3",
      "        block/hand 1/1",
      "          output/hand/nobody 1/2",
      "          output/hand/failed 2/2",
      "      output/menu/other 3/3",
      "        link/menu/other 1/1",
      "group/entries 2/4",
      "  block/word 1/1",
      "    output/word/next 1/1",
      "      link/word/next 1/1",
      "group/frames 3/4",
      "  @frame/f1 1/1",
      "    held/@frame/f1/menu 1/2",
      "    held/@frame/f1/@note/n1 2/2",
      "group/notes 4/4",
      "  @note/n1 1/1",
    ]
  `);
});

test('blocks nothing leads to stand apart, a circle of them by its first one', () => {
  const flow: BotFlow = {
    id: 'main',
    name: 'Главный',
    nodes: [
      { id: 'start', kind: 'start' },
      { id: 'a', kind: 'message', exits: { next: 'b' } },
      { id: 'b', kind: 'message', exits: { next: 'a' } },
    ],
  };
  expect(tree(flow)).toMatchInlineSnapshot(`
    [
      "block/start 1/2",
      "  output/start/next 1/1",
      "group/lost 2/2",
      "  block/a 1/1",
      "    output/a/next 1/1",
      "      block/b 1/1",
      "        output/b/next 1/1",
      "          link/b/next 1/1",
    ]
  `);
});

test('a folded row hides what is below it; a search shows what was found, an output with its block', () => {
  const flow = cakes().flows[0] ?? { id: '', name: '', nodes: [] };
  const rows = outlineOf(flow, factsOf(cakes()), NO_THINGS);
  const keys = (indexes: readonly number[]): (string | undefined)[] => indexes.map((index) => rows[index]?.key);
  expect(keys(unfolded(rows, new Set(['block/menu'])))).not.toContain('output/menu/o1');
  expect(keys(found(rows, 'o2', (row) => row.key))).toEqual(['block/menu', 'output/menu/o2']);
});

test('a chain of thousands of blocks makes a tree', () => {
  const nodes = Array.from({ length: 5_000 }, (_, at) => ({
    id: `m${String(at)}`,
    kind: at === 0 ? 'start' : 'message',
    exits: { next: `m${String(at + 1)}` },
  }));
  const rows = outlineOf({ id: 'main', name: '', nodes }, factsOf(cakes()), NO_THINGS);
  expect(rows.filter((row) => row.kind === 'block')).toHaveLength(5_000);
});

test('typing finds the next row that begins so; one letter again walks on', () => {
  const words = [['меню'], ['сообщение', 'торты'], ['меню', 'второе']];
  expect(nextMatch(words, 0, 'тор')).toBe(1);
  expect(nextMatch(words, 0, 'м')).toBe(2);
  expect(nextMatch(words, 2, 'мм')).toBe(0);
  expect(nextMatch(words, 0, 'я')).toBe(-1);
});
