import { createProblemFinder, findProblems } from '../../engine/check/findProblems.ts';
import type { Bot, BotNode } from '../../engine/flow/botSchema.ts';
import { quantile, round, type Figure } from './figure.ts';
import { bigBot } from './bigBot.ts';

const SIZES = [100, 300, 1_000, 3_000];
const FULL_RUNS = 9;
const EDITS = 120;

/** The check of a whole bot that nobody has looked at yet, and of one after an edit, by the size of the bot. */
export function benchCheck(): Promise<Figure[]> {
  full(bigBot(300));
  return Promise.resolve(
    SIZES.flatMap((size) => [
      { name: `check.full.${String(size)}`, value: round(full(bigBot(size)), 2), unit: 'ms' },
      { name: `check.incremental.${String(size)}`, value: round(incremental(bigBot(size)), 3), unit: 'ms' },
    ]),
  );
}

function full(bot: Bot): number {
  const times = Array.from({ length: FULL_RUNS }, () => {
    // New objects each time: what was read once would not be read again.
    const fresh = structuredClone(bot);
    return timed(() => findProblems(fresh));
  });
  return median(times);
}

/** One block changed after another, as an author does it: a text, a connection, a caption. */
function incremental(bot: Bot): number {
  const find = createProblemFinder();
  find(bot);
  let edited = bot;
  const times = Array.from({ length: EDITS }, (_, turn) => {
    edited = edit(edited, turn);
    return timed(() => find(edited));
  });
  return median(times);
}

const OF_KINDS = ['message', 'message', 'menu'];

function edit(bot: Bot, turn: number): Bot {
  const [flow, ...others] = bot.flows;
  if (flow === undefined) throw new Error('a bot has a flow');
  const kind = OF_KINDS[turn % OF_KINDS.length] ?? 'message';
  const at = flow.nodes.findIndex(
    (node, index) => index > (turn * 37) % (flow.nodes.length - 20) && node.kind === kind,
  );
  const node = flow.nodes[at];
  if (node === undefined) throw new Error(`no ${kind} to change`);
  return { ...bot, flows: [{ ...flow, nodes: flow.nodes.with(at, change(node, turn)) }, ...others] };
}

function change(node: BotNode, turn: number): BotNode {
  if (node.kind === 'menu') return { ...node, data: { ...node.data, text: `Что дальше? ${String(turn)}` } };
  if (turn % OF_KINDS.length === 0)
    return { ...node, data: { parts: [{ text: `Здравствуйте, {{name}}! ${String(turn)}` }] } };
  return { ...node, exits: { next: turn % 2 === 0 ? 'start' : 'menu0' } };
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(times: number[]): number {
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}
