import type { Bot } from '../../../engine/flow/botSchema.ts';
import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';

/** What a bot holds beside its flows. */
export type BotPatch = Partial<
  Pick<
    Bot,
    | 'name'
    | 'language'
    | 'languages'
    | 'timeZone'
    | 'statuses'
    | 'variables'
    | 'intents'
    | 'entities'
    | 'hours'
    | 'settings'
    | 'checks'
  >
>;

export interface SetBotArgs {
  readonly patch: BotPatch;
  readonly mergeKey?: string;
}

export const setBot: Command<SetBotArgs> = {
  capture: 'later',
  apply(bot, { patch }) {
    const fields = Object.keys(patch) as (keyof BotPatch)[];
    return fields.every((field) => Object.is(bot[field], patch[field])) ? bot : { ...bot, ...patch };
  },
  label: () => ({ key: 'settings' }),
  touched: (bot) => ({ flow: mainFlow(bot).id, nodes: [] }),
  mergeKey: ({ mergeKey }) => (mergeKey === undefined ? undefined : `bot/${mergeKey}`),
};
