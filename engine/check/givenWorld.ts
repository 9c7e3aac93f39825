import type { Place } from '../model/state.ts';
import { valueSchema, type Value } from '../model/value.ts';
import { GREETED } from '../runtime/beginning.ts';
import type { BotProgram, ProgramNode } from '../runtime/compileBot.ts';
import { placeKey } from '../runtime/turn.ts';
import { chooseBranch, fakeHttp, type Conversation } from './conversation.ts';
import { readFakedReply } from './fakedReply.ts';

/** Why something cannot be given: no such node, a node that does no such thing, no such branch. */
export interface CannotGive {
  readonly cannot: 'noNode' | 'noRequest' | 'noChance' | 'noBranch';
  /** What was named. */
  readonly named: string;
}

/** From now on this node's requests get this reply, written as authors write it (`readFakedReply`). */
export function giveReply(talk: Conversation, node: string, reply: unknown): Conversation | CannotGive {
  const found = nodesNamed(talk.program, node);
  if (found.length === 0) return { cannot: 'noNode', named: node };
  if (!found.some(({ kind }) => kind?.kind === 'http')) return { cannot: 'noRequest', named: node };
  const faked = readFakedReply(reply);
  return found.reduce((given, { place }) => fakeHttp(given, place.node, faked), talk);
}

/** From now on chance takes this branch at this node. `branch`: id or label; «greeted» at a start = they know us already. */
export function giveBranch(talk: Conversation, node: string, branch: string): Conversation | CannotGive {
  const found = nodesNamed(talk.program, node);
  if (found.length === 0) return { cannot: 'noNode', named: node };
  if (branch === GREETED && found.some(({ kind, data }) => kind?.greetsOnce?.(data) === true))
    return found.reduce((given, { place }) => chooseBranch(given, place, GREETED), talk);
  const drawing = found.filter(({ kind }) => kind?.decides === 'chance');
  if (drawing.length === 0) return { cannot: 'noChance', named: node };
  const chosen = drawing.flatMap((one) => {
    const exit = exitNamed(talk.program, one, branch);
    return exit === undefined ? [] : [{ place: one.place, exit }];
  });
  if (chosen.length === 0) return { cannot: 'noBranch', named: branch };
  return chosen.reduce((given, { place, exit }) => choose(given, place, exit), talk);
}

function choose(talk: Conversation, place: Place, exit: string): Conversation {
  return { ...chooseBranch(talk, place, exit), chosen: new Map(talk.chosen).set(placeKey(place), exit) };
}

/** From now on the CRM refuses everything, nothing, or what these nodes ask for and nothing else. */
export function giveRefusal(talk: Conversation, refused: boolean | readonly string[]): Conversation | CannotGive {
  if (typeof refused === 'boolean') return { ...talk, refuseStatus: refused, refusedAt: new Set() };
  const found = refused.map((named) => ({ named, nodes: nodesNamed(talk.program, named) }));
  const unknown = found.find(({ nodes }) => nodes.length === 0);
  if (unknown !== undefined) return { cannot: 'noNode', named: unknown.named };
  const places = found.flatMap(({ nodes }) => nodes.map(({ place }) => placeKey(place)));
  return { ...talk, refuseStatus: false, refusedAt: new Set(places) };
}

/** What is known of the customer from here on. What is no value at all is «not known». */
export function giveValues(talk: Conversation, values: Readonly<Record<string, unknown>>): Conversation {
  const read = Object.entries(values).map(([name, value]): [string, Value] => [
    name,
    valueSchema.catch(null).parse(value),
  ]);
  const variables = { ...talk.state.variables, ...Object.fromEntries(read) };
  return { ...talk, state: { ...talk.state, variables } };
}

/** By its id in any flow, or by `flow/node` where two flows have the same. */
function nodesNamed(program: BotProgram, named: string): ProgramNode[] {
  const nodes = program.ordered.flatMap((flow) => [...flow.nodes.values()]);
  const byId = nodes.filter(({ place }) => place.node === named);
  return byId.length > 0 ? byId : nodes.filter(({ place }) => placeKey(place) === named);
}

function exitNamed(program: BotProgram, { kind, data }: ProgramNode, named: string): string | undefined {
  const exits = kind?.exits(data, program.facts) ?? [];
  const same = (label: string | undefined): boolean => label?.trim().toLowerCase() === named.trim().toLowerCase();
  return (exits.find(({ id }) => id === named) ?? exits.find(({ label }) => same(label)))?.id;
}
