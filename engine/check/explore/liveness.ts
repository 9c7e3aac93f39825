import type { BotFacts } from '../../model/definitions.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import { allNodes } from './values.ts';
import { fromAnywhere, keyOf, waysOn } from './ways.ts';

/**
 * Which variables can still decide something once a conversation waits at a node: those that some way from there reads
 * before it writes them anew. What is known of the others makes no difference, and need not be told apart.
 */
export function liveVariables(
  program: BotProgram,
  watched: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const nodes = allNodes(program).filter((node) => node.kind !== null);
  const places = new Map(nodes.map((node) => [keyOf(node.place), node]));
  const before = new Map<string, string[]>();
  const ways = waysOn(program, nodes, fromAnywhere);
  for (const [from, targets] of ways) for (const to of targets) before.set(to, [...(before.get(to) ?? []), from]);
  const live = new Map<string, Set<string>>();
  // Backwards from each reader, once a variable: it stays live until a node that is sure to write it.
  for (const variable of watched) {
    const queue = nodes.filter((node) => reads(node, variable, program.facts)).map((node) => keyOf(node.place));
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const known = live.get(at) ?? new Set<string>();
      if (known.has(variable)) continue;
      live.set(at, known.add(variable));
      for (const from of before.get(at) ?? []) {
        const node = places.get(from);
        if (node === undefined || !writesOnTheWay(node, at, variable)) queue.push(from);
      }
    }
  }
  return live;
}

function reads({ kind, data }: ProgramNode, variable: string, facts: BotFacts): boolean {
  const decides = kind?.decides !== undefined && kind.reads?.(data, facts).includes(variable) === true;
  // A question that is skipped once its answer is known reads it too.
  return decides || (skips(data) && kind?.writes?.(data).includes(variable) === true);
}

function writesOnTheWay({ kind, data, exits, place }: ProgramNode, to: string, variable: string): boolean {
  if (kind?.writes?.(data).includes(variable) !== true || isOptional(data)) return false;
  const by = [...exits].filter(([, target]) => keyOf({ flow: place.flow, node: target }) === to).map(([exit]) => exit);
  return by.length > 0 && by.every((exit) => SURE.has(exit) && (exit !== 'next' || kind.kind === 'set'));
}

/** Exits that are only taken once the value is there. */
const SURE = new Set(['answered', 'ok', 'next']);
const isOptional = (data: unknown): boolean => (data as { readonly optional?: unknown }).optional === true;
const skips = (data: unknown): boolean => (data as { readonly skipIfKnown?: unknown }).skipIfKnown === true;
