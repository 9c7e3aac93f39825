import type { BotFlow, BotNode } from '../../../engine/flow/botSchema.ts';
import { edgeKey } from '../../../renderer/editor/edges.ts';
import { planExtract } from '../../../renderer/editor/extractPlan.ts';
import { frameAt, itemKey, itemKeys, itemOf } from '../../../renderer/editor/layoutItem.ts';
import type { createEditor } from '../../../renderer/editor/store.ts';

type Editor = ReturnType<typeof createEditor>;

/** Where one thing of the random work is done: what was picked of what is there now. */
export interface Spot {
  readonly editor: Editor;
  readonly flow: BotFlow;
  /** Two of its blocks, maybe the same one, and an output of the first. */
  readonly node: string;
  readonly target: string;
  readonly exit: string;
  /** A note or frame of the flow; '' = it has none. */
  readonly item: string;
  /** An id that nothing has yet. */
  readonly fresh: string;
  readonly pick: number;
  readonly other: number;
}

const placeOf = ({ pick, other }: Spot) => ({ x: pick * 8, y: other * 8 });
const boxOf = (spot: Spot) => ({ ...placeOf(spot), width: 240, height: 96 });
const run = ({ editor }: Spot) => editor.getState().run;
const titleOf = (node: BotNode): string => node.name ?? node.kind;

/** What an author may do, one row each; on a spot where it makes no sense it changes nothing. */
export const WORK: Readonly<Record<string, (spot: Spot) => void>> = {
  rest: () => undefined,
  add: (spot) =>
    run(spot)('addNode', {
      flow: spot.flow.id,
      node: { id: spot.fresh, kind: 'message' },
      at: placeOf(spot),
      from: { node: spot.node, exit: spot.exit },
    }),
  addBetween: (spot) =>
    run(spot)('addNode', {
      flow: spot.flow.id,
      node: { id: spot.fresh, kind: 'message' },
      at: { x: 0, y: 0 },
      from: { node: spot.node, exit: spot.exit },
      through: 'next',
      moved: { [spot.target]: { x: 8, y: 8 } },
    }),
  insert: (spot) =>
    run(spot)('insertNode', {
      flow: spot.flow.id,
      node: spot.target,
      edge: { node: spot.node, exit: spot.exit },
      through: 'next',
      at: placeOf(spot),
      moved: {},
    }),
  bridge: (spot) => run(spot)('bridge', { flow: spot.flow.id, node: spot.node }),
  remove: (spot) =>
    run(spot)('removeSelection', {
      flow: spot.flow.id,
      nodes: [spot.other % 2 === 0 ? spot.node : spot.item],
      edges: [edgeKey(spot.target, spot.exit)],
    }),
  cut: (spot) =>
    run(spot)('removeSelection', {
      flow: spot.flow.id,
      nodes: [...spot.flow.nodes.map(({ id }) => id), ...itemsOf(spot)],
      edges: [],
      cut: true,
    }),
  move: (spot) =>
    run(spot)('moveNodes', {
      flow: spot.flow.id,
      positions: { [spot.node]: placeOf(spot), [spot.item]: placeOf(spot) },
    }),
  keys: (spot) =>
    run(spot)('moveNodes', {
      flow: spot.flow.id,
      positions: { [spot.node]: { x: spot.pick * 8, y: 0 } },
      mergeKey: 'keys',
    }),
  pin: (spot) => run(spot)('pin', { flow: spot.flow.id, nodes: [spot.node], pinned: spot.other % 2 === 0 }),
  tidy(spot) {
    const places = (ids: readonly string[]) =>
      Object.fromEntries(ids.map((id, at) => [id, { x: (spot.pick + at) * 344, y: spot.other * 8 }]));
    const items = itemsOf(spot).map((key) => itemOf(key));
    const idsOf = (kind: 'note' | 'frame') => items.flatMap((item) => (item?.kind === kind ? [item.id] : []));
    run(spot)('tidy', {
      flow: spot.flow.id,
      nodes: places(spot.flow.nodes.map(({ id }) => id)),
      notes: places(idsOf('note')),
      frames: Object.fromEntries(
        Object.entries(places(idsOf('frame'))).map(([id, at]) => [id, { ...at, width: 320, height: 200 }]),
      ),
      chosen: spot.other % 2 === 0 ? [] : [spot.node],
    });
  },
  connect: (spot) =>
    run(spot)('connect', { flow: spot.flow.id, node: spot.node, exit: spot.exit, target: spot.target }),
  disconnect: (spot) => run(spot)('disconnect', { flow: spot.flow.id, node: spot.node, exit: spot.exit }),
  line: (spot) =>
    run(spot)('showLine', { flow: spot.flow.id, node: spot.node, exit: spot.exit, line: spot.other % 2 === 0 }),
  type: (spot) =>
    run(spot)('setData', {
      flow: spot.flow.id,
      node: spot.node,
      patch: { text: `t${String(spot.other)}` },
      mergeKey: 'text',
    }),
  options: (spot) =>
    run(spot)('setData', {
      flow: spot.flow.id,
      node: spot.node,
      patch: { options: Array.from({ length: spot.other % 4 }, (_, at) => ({ id: `o${String(at)}`, label: 'x' })) },
    }),
  name: (spot) =>
    run(spot)('setNode', {
      flow: spot.flow.id,
      node: spot.node,
      patch: { name: spot.other % 3 === 0 ? '' : `n${String(spot.other)}` },
    }),
  disable: (spot) =>
    run(spot)('setNode', { flow: spot.flow.id, node: spot.node, patch: { disabled: spot.other % 2 === 0 } }),
  note: (spot) =>
    run(spot)('addItem', {
      flow: spot.flow.id,
      kind: 'note',
      item: { id: spot.fresh, text: 'Уточнить цены', color: 'yellow', ...boxOf(spot) },
    }),
  noteText: (spot) =>
    run(spot)('setItem', {
      flow: spot.flow.id,
      key: itemsOf(spot).find((key) => itemOf(key)?.kind === 'note') ?? '',
      patch: { text: `w${String(spot.other)}` },
      mergeKey: 'note',
    }),
  noteSize: (spot) => run(spot)('setItem', { flow: spot.flow.id, key: spot.item, patch: boxOf(spot) }),
  frame: (spot) =>
    run(spot)('addItem', {
      flow: spot.flow.id,
      kind: 'frame',
      item: { id: spot.fresh, title: 'Заказ', color: 'green', ...boxOf(spot) },
    }),
  fold(spot) {
    const key = itemsOf(spot).find((each) => itemOf(each)?.kind === 'frame') ?? '';
    const isFolded = frameAt(spot.editor.getState().bot, spot.flow.id, key)?.collapsed === true;
    const patch = isFolded
      ? { collapsed: undefined, nodes: undefined }
      : { collapsed: true, nodes: [spot.node, spot.target] };
    run(spot)('setItem', { flow: spot.flow.id, key, patch });
  },
  extract(spot) {
    const { bot } = spot.editor.getState();
    const keys = [spot.node, spot.target, spot.item];
    const plan = planExtract(bot, spot.flow.id, keys, `s${String(spot.other)}`, titleOf);
    if (!('why' in plan)) run(spot)('extractFlow', plan);
  },
  paste: (spot) =>
    run(spot)('paste', {
      flow: spot.flow.id,
      nodes: [{ id: spot.fresh, kind: 'end' }],
      positions: { [spot.fresh]: { x: 0, y: 0 } },
    }),
  flow: (spot) => run(spot)('addFlow', { flow: { id: spot.fresh, name: spot.fresh, nodes: [] }, positions: {} }),
  renameFlow: (spot) => run(spot)('renameFlow', { flow: spot.flow.id, name: `f${String(spot.other)}` }),
  dropFlow: (spot) => run(spot)('removeFlow', { flow: spot.flow.id }),
  main: (spot) => run(spot)('setMainFlow', { flow: spot.flow.id }),
  bot: (spot) => run(spot)('setBot', { patch: { name: `b${String(spot.other)}`, variables: [] }, mergeKey: 'name' }),
  undo: ({ editor }) => editor.getState().undo(),
  undoMore: ({ editor, other }) => {
    for (let at = 0; at < other % 5; at += 1) editor.getState().undo();
  },
  redo: ({ editor }) => editor.getState().redo(),
  blur: ({ editor }) => editor.getState().flush(),
};

function itemsOf({ editor, flow }: Pick<Spot, 'editor' | 'flow'>): readonly string[] {
  return itemKeys(editor.getState().bot, flow.id);
}

/** What two numbers pick of what is there. */
export function spotAt(editor: Editor, fresh: string, pick: number, other: number): Spot {
  const { flows } = editor.getState().bot;
  const flow = flows[pick % flows.length] ?? { id: 'none', name: '', nodes: [] };
  const nodeAt = (at: number): BotNode | undefined => flow.nodes[at % Math.max(1, flow.nodes.length)];
  const node = nodeAt(pick);
  const items = itemsOf({ editor, flow });
  return {
    editor,
    flow,
    node: node?.id ?? 'none',
    target: nodeAt(other)?.id ?? 'none',
    exit: Object.keys(node?.exits ?? {})[0] ?? 'next',
    item: items[other % Math.max(1, items.length)] ?? itemKey('note', 'none'),
    fresh,
    pick,
    other,
  };
}
