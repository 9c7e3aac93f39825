import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import type { KindName } from '../../engine/nodes/kind.ts';
import { kindOf } from '../../engine/nodes/registry.ts';
import type { EdgeRef } from './edges.ts';
import { newId } from './newId.ts';

/** Exits a customer leaves by when what they wrote did not fit: the words are there to be read, not to be asked for again. */
const MISSED = ['other', 'unsure'];

function isMissed(bot: Bot, { node, exit }: EdgeRef): boolean {
  if (MISSED.includes(exit)) return true;
  // By «failed» a question gives up; a hand-off or a status leaves by it because Umnico refused, and nobody wrote.
  return (
    exit === 'failed' && bot.flows.some(({ nodes }) => nodes.some(({ id, kind }) => id === node && kind === 'question'))
  );
}

/**
 * A fresh block of a kind, with its starting texts in the bot's language and an id no block of the bot has. `from`: the
 * output it will hang on.
 */
export function newBlock(bot: Bot, kind: KindName, from?: EdgeRef): BotNode {
  const taken = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  const id = newId(kind, (wanted) => taken.has(wanted));
  const data = { ...(kindOf(kind)?.initial(bot.language) as BotNode['data']), ...operatorOf(bot, kind) };
  if (kind === 'intent' && from !== undefined && isMissed(bot, from)) delete data['text'];
  return Object.keys(data).length > 0 ? { id, kind, data } : { id, kind };
}

/** The status in which people answer, when the bot has one such status and no choice is made by taking it. */
function operatorOf(bot: Bot, kind: KindName): BotNode['data'] {
  if (kind !== 'handoff') return {};
  const [only, ...more] = (bot.statuses ?? []).filter((status) => status.role === 'operator');
  return only === undefined || more.length > 0 ? {} : { status: only.id };
}
