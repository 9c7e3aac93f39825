import { mainFlow } from '../../../engine/flow/graph.ts';
import type { Intent } from '../../../engine/model/definitions.ts';
import type { Command, TopicStep } from '../command.ts';

export interface SetTopicsArgs {
  readonly intents: readonly Intent[];
  /** What the step is called when it is taken back. */
  readonly step: { readonly key: TopicStep; readonly name?: string; readonly count?: number };
  /** Edits under one key become one step until a pause. */
  readonly mergeKey?: string;
}

/** Every change of the bot's topics and their phrases. */
export const setTopics: Command<SetTopicsArgs> = {
  capture: 'later',
  apply: (bot, { intents }) => (intents === bot.intents ? bot : { ...bot, intents: [...intents] }),
  label: (_, { step }) => step,
  touched: (bot) => ({ flow: mainFlow(bot).id, nodes: [] }),
  mergeKey: ({ mergeKey }) => (mergeKey === undefined ? undefined : `topics/${mergeKey}`),
};
