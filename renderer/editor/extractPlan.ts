import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { flowFacts } from '../../engine/flow/flowFacts.ts';
import { edgesOf, flowById } from '../../engine/flow/graph.ts';
import type { ExtractFlowArgs } from './commands/extractFlow.ts';
import { type Point, positionOf } from './draft.ts';
import { itemOf } from './layoutItem.ts';
import { jumpTargetOf } from './jumpTarget.ts';
import { newBlock } from './newBlock.ts';
import { newId } from './newId.ts';
import { takesInput } from './nodeData.ts';

/** Why a selection can't become a flow of its own; `name`: the block it is about. */
export interface ExtractRefused {
  readonly why: 'empty' | 'start' | 'listens' | 'manyEntries';
  readonly name?: string;
}

/** As long as the name of an outcome may be (ux.md, 5). */
const NAME = 30;
const COLUMN = 344;
const ROW = 144;
/** The exit every sub-flow has besides the names of its ends. */
const UNNAMED = 'done';

/**
 * How a selection becomes a flow of its own with a block that calls it. «End» and «Go to» stay behind and become ways out
 * of the call: inside a sub-flow they would mean something else.
 */
export function planExtract(
  bot: Bot,
  flowId: string,
  keys: readonly string[],
  name: string,
  titleOf: (node: BotNode) => string,
): ExtractFlowArgs | ExtractRefused {
  const flow = flowById(bot, flowId);
  const wanted = new Set(keys);
  const moved = (flow?.nodes ?? []).filter((node) => wanted.has(node.id) && !staysBehind(node));
  if (!flow || moved.length === 0) return { why: 'empty' };
  const entryKind = moved.find((node) => !takesInput(node));
  if (entryKind) return { why: entryKind.kind === 'start' ? 'start' : 'listens', name: titleOf(entryKind) };
  const entry = entryOf(bot, flow, moved);
  if (entry === null) return { why: 'manyEntries' };
  return plan(
    bot,
    flow,
    moved,
    entry,
    name,
    titleOf,
    keys.filter((key) => itemOf(key)),
  );
}

function plan(
  bot: Bot,
  flow: BotFlow,
  moved: readonly BotNode[],
  entry: string,
  name: string,
  titleOf: (node: BotNode) => string,
  items: readonly string[],
): ExtractFlowArgs {
  const ids = new Set(moved.map((node) => node.id));
  const outs = edgesOf(flow).filter(
    (edge) => ids.has(edge.from) && flow.nodes.some((n) => n.id === edge.to && !ids.has(n.id)),
  );
  const targets = [...new Set(outs.map((edge) => edge.to))];
  const isPlain = targets.length === 1 && !endsUnnamed(moved);
  const names = isPlain ? [''] : namesOf(targets, flow, titleOf);
  const places = moved.map((node) => positionOf(bot, flow.id, node.id));
  const right = Math.max(...places.map((at) => at.x)) + COLUMN;
  const top = Math.min(...places.map((at) => at.y));
  const at = positionOf(bot, flow.id, entry);
  const ends = targets.map((_, index) => {
    const outcome = names[index] ?? '';
    const bare = newBlock(bot, 'end');
    return { node: outcome === '' ? bare : { ...bare, data: { outcome } }, at: { x: right, y: top + index * ROW } };
  });
  const to = newId('flow', (id) => flowById(bot, id) !== undefined);
  const exits = Object.fromEntries(targets.map((target, index) => [(names[index] ?? '') || UNNAMED, target]));
  const call: BotNode = { ...newBlock(bot, 'call'), name, data: { flow: to } };
  return {
    flow: flow.id,
    to,
    name,
    moved: moved.map((node) => node.id),
    items,
    entry,
    start: { ...newBlock(bot, 'start'), exits: { next: entry } },
    startAt: { x: Math.min(...places.map((place) => place.x)) - COLUMN, y: at.y } satisfies Point,
    ends,
    outs: outs.map((edge) => ({
      node: edge.from,
      exit: edge.exit,
      end: ends[targets.indexOf(edge.to)]?.node.id ?? '',
    })),
    call: targets.length === 0 ? call : { ...call, exits },
    callAt: { x: at.x, y: at.y },
  };
}

function staysBehind(node: BotNode): boolean {
  return node.kind === 'end' || node.kind === 'jump';
}

/** The one block by which conversations come in; null = there are several. */
function entryOf(bot: Bot, flow: BotFlow, moved: readonly BotNode[]): string | null {
  const ids = new Set(moved.map((node) => node.id));
  const edges = edgesOf(flow).filter((edge) => ids.has(edge.to));
  const jumps = bot.flows.flatMap((each) =>
    each.nodes.flatMap((node) => {
      const target = ids.has(node.id) && each === flow ? null : jumpTargetOf(node);
      return target !== null && (target.flow ?? each.id) === flow.id && ids.has(target.node) ? [target.node] : [];
    }),
  );
  const entries = new Set([...edges.filter((edge) => !ids.has(edge.from)).map((edge) => edge.to), ...jumps]);
  if (entries.size === 0) {
    const reached = new Set(edges.filter((edge) => edge.from !== edge.to).map((edge) => edge.to));
    for (const node of moved) if (!reached.has(node.id)) entries.add(node.id);
  }
  const [only, ...more] = entries;
  return more.length > 0 ? null : (only ?? moved[0]?.id ?? null);
}

/** Would it also come back where a branch simply stops? Then that way out is taken. */
function endsUnnamed(moved: readonly BotNode[]): boolean {
  const end: BotNode = { id: 'end', kind: 'end', data: { outcome: 'end' } };
  return flowFacts([{ id: 'probe', name: '', nodes: [...moved, end] }])[0]?.unnamed === true;
}

/** Each way out goes by the block it leads to; no two by the same name. */
function namesOf(targets: readonly string[], flow: BotFlow, titleOf: (node: BotNode) => string): string[] {
  const taken = new Set([UNNAMED]);
  return targets.map((target, index) => {
    const node = flow.nodes.find((each) => each.id === target);
    const base = (node ? titleOf(node) : '').slice(0, NAME).trim() || String(index + 1);
    let name = base;
    for (let count = 2; taken.has(name); count += 1) {
      const tail = ` ${String(count)}`;
      name = base.slice(0, NAME - tail.length) + tail;
    }
    taken.add(name);
    return name;
  });
}
