import { botFacts } from '../../flow/botFacts.ts';
import type { Bot } from '../../flow/botSchema.ts';
import type { BotFacts, FlowFact } from '../../model/definitions.ts';

/**
 * Gives the facts of one bot after another, the same object for as long as nothing in them changed: an edit of a block
 * shares the bot's statuses, topics and all the rest with the bot before it.
 */
export function keepFacts(): (bot: Bot) => BotFacts {
  let kept: BotFacts | null = null;
  return (bot) => {
    const fresh = botFacts(bot);
    kept = kept !== null && isSame(kept, fresh) ? kept : fresh;
    return kept;
  };
}

const SHARED = ['name', 'language', 'timeZone', 'hours'] as const;
/** Made anew at every reading where the file has none. */
const LISTS = ['languages', 'statuses', 'variables', 'intents', 'entities'] as const;

function isSame(one: BotFacts, other: BotFacts): boolean {
  return (
    SHARED.every((part) => one[part] === other[part]) &&
    LISTS.every((part) => one[part] === other[part] || areEqual(one[part], other[part])) &&
    (one.settings === other.settings || areEmpty(one.settings, other.settings)) &&
    one.flows.length === other.flows.length &&
    one.flows.every((flow, at) => isSameFlow(flow, other.flows[at]))
  );
}

function isSameFlow(one: FlowFact, other: FlowFact | undefined): boolean {
  const { ends, ...rest } = one;
  return (
    other !== undefined &&
    areEqual(ends, other.ends) &&
    (Object.keys(rest) as (keyof typeof rest)[]).every((field) => one[field] === other[field])
  );
}

function areEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

function areEmpty(one: object, other: object): boolean {
  return Object.keys(one).length === 0 && Object.keys(other).length === 0;
}
