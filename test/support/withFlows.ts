import type { Bot } from '../../engine/flow/botSchema.ts';
import type { BotBuilder } from './botBuilder.ts';

/** The bot with further flows, each drawn like a bot of its own: only its blocks are taken. */
export function withFlows(main: BotBuilder, others: Readonly<Record<string, BotBuilder>>): Bot {
  const bot = main.build();
  const flows = Object.entries(others).map(([id, drawn]) => {
    const [flow] = drawn.build().flows;
    return { id, name: id, nodes: flow?.nodes ?? [] };
  });
  return { ...bot, flows: [...bot.flows, ...flows] };
}
