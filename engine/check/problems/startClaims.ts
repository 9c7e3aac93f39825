import { mainFlow } from '../../flow/graph.ts';
import type { BotGraph } from './graph.ts';
import { dataOf } from './nodeView.ts';

/** An occasion to begin that another start, asked before this one, takes. `by`: the index of its flow. */
interface LostClaim {
  readonly what: 'newLead' | 'status' | 'word';
  readonly name: string;
  readonly by: number;
}
export interface Claims {
  readonly lost: readonly LostClaim[];
  /** Nothing of what it waits for comes to it: it only begins when another block leads here. */
  readonly isIdle: boolean;
}

interface Wish {
  readonly flow: number;
  readonly newLead: boolean;
  readonly statuses: readonly string[];
  readonly words: readonly string[];
  /** None = all. */
  readonly sources: readonly string[];
}

/** What each start waits for and what of it another has, by its index; asked in the order of the engine: the main flow first. */
export function claimsOf(graph: BotGraph): ReadonlyMap<number, Claims> {
  const main = graph.bot.flows.indexOf(mainFlow(graph.bot));
  const order = [main, ...[...graph.starts.keys()].filter((flow) => flow !== main)];
  const claims = new Map<number, Claims>();
  const before: Wish[] = [];
  for (const flow of order) {
    const at = graph.starts[flow] ?? -1;
    const wish = at < 0 ? null : wishOf(graph, at, flow);
    if (wish === null) continue;
    claims.set(at, compare(wish, before));
    before.push(wish);
  }
  return claims;
}

function wishOf(graph: BotGraph, at: number, flow: number): Wish | null {
  const seen = graph.nodes[at]?.seen;
  const data = seen === undefined ? null : dataOf(seen, 'start');
  if (data === null) return null;
  const statuses = data.when?.statuses ?? [];
  const words = (data.when?.words ?? []).map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  const newLead = data.when?.newLead ?? (statuses.length === 0 && words.length === 0);
  return { flow, newLead, statuses, words, sources: data.sources ?? [] };
}

function compare(wish: Wish, before: readonly Wish[]): Claims {
  const lost: LostClaim[] = [];
  let isIdle = true;
  const ask = (what: LostClaim['what'], name: string, takes: (other: Wish) => boolean): void => {
    const others = before.filter(takes);
    const whole = others.find((other) => hasAll(other, wish));
    const part = others.find((other) => sharedSource(other, wish) !== undefined);
    if (whole === undefined) isIdle = false;
    if (whole !== undefined) lost.push({ what, name, by: whole.flow });
    else if (part !== undefined) lost.push({ what, name: name || (sharedSource(part, wish) ?? ''), by: part.flow });
  };
  if (wish.newLead) ask('newLead', '', (other) => other.newLead);
  for (const status of wish.statuses) ask('status', status, (other) => other.statuses.includes(status));
  for (const word of wish.words) ask('word', word, (other) => other.words.includes(word));
  return { lost, isIdle };
}

/** «All the other channels» beside a flow for some of them is no quarrel. */
function hasAll(other: Wish, wish: Wish): boolean {
  if (other.sources.length === 0) return true;
  return wish.sources.length > 0 && wish.sources.every((source) => other.sources.includes(source));
}

function sharedSource(other: Wish, wish: Wish): string | undefined {
  return wish.sources.find((source) => other.sources.includes(source));
}
