import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import { nodesById } from '../editor/flowIndex.ts';
import { itemOf } from '../editor/layoutItem.ts';
import { exitsOf, takesInput } from '../editor/nodeData.ts';
import type { Things } from './things.ts';

type OutlineGroup = 'entries' | 'lost' | 'frames' | 'notes';

/**
 * A row of the block list. `link`: the output leads to a block that has its row elsewhere already. Of a note or a frame
 * `node` is its key; `held`: a frame holds what has its row elsewhere.
 */
export type OutlineRow = {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly at: number;
  readonly of: number;
  /** Index of the row above it in the tree; -1 = it is a root. */
  readonly parent: number;
  /** Index after its last descendant. */
  readonly end: number;
  readonly hasRows: boolean;
} & (
  | { readonly kind: 'block'; readonly node: string }
  | { readonly kind: 'output'; readonly node: string; readonly exit: string; readonly target: string | undefined }
  | { readonly kind: 'link'; readonly node: string; readonly exit: string; readonly target: string }
  | { readonly kind: 'group'; readonly group: OutlineGroup }
  | { readonly kind: 'note'; readonly node: string; readonly text: string }
  | { readonly kind: 'frame'; readonly node: string; readonly text: string }
  | { readonly kind: 'held'; readonly target: string }
);

type Draft = OutlineRow extends infer R ? (R extends unknown ? Omit<R, 'end' | 'hasRows'> : never) : never;
type Child = Draft extends infer D ? (D extends unknown ? Omit<D, 'level' | 'at' | 'of' | 'parent'> : never) : never;

/** The row of a block, a note or a frame. */
export const thingRow = (node: string): string => (itemOf(node) === null ? `block/${node}` : node);
export const outputKey = (node: string, exit: string): string => `output/${node}/${exit}`;

/**
 * A flow as a tree, in reading order: from its start, block → outputs → targets, each block once. Then what conversations
 * also begin with, what nothing leads to, the frames and the notes.
 */
export function outlineOf(flow: BotFlow, facts: BotFacts, things: Things): readonly OutlineRow[] {
  const nodes = nodesById(flow);
  const seen = new Set<string>();
  const rows: Draft[] = [];
  const holds = new Map(things.frames.map((frame) => [frame.key, frame.holds]));

  function childrenOf(row: Draft): readonly Child[] {
    if (row.kind === 'block') {
      const node = nodes.get(row.node);
      return node ? outputsOf(node, facts) : [];
    }
    if (row.kind === 'frame')
      return (holds.get(row.node) ?? []).map((target) => ({ kind: 'held', key: `held/${row.node}/${target}`, target }));
    if (row.kind !== 'output' || row.target === undefined || !nodes.has(row.target)) return [];
    if (!seen.has(row.target)) return [{ kind: 'block', key: thingRow(row.target), node: row.target }];
    const { node, exit, target } = row;
    return [{ kind: 'link', key: `link/${node}/${exit}`, node, exit, target }];
  }

  function grow(root: Child, level: number, parent: number, at: number, of: number): void {
    const open: Draft[] = [{ ...root, level, parent, at, of }];
    for (let row = open.pop(); row !== undefined; row = open.pop()) {
      if (row.kind === 'block') seen.add(row.node);
      const index = rows.push(row) - 1;
      const children = childrenOf(row);
      const below = row.level + 1;
      for (const [place, child] of [...children.entries()].toReversed())
        open.push({ ...child, level: below, parent: index, at: place + 1, of: children.length });
    }
  }

  function groupOf(group: OutlineGroup, children: readonly Child[]): void {
    if (children.length === 0) return;
    const index = rows.push({ kind: 'group', key: `group/${group}`, group, level: 1, parent: -1, at: 1, of: 1 }) - 1;
    children.forEach((child, at) => grow(child, 2, index, at + 1, children.length));
  }

  const asBlock = (node: BotNode): Child => ({ kind: 'block', key: thingRow(node.id), node: node.id });
  for (const start of flow.nodes.filter((node) => node.kind === 'start')) grow(asBlock(start), 1, -1, 1, 1);
  groupOf('entries', flow.nodes.filter((node) => !takesInput(node) && !seen.has(node.id)).map(asBlock));
  groupOf('lost', lostRoots(flow, seen).map(asBlock));
  groupOf(
    'frames',
    things.frames.map(({ key, text }) => ({ kind: 'frame', key, node: key, text })),
  );
  groupOf(
    'notes',
    things.notes.map(({ key, text }) => ({ kind: 'note', key, node: key, text })),
  );
  return closed(rows);
}

function outputsOf(node: BotNode, facts: BotFacts): readonly Child[] {
  const specs = exitsOf(node, facts).map((spec) => spec.id);
  // Connected, but the block has no such output any more: it is shown to be repaired.
  const stale = Object.keys(node.exits ?? {}).filter((exit) => !specs.includes(exit));
  return [...specs, ...stale].map((exit) => ({
    kind: 'output',
    key: outputKey(node.id, exit),
    node: node.id,
    exit,
    target: node.exits?.[exit],
  }));
}

/** Of the blocks not seen yet, those no other of them leads to; a circle gives its first one. */
function lostRoots(flow: BotFlow, seen: ReadonlySet<string>): BotNode[] {
  const lost = flow.nodes.filter((node) => !seen.has(node.id));
  const targets = new Set(lost.flatMap((node) => Object.values(node.exits ?? {}).filter((to) => to !== node.id)));
  const nodes = nodesById(flow);
  const found = new Set(seen);
  const reach = (root: BotNode): void => {
    const open = [root.id];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...Object.values(nodes.get(id)?.exits ?? {}));
    }
  };
  const roots = lost.filter((node) => !targets.has(node.id));
  roots.forEach(reach);
  for (const node of lost) {
    if (found.has(node.id)) continue;
    roots.push(node);
    reach(node);
  }
  return roots;
}

/** Each row learns where its descendants end. */
function closed(rows: readonly Draft[]): readonly OutlineRow[] {
  const ends = rows.map(() => rows.length);
  const open: number[] = [];
  rows.forEach((row, index) => {
    while (open.length > 0 && (rows[open.at(-1) ?? 0]?.level ?? 0) >= row.level) ends[open.pop() ?? 0] = index;
    open.push(index);
  });
  const roots = rows.filter((row) => row.level === 1);
  return rows.map((row, index) => {
    const end = ends[index] ?? rows.length;
    const place = row.level === 1 ? { at: roots.indexOf(row) + 1, of: roots.length } : {};
    return { ...row, ...place, end, hasRows: end > index + 1 };
  });
}
