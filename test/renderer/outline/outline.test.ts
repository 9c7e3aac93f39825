import { expect, test } from 'vitest';
import type { BotFlow } from '../../../engine/flow/botSchema.ts';
import { factsOf } from '../../../renderer/editor/factsOf.ts';
import { notesOf } from '../../../renderer/outline/notesOf.ts';
import { outlineOf } from '../../../renderer/outline/outline.ts';
import { nextMatch } from '../../../renderer/outline/typeAhead.ts';
import { found, unfolded } from '../../../renderer/outline/visibleRows.ts';
import { cakes } from '../editor/cakes.ts';

function tree(flow: BotFlow | undefined, notes: readonly string[] = []): string[] {
  const rows = outlineOf(flow ?? { id: '', name: '', nodes: [] }, factsOf(cakes()), notes);
  return rows.map((row) => `${'  '.repeat(row.level - 1)}${row.key} ${String(row.at)}/${String(row.of)}`);
}

test('a flow reads from its start: block, outputs, targets; each block once, then the other beginnings and the notes', () => {
  expect(tree(cakes().flows[0], ['Спросить про доставку'])).toMatchInlineSnapshot(`
    [
      "block/start 1/3",
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
      "group/entries 2/3",
      "  block/word 1/1",
      "    output/word/next 1/1",
      "      link/word/next 1/1",
      "group/notes 3/3",
      "  note/0 1/1",
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
  const rows = outlineOf(flow, factsOf(cakes()), []);
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
  const rows = outlineOf({ id: 'main', name: '', nodes }, factsOf(cakes()), []);
  expect(rows.filter((row) => row.kind === 'block')).toHaveLength(5_000);
});

test('notes are read from whatever stands there', () => {
  expect(notesOf({ notes: [{ text: 'Проверить цены' }, { text: 5 }, null, 'x', { text: ' ' }] })).toEqual([
    'Проверить цены',
  ]);
  expect(notesOf({ notes: 'no list' })).toEqual([]);
  expect(notesOf(undefined)).toEqual([]);
});

test('typing finds the next row that begins so; one letter again walks on', () => {
  const words = [['меню'], ['сообщение', 'торты'], ['меню', 'второе']];
  expect(nextMatch(words, 0, 'тор')).toBe(1);
  expect(nextMatch(words, 0, 'м')).toBe(2);
  expect(nextMatch(words, 2, 'мм')).toBe(0);
  expect(nextMatch(words, 0, 'я')).toBe(-1);
});
