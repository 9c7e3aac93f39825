import type { Bot, BotNode } from '../flow/botSchema.ts';
import type { Problem } from './problem.ts';
import { checkBot, type CheckedBot } from './problems/checkBot.ts';
import { keepFacts } from './problems/keepFacts.ts';
import { seeNode, viewNode, type SeenNode } from './problems/nodeView.ts';

/** Finds what is wrong with a bot: errors first, in the order of its flows and nodes. */
export type ProblemFinder = (bot: Bot) => readonly Problem[];

/** Everything wrong with a bot. */
export function findProblems(bot: Bot): readonly Problem[] {
  return createProblemFinder()(bot);
}

/** Can it go live? */
export function errorCount(problems: readonly Problem[]): number {
  return problems.filter((problem) => problem.level === 'error').length;
}

/**
 * A finder for one bot after another, as an editor has them: what an edit shares with the bot before it is not looked at
 * again. Nodes are read once, by object; what they say of themselves is asked once more only if the bot's definitions
 * changed, and paths are walked again only if the shape of the graph did. The findings are those of a fresh check, in the
 * same order; the same array while nothing that matters changed. Objects are taken never to change in place.
 */
export function createProblemFinder(): ProblemFinder {
  const factsOf = keepFacts();
  const seen = new WeakMap<BotNode, SeenNode>();
  let before: CheckedBot | null = null;
  return (bot) => {
    const facts = factsOf(bot);
    if (before !== null && before.facts === facts && isSameToTheEye(before.graph.bot, bot)) return before.problems;
    const flows = bot.flows.map((flow) =>
      flow.nodes.map((node) => {
        const known = seen.get(node);
        if (known?.facts === facts) return known;
        const fresh = seeNode(known ?? viewNode(node), facts);
        seen.set(node, fresh);
        return fresh;
      }),
    );
    before = checkBot(bot, flows, facts, before);
    return before.problems;
  };
}

/** A card that was dragged, a check that was written: nothing the problems hang on. */
function isSameToTheEye(one: Bot, other: Bot): boolean {
  return one.flows === other.flows && one.timeZone === other.timeZone && one.language === other.language;
}
