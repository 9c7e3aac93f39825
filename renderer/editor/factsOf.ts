import { botFacts } from '../../engine/flow/botFacts.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { flowFacts } from '../../engine/flow/flowFacts.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';

const known = new WeakMap<Bot, BotFacts>();
let last: { bot: Bot; facts: BotFacts } | null = null;

const PARTS = [
  'name',
  'language',
  'languages',
  'timeZone',
  'statuses',
  'variables',
  'intents',
  'entities',
  'hours',
  'settings',
] as const;

/** What nodes may know of their bot. The same object while none of it changed, so that cards need not be drawn again. */
export function factsOf(bot: Bot): BotFacts {
  const cached = known.get(bot);
  if (cached) return cached;
  const facts = last && isUnchanged(last, bot) ? last.facts : botFacts(bot);
  last = { bot, facts };
  known.set(bot, facts);
  return facts;
}

/** Of the flows only their names and ways out are seen from outside: an edit of a block rarely changes those. */
function isUnchanged(known: { readonly bot: Bot; readonly facts: BotFacts }, bot: Bot): boolean {
  if (!PARTS.every((part) => known.bot[part] === bot[part])) return false;
  return known.bot.flows === bot.flows || JSON.stringify(flowFacts(bot.flows)) === JSON.stringify(known.facts.flows);
}
