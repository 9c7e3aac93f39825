import type { Bot } from '../../engine/flow/botSchema.ts';
import { blockTitle } from '../nodes/blockTitle.ts';

/** The name of a block by `flow/node` or by its id alone; the id itself when that version has no such block. */
export function placeTitle(bot: Bot, place: string): string {
  const [flowId, ...rest] = place.split('/');
  const id = rest.length === 0 ? place : rest.join('/');
  const flows = rest.length === 0 ? bot.flows : bot.flows.filter((flow) => flow.id === flowId);
  const node = flows.flatMap((flow) => flow.nodes).find((one) => one.id === id);
  return node === undefined ? id : blockTitle(node);
}
