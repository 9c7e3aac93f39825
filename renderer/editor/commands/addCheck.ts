import type { BotCheck } from '../../../engine/flow/botSchema.ts';
import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';

export interface AddCheckArgs {
  readonly check: BotCheck;
}

export const addCheck: Command<AddCheckArgs> = {
  capture: 'now',
  apply(bot, { check }) {
    const checks = bot.checks ?? [];
    return checks.some(({ id }) => id === check.id) ? bot : { ...bot, checks: [...checks, check] };
  },
  label: (_, { check }) => ({ key: 'addCheck', name: check.name }),
  touched: (bot) => ({ flow: mainFlow(bot).id, nodes: [] }),
};
