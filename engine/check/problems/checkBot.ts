import type { Bot } from '../../flow/botSchema.ts';
import { mainFlow } from '../../flow/graph.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { LocalProblem, ProblemLevel } from '../../nodes/kind.ts';
import type { Problem } from '../problem.ts';
import { botFindings } from './botFindings.ts';
import { isAboutWords, wordFindings } from './commandWords.ts';
import { drawGraph, withNodes, type BotGraph } from './graph.ts';
import { nameFindings } from './nameFindings.ts';
import { linkFindings, openFindings, ownFindings } from './nodeFindings.ts';
import type { SeenNode } from './nodeView.ts';
import { collect, pathsOf, type Paths } from './pathsOf.ts';
import { typeFindings } from './valueTypes.ts';

type Found = ReadonlyMap<number, readonly LocalProblem[]>;

/** A checked bot, with what the check of the next one may take over. */
export interface CheckedBot {
  readonly problems: readonly Problem[];
  readonly facts: BotFacts;
  readonly graph: BotGraph;
  readonly paths: Paths;
  readonly words: Found;
}

/** Checks a bot whose nodes were read. What `before` has in common with it is taken from there. */
export function checkBot(
  bot: Bot,
  flows: readonly (readonly SeenNode[])[],
  facts: BotFacts,
  before: CheckedBot | null,
): CheckedBot {
  const known = before !== null && hasSameShape(before.graph, bot, flows) ? before : null;
  const graph = known === null ? drawGraph(bot, flows) : withNodes(known.graph, bot, flows);
  const paths = known?.paths ?? pathsOf(graph);
  const words = known !== null && haveSameWords(known.graph, graph) ? known.words : wordsOf(graph, paths);
  return { facts, graph, paths, words, problems: problemsOf(graph, facts, paths, words) };
}

/** Flows and nodes the same, and of the nodes everything that the ways through them hang on. */
function hasSameShape(graph: BotGraph, bot: Bot, flows: readonly (readonly SeenNode[])[]): boolean {
  const old = graph.bot.flows;
  const areSameFlows =
    old.length === bot.flows.length &&
    bot.flows.every((flow, at) => {
      const twin = old[at];
      return (
        twin === flow ||
        (twin?.id === flow.id &&
          twin.name === flow.name &&
          twin.main === flow.main &&
          twin.nodes.length === flow.nodes.length)
      );
    });
  if (!areSameFlows) return false;
  let at = 0;
  return flows.every((flow) =>
    flow.every((seen) => {
      const twin = graph.nodes[at]?.seen;
      at += 1;
      return twin === seen || twin?.shape === seen.shape;
    }),
  );
}

function haveSameWords(one: BotGraph, other: BotGraph): boolean {
  // Of one shape they have one kind.
  return one.nodes.every(({ seen }, at) => seen.node === other.nodes[at]?.seen.node || !isAboutWords(seen));
}

function wordsOf(graph: BotGraph, { reached }: Paths): Found {
  const { found, add } = collect();
  wordFindings(graph, reached, add);
  return found;
}

function problemsOf(graph: BotGraph, facts: BotFacts, paths: Paths, words: Found): readonly Problem[] {
  const { found: others, add } = collect();
  typeFindings(graph, paths.reached, facts.variables, add);
  nameFindings(graph, add);
  const sorted: Record<ProblemLevel, Problem[]> = { error: [], warning: [], tip: [] };
  const tell = (flow: string, node: string | null, problem: LocalProblem): void => {
    sorted[problem.level].push({ ...problem, flow, node, facts: problem.facts ?? {} });
  };
  for (const { at, flow, seen } of graph.nodes) {
    const id = graph.bot.flows[flow]?.id ?? '';
    for (const problem of nodeProblems(graph, at, paths)) tell(id, seen.node.id, problem);
    for (const found of [paths.found, words, others])
      for (const problem of found.get(at) ?? []) tell(id, seen.node.id, problem);
  }
  for (const { flow, ...problem } of botFindings(graph, facts)) tell(flow ?? mainFlow(graph.bot).id, null, problem);
  return [...sorted.error, ...sorted.warning, ...sorted.tip];
}

function nodeProblems(graph: BotGraph, at: number, { reached, exposed }: Paths): readonly LocalProblem[] {
  const placed = graph.nodes[at];
  if (placed === undefined) return [];
  const { seen, flow } = placed;
  const links = linkFindings(seen, graph.lost.get(at));
  if (seen.unread !== null) return [{ code: seen.unread, level: 'error', facts: { kind: seen.node.kind } }, ...links];
  // What nobody can reach must not block going live: one tip instead of its errors. Of what is switched off not even that.
  if (reached[at] !== true) return seen.disabled ? links : [...links, { code: 'I-REACH', level: 'tip' }];
  const open = openFindings(seen, exposed[at] === true);
  if (seen.disabled) return [...links, ...open];
  if (seen.kind?.kind === 'start' && seen.links.size === 0 && graph.bot.flows[flow]?.nodes.length === 1)
    // Nothing is drawn yet: that is where everyone begins, not a mistake.
    return [{ code: 'I-EMPTY', level: 'tip' }];
  const own = ownFindings(seen);
  return links.length + open.length === 0 ? own : [...links, ...open, ...own];
}
