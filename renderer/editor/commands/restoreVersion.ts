import { diffBots } from '../../../engine/flow/diffBots.ts';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';

export interface RestoreVersionArgs {
  readonly number: number;
  /** The bot as that version holds it. */
  readonly version: Bot;
}

/** The draft becomes what an older version is, cards and all: one step, so one undo takes it back. */
export const restoreVersion: Command<RestoreVersionArgs> = {
  capture: 'now',
  apply: (bot, { version }) => (diffBots(bot, version).length === 0 ? bot : { ...version, id: bot.id }),
  label: (_bot, { number }) => ({ key: 'restoreVersion', name: String(number) }),
  touched: (_bot, { version }) => ({ flow: mainFlow(version).id, nodes: [] }),
};
