import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import { kindOf } from '../../engine/nodes/registry.ts';
import { newId } from './newId.ts';

/** A fresh block of a kind, with its starting texts in the bot's language and an id no block of the bot has. */
export function newBlock(bot: Bot, kind: KindName): BotNode {
  const taken = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  const id = newId(kind, (wanted) => taken.has(wanted));
  const data = kindOf(kind)?.initial(bot.language) as BotNode['data'];
  return data && Object.keys(data).length > 0 ? { id, kind, data } : { id, kind };
}
