import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';

export interface RemoveCheckArgs {
  readonly check: string;
}

export const removeCheck: Command<RemoveCheckArgs> = {
  capture: 'now',
  apply(bot, { check }) {
    const checks = bot.checks ?? [];
    const left = checks.filter(({ id }) => id !== check);
    return left.length === checks.length ? bot : { ...bot, checks: left };
  },
  label: (bot, { check }) => ({ key: 'removeCheck', name: bot.checks?.find(({ id }) => id === check)?.name ?? check }),
  touched: (bot) => ({ flow: mainFlow(bot).id, nodes: [] }),
};
