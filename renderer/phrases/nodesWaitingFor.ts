import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { readNode } from '../../engine/flow/readNode.ts';
import type { Caution } from './learning/exam.ts';

/** What of a block «Understand phrase» concerns the topics. */
interface Listens {
  /** What it asks; without, it reads what was said last. */
  readonly text?: string;
  readonly intents?: readonly string[] | 'all';
  readonly caution?: Caution;
}

interface Waiting {
  /** Blocks that name the topic. */
  readonly named: readonly BotNode[];
  /** Blocks that wait for whatever topic there is. */
  readonly any: readonly BotNode[];
}

/** The blocks «Understand phrase» of a bot, with what they are set to. */
export function intentNodes(bot: Bot): readonly { readonly node: BotNode; readonly data: Listens }[] {
  return bot.flows.flatMap((flow) =>
    flow.nodes.flatMap((node) => {
      if (node.kind !== 'intent' || node.disabled === true) return [];
      const read = readNode(node);
      return read.ok ? [{ node, data: read.data as Listens }] : [];
    }),
  );
}

/** Which blocks do something when the bot recognises this topic. */
export function nodesWaitingFor(bot: Bot, topic: string): Waiting {
  const all = intentNodes(bot);
  return {
    named: all
      .filter(({ data }) => data.intents !== 'all' && data.intents?.includes(topic) === true)
      .map(({ node }) => node),
    any: all.filter(({ data }) => data.intents === 'all').map(({ node }) => node),
  };
}
