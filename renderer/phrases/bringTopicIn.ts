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
  return host(bot)?.node ?? null;
}

/** With its data as they are read: a file may name one topic without a list, or spell them otherwise. */
function host(bot: Bot): ReturnType<typeof intentNodes>[number] | undefined {
  const all = intentNodes(bot);
  return all.find(({ data }) => (data.text ?? '') !== '') ?? all[0];
}

/** Lets a block wait for this topic; a bot that has no such block gets one. The canvas shows it. */
export function bringTopicIn(topic: string): void {
  const { bot, run, goTo } = useEditor.getState();
  const found = host(bot);
  if (found === undefined) {
    addBlock();
    return;
  }
  const { node, data } = found;
  const flow = bot.flows.find(({ nodes }) => nodes.includes(node))?.id ?? '';
  const known = data.intents ?? [];
  if (known === 'all' || run('setData', { flow, node: node.id, patch: { intents: [...known, topic] } }))
    goTo(flow, node.id, { exit: topic });
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
