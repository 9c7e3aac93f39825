import type { Bot, BotFlow } from '../../engine/flow/botSchema.ts';
import { copyOf } from '../copy/i18n.ts';
import type { Language } from '../copy/copyTypes.ts';
import { blockTitle } from '../nodes/blockTitle.ts';

const titled = new WeakMap<BotFlow, Map<Language, BotFlow>>();

/** The bot with every block named as the window names it: sentences of the engine call a nameless one by its id. */
export function withTitles(bot: Bot, language: Language): Bot {
  return { ...bot, flows: bot.flows.map((flow) => titledFlow(flow, language)) };
}

function titledFlow(flow: BotFlow, language: Language): BotFlow {
  const known = titled.get(flow) ?? new Map<Language, BotFlow>();
  const words = copyOf('nodes', language);
  const done = known.get(language) ?? {
    ...flow,
    nodes: flow.nodes.map((node) => ({ ...node, name: blockTitle(node, words) })),
  };
  titled.set(flow, known.set(language, done));
  return done;
}
