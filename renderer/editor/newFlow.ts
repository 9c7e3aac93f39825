import type { Bot } from '../../engine/flow/botSchema.ts';
import type { AddFlowArgs } from './commands/addFlow.ts';
import { newBlock } from './newBlock.ts';
import { newId } from './newId.ts';

/** A flow with its start, ready to be drawn. */
export function newFlow(bot: Bot, name: string): AddFlowArgs {
  const start = newBlock(bot, 'start');
  const id = newId('flow', (wanted) => bot.flows.some((flow) => flow.id === wanted));
  return { flow: { id, name, nodes: [start] }, positions: { [start.id]: { x: 0, y: 0 } } };
}
