import Elk from 'elkjs/lib/elk.bundled.js';
import { describe, expect, test } from 'vitest';
import { type Box, collide, distance } from '../../../renderer/editor/boxMath.ts';
import { ELK_OPTIONS } from '../../../renderer/canvas/tidy/elkGraph.ts';
import { tidyFlow } from '../../../renderer/canvas/tidy/tidyFlow.ts';
import type { TidyBlock, TidyInput, TidyResult } from '../../../renderer/canvas/tidy/tidyInput.ts';

const elk = new Elk({ defaultLayoutOptions: { ...ELK_OPTIONS }, algorithms: ['layered'] });
const tidy = (input: TidyInput): Promise<TidyResult> => tidyFlow(input, (graph) => elk.layout(graph));

function block(id: string, targets: readonly string[] = [], more: Partial<TidyBlock> = {}): TidyBlock {
  const box = { x: 0, y: 0, width: 264, height: 80 + targets.length * 28 };
  return { id, box, targets, pinned: false, chosen: true, entry: id === 'start', ...more };
}

function flow(blocks: readonly TidyBlock[], more: Partial<TidyInput> = {}): TidyInput {
  return { blocks, notes: [], frames: [], ...more };
}

/** Every block where it stands after tidying. */
function boxesAfter(input: TidyInput, result: TidyResult): Map<string, Box> {
  return new Map(input.blocks.map(({ id, box }) => [id, { ...box, ...result.nodes[id] }]));
}

function boxOf(boxes: ReadonlyMap<string, Box>, id: string): Box {
  const box = boxes.get(id);
  if (!box) throw new Error(`no block ${id}`);
  return box;
}

function overlapping(boxes: ReadonlyMap<string, Box>): string[] {
  const all = [...boxes];
  return all.flatMap(([a, one], at) =>
    all.slice(at + 1).flatMap(([b, other]) => (collide(one, other, 0) ? [`${a} lies on ${b}`] : [])),
  );
}

/** Twelve blocks on one heap: a menu, its answers, a way back from each, and two that hang on nothing. */
function heap(): TidyBlock[] {
  const answers = ['a', 'b', 'c', 'd'];
  return [
    block('start', ['menu']),
    block('d', ['menu']),
    block('c', ['menu']),
    block('menu', [...answers, 'other']),
    block('b', ['b2']),
    block('b2', ['b3']),
    block('b3', ['menu']),
    block('a', ['menu']),
    block('other', []),
    block('word', ['menu'], { entry: true }),
    block('loose1'),
    block('loose2'),
  ];
}

describe('tidying a whole flow', () => {
  test('no two blocks overlap, and all stand on the grid', async () => {
    const input = flow(heap());
    const boxes = boxesAfter(input, await tidy(input));
    expect(overlapping(boxes)).toEqual([]);
    expect([...boxes.values()].filter(({ x, y }) => x % 8 !== 0 || y % 8 !== 0)).toEqual([]);
  });

  test('runs from left to right, and ways back shape no column', async () => {
    const input = flow(heap());
    const boxes = boxesAfter(input, await tidy(input));
    const x = (id: string): number => boxOf(boxes, id).x;
    expect([x('start'), x('word')]).toEqual([x('start'), x('start')]);
    expect(x('menu')).toBeGreaterThan(x('start') + 264);
    for (const id of ['a', 'b', 'c', 'd', 'other']) expect(x(id)).toBe(x('a'));
    expect(x('a')).toBeGreaterThan(x('menu') + 264);
    expect(x('b3')).toBeGreaterThan(x('b2'));
  });

  test('what hangs on the outputs of a menu stands in the order of the outputs', async () => {
    const input = flow(heap());
    const boxes = boxesAfter(input, await tidy(input));
    const tops = ['a', 'b', 'c', 'd', 'other'].map((id) => boxOf(boxes, id).y);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
  });

  test('a chain stands in one row, by its tops', async () => {
    const input = flow([block('start', ['a']), block('a', ['b']), block('b', ['c']), block('c')]);
    const boxes = boxesAfter(input, await tidy(input));
    expect(new Set([...boxes.values()].map(({ y }) => y)).size).toBe(1);
  });

  test('the beginning keeps its place', async () => {
    const blocks = heap().map((each) =>
      each.id === 'start' ? { ...each, box: { ...each.box, x: 400, y: 160 } } : each,
    );
    const result = await tidy(flow(blocks));
    expect(result.nodes['start']).toEqual({ x: 400, y: 160 });
  });

  test('the same flow gives the same places, and a tidy flow stays as it is', async () => {
    const input = flow(heap());
    const first = await tidy(input);
    expect(await tidy(input)).toEqual(first);
    const again = flow(heap().map((each) => ({ ...each, box: { ...each.box, ...first.nodes[each.id] } })));
    expect(await tidy(again)).toEqual(first);
  });

  test('a flow without blocks, a block that leads to itself, one that leads nowhere known', async () => {
    expect(await tidy(flow([]))).toEqual({ nodes: {}, notes: {}, frames: {} });
    const odd = flow([block('start', ['start', 'gone', 'a', 'a']), block('a', ['start'])]);
    expect(overlapping(boxesAfter(odd, await tidy(odd)))).toEqual([]);
  });

  test('a row of two thousand blocks is walked without running out of stack', async () => {
    const ids = Array.from({ length: 2000 }, (_, at) => `n${String(at)}`);
    const input = flow(ids.map((id, at) => block(id, ids.slice(at + 1, at + 2))));
    const asked: number[] = [];
    await tidyFlow(input, (graph) => {
      asked.push(graph.children?.length ?? 0);
      const children = graph.children?.map((node, at) => ({ ...node, x: at * 360, y: 0 })) ?? [];
      return Promise.resolve({ ...graph, children });
    });
    expect(asked).toEqual([2000]);
  });
});

describe('what stays', () => {
  test('a pinned block, and nothing comes to lie on it', async () => {
    const blocks = heap().map((each) =>
      each.id === 'c' ? { ...each, pinned: true, box: { ...each.box, x: 504, y: 248 } } : each,
    );
    const input = flow(blocks);
    const result = await tidy(input);
    expect(result.nodes).not.toHaveProperty('c');
    expect(overlapping(boxesAfter(input, result))).toEqual([]);
  });

  test('two pinned blocks in the way of everything', async () => {
    const blocks = heap().map((each) => {
      if (each.id === 'start') return { ...each, pinned: true, box: { ...each.box, x: 0, y: 0 } };
      return each.id === 'loose1' ? { ...each, pinned: true, box: { ...each.box, x: 360, y: 8, height: 600 } } : each;
    });
    const input = flow(blocks);
    const boxes = boxesAfter(input, await tidy(input));
    expect(boxOf(boxes, 'start')).toMatchObject({ x: 0, y: 0 });
    expect(boxOf(boxes, 'loose1')).toMatchObject({ x: 360, y: 8 });
    expect(overlapping(boxes)).toEqual([]);
  });

  test('with a part of the flow chosen, the rest neither moves nor is covered', async () => {
    const chosen = new Set(['b', 'b2', 'b3']);
    const blocks = heap().map((each, at) => ({
      ...each,
      chosen: chosen.has(each.id),
      box: {
        ...each.box,
        x: chosen.has(each.id) ? 0 : 360 * (at % 4),
        y: chosen.has(each.id) ? 0 : 320 * Math.floor(at / 4),
      },
    }));
    const input = flow(blocks);
    const result = await tidy(input);
    expect(Object.keys(result.nodes).toSorted()).toEqual(['b', 'b2', 'b3']);
    expect(overlapping(boxesAfter(input, result))).toEqual([]);
  });
});

describe('notes', () => {
  test('go with their nearest block, keep their distance, and nothing lies on them', async () => {
    const blocks = heap().map((each) => (each.id === 'b' ? { ...each, box: { ...each.box, x: 0, y: 900 } } : each));
    const note = { id: 'n', box: { x: 16, y: 1020, width: 200, height: 120 } };
    const input = flow(blocks, { notes: [note] });
    const result = await tidy(input);
    const boxes = boxesAfter(input, result);
    const moved = { ...note.box, ...result.notes['n'] };
    const before = input.blocks.find(({ id }) => id === 'b')?.box;
    expect(before && distance(before, note.box)).toBe(distance(boxOf(boxes, 'b'), moved));
    expect([...boxes].filter(([, box]) => collide(box, moved, 0)).map(([id]) => id)).toEqual([]);
  });
});

describe('frames', () => {
  const framed = (): TidyBlock[] =>
    heap().map((each) => {
      const at = ['b', 'b2', 'b3'].indexOf(each.id);
      return at < 0 ? each : { ...each, box: { ...each.box, x: 2000 + at * 40, y: 2000 + at * 40 } };
    });
  const frame = { id: 'f', box: { x: 1960, y: 1940, width: 500, height: 400 }, folded: false, holds: [] };

  test('hold what they held, and nothing else lies in them', async () => {
    const input = flow(framed(), { frames: [frame] });
    const result = await tidy(input);
    const boxes = boxesAfter(input, result);
    const around = result.frames['f'];
    if (!around) throw new Error('the frame went nowhere');
    const inside = [...boxes].filter(([, box]) => collide(box, around, 0)).map(([id]) => id);
    expect(inside.toSorted()).toEqual(['b', 'b2', 'b3']);
    for (const id of inside) {
      const box = boxOf(boxes, id);
      expect(box.x).toBeGreaterThanOrEqual(around.x + 24);
      expect(box.y).toBeGreaterThanOrEqual(around.y + 64);
      expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width - 24);
      expect(box.y + box.height).toBeLessThanOrEqual(around.y + around.height - 24);
    }
  });

  test('a frame in a frame', async () => {
    const inner = { ...frame, id: 'inner', box: { x: 1990, y: 1980, width: 320, height: 150 } };
    const input = flow(framed(), { frames: [frame, inner] });
    const result = await tidy(input);
    const [outer, nested] = [result.frames['f'], result.frames['inner']];
    expect(outer && nested && collide(outer, nested, 0) && nested.x > outer.x && nested.y > outer.y).toBe(true);
    expect(overlapping(boxesAfter(input, result))).toEqual([]);
  });

  test('one with a pinned block grows around what else it holds', async () => {
    const blocks = framed().map((each) => (each.id === 'b2' ? { ...each, pinned: true } : each));
    const input = flow(blocks, { frames: [frame] });
    const result = await tidy(input);
    const boxes = boxesAfter(input, result);
    expect(overlapping(boxes)).toEqual([]);
    const around = result.frames['f'];
    expect(around).toBeDefined();
    for (const id of ['b', 'b2', 'b3']) {
      const box = boxOf(boxes, id);
      expect(around && box.x >= around.x && box.x + box.width <= around.x + around.width).toBe(true);
    }
  });

  test('a folded one stays with all it holds', async () => {
    const input = flow(framed(), { frames: [{ ...frame, folded: true, holds: ['b', 'b2', 'b3'] }] });
    const result = await tidy(input);
    expect(result.frames).toEqual({});
    expect(Object.keys(result.nodes)).not.toContain('b2');
  });
});
