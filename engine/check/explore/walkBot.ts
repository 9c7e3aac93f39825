import type { BotProgram } from '../../runtime/compileBot.ts';
import { checkStart } from '../checkStart.ts';
import { startConversation, type Conversation } from '../conversation.ts';
import type { Act } from './act.ts';
import { createActs } from './acts.ts';
import { createAllowance } from './allowance.ts';
import { beginnings } from './beginnings.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLens } from './lens.ts';
import { variantsOf } from './variants.ts';

export interface WalkOptions {
  /** States to look at, at most. Without it a figure that grows with the bot. */
  readonly maxStates?: number;
}

/** `isCut`: the bound was met; what was not seen may still be there. */
export interface Walk {
  readonly journal: Journal;
  readonly states: number;
  readonly isCut: boolean;
}

/** A conversation that was reached, and how. */
interface State {
  readonly talk: Conversation;
  readonly from: State | null;
  readonly lines: readonly string[];
}

/** States a node may be worth on average before the walk is cut short, and the least and the most for any bot. */
const PER_NODE = 24;
const LEAST = 3_000;
const MOST = 60_000;
/** Ways of answering of one act (refusals, replies, branches), so that a row of A/B tests stays within bounds. */
const VARIANTS = 48;

/**
 * Walks a bot's conversations over the very `step` that runs live: from every beginning, at each wait one act a class of
 * answer (each option, each kind of value, something else, no answer, people), states that cannot differ any more merged.
 * Breadth first, so that the first conversation to show something is a shortest one.
 */
export function walkBot(program: BotProgram, options: WalkOptions = {}): Walk {
  const lens = createLens(program);
  const allowance = createAllowance();
  const actsAt = createActs(program, lens, allowance);
  const journal = createJournal(program);
  const nodes = [...program.flows.values()].reduce((sum, flow) => sum + flow.nodes.size, 0);
  const limit = options.maxStates ?? Math.min(MOST, Math.max(LEAST, nodes * PER_NODE));
  const seen = new Map<string, State>();
  const places = new Set<string>();
  // Places never seen before go first: what is only known otherwise must not keep the walk from the rest of the bot.
  const fresh: State[] = [];
  const known: State[] = [];
  const walk = { isCut: false };

  const reach = (from: State | null, act: Act, before: Conversation): void => {
    const tried = new Set<string>();
    const waiting = [act];
    for (let next = waiting.shift(); next !== undefined && tried.size < VARIANTS; next = waiting.shift()) {
      const key = next.lines.join('\n');
      if (tried.has(key)) continue;
      tried.add(key);
      const after = next.run(before);
      waiting.push(...variantsOf(next, after, lens.compared, allowance));
      keep(from, next, before, after);
    }
  };

  const keep = (from: State | null, act: Act, before: Conversation, after: Conversation): void => {
    const place = `${lens.place(after)}|${lens.clock(after)}`;
    const key = `${place}|${lens.knowledge(after)}`;
    const state = seen.get(key) ?? { talk: trimmed(after), from, lines: act.lines };
    journal.saw({ from, act, before, after, state, path: () => pathTo(from, act.lines) });
    if (seen.has(key)) return;
    if (seen.size >= limit) {
      walk.isCut = true;
      return;
    }
    seen.set(key, state);
    (places.has(place) ? known : fresh).push(state);
    places.add(place);
  };

  const begin = trimmed(startConversation(program, { at: checkStart(program.facts.timeZone), channel: 'test' }));
  for (const { act, talk } of beginnings(begin, lens)) reach(null, act, talk);
  let head = { fresh: 0, known: 0 };
  while (!walk.isCut) {
    const next = fresh[head.fresh] ?? known[head.known];
    if (next === undefined) break;
    head = next === fresh[head.fresh] ? { ...head, fresh: head.fresh + 1 } : { ...head, known: head.known + 1 };
    for (const act of actsAt(next.talk)) reach(next, act, next.talk);
  }
  return { journal, states: seen.size, isCut: walk.isCut };
}

/** What was said before makes no difference, and would be copied with every act. */
function trimmed(talk: Conversation): Conversation {
  return { ...talk, items: [], visits: [], travelled: [] };
}

function pathTo(from: State | null, lines: readonly string[]): string[] {
  const parts: (readonly string[])[] = [lines];
  for (let at = from; at !== null; at = at.from) parts.push(at.lines);
  return parts.reverse().flat();
}
