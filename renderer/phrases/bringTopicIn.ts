import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { addThrough } from '../canvas/addThrough.ts';
import { openBoxes } from '../canvas/boxes.ts';
import type { Door } from '../canvas/view.ts';
import { unite } from '../editor/boxMath.ts';
import { newBlock } from '../editor/newBlock.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { intentNodes } from './nodesWaitingFor.ts';

/** Room between what is there and a block that nothing leads to yet. */
const BELOW = 64;

/** The block «Understand phrase» that is to know one topic more: the first that asks, else the first. */
export function hostOf(bot: Bot): BotNode | null {
  const all = intentNodes(bot).map(({ node }) => node);
  return all.find((node) => (node.data?.['text'] ?? '') !== '') ?? all[0] ?? null;
}

/** Lets a block wait for this topic; a bot that has no such block gets one. The canvas shows it. */
export function bringTopicIn(topic: string): void {
  const { bot, run, goTo } = useEditor.getState();
  const host = hostOf(bot);
  if (host === null) {
    addBlock();
    return;
  }
  const flow = bot.flows.find(({ nodes }) => nodes.includes(host))?.id ?? '';
  const known = (host.data?.['intents'] ?? []) as readonly string[];
  if (run('setData', { flow, node: host.id, patch: { intents: [...known, topic] } }))
    goTo(flow, host.id, { exit: topic });
}

/** Where words that fit no option come: after the first menu that has no other use for them, else below the rest. */
function addBlock(): void {
  const state = useEditor.getState();
  const door = doorFor(state);
  const from = door.to === 'exit' ? door.from : undefined;
  const block = newBlock(state.bot, 'intent', from);
  const args = addThrough(door, block, false);
  if (args === null || !state.run('addNode', args)) return;
  state.goTo(args.flow, block.id);
}

function doorFor(state: Parameters<typeof openFlowOf>[0]): Door {
  const menu = openFlowOf(state)?.nodes.find((node) => node.kind === 'menu' && node.exits?.['other'] === undefined);
  if (menu) return { to: 'exit', from: { node: menu.id, exit: 'other' } };
  const boxes = [...openBoxes().values()];
  const all = boxes.length === 0 ? { x: 0, y: 0, width: 0, height: -BELOW } : unite(boxes);
  return { to: 'canvas', at: { x: all.x, y: all.y + all.height + BELOW } };
}
