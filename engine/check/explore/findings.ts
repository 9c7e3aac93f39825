import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import { nodeAt } from '../../runtime/compileBot.ts';
import type { Journal } from './journal.ts';
import { unwrittenReads } from './unwrittenReads.ts';
import { allNodes } from './values.ts';
import { after, keyOf, waysOn } from './ways.ts';

/** A finding of the walk. `example`: lines for `simulate` that show it (none where nothing can lead there). */
export interface Finding {
  readonly code: 'X-END' | 'X-FAIL' | 'X-STUCK' | 'X-LOOP' | 'X-REACH' | 'X-EXIT' | 'X-READ' | 'X-MISS';
  readonly flow: string;
  readonly node: string;
  readonly exit?: string;
  readonly variable?: string;
  /** What failed (X-FAIL). */
  readonly what?: string;
  /** The blocks of a circle, in order. */
  readonly cycle?: readonly string[];
  readonly example: readonly string[];
}

export interface Exploration {
  /** Where the conversation stops without an end, fails, or can never go on. */
  readonly deadEnds: readonly Finding[];
  /** Circles without a wait. */
  readonly loops: readonly Finding[];
  readonly unreachable: readonly Finding[];
  /** Exits that no answer takes. */
  readonly deadExits: readonly Finding[];
  /** Variables that are read before anything can have written them. */
  readonly unwritten: readonly Finding[];
  /** Where a customer who is not understood is asked for ever, and never offered a person. */
  readonly endlessMisses: readonly Finding[];
}

export function findings(program: BotProgram, journal: Journal, truncated: boolean): Exploration {
  const nodes = allNodes(program).filter((node) => !node.disabled);
  return {
    deadEnds: [...stops(journal), ...stuck(program, journal)],
    loops: [...journal.circles.values()].map(({ places, example }) => ({
      code: 'X-LOOP',
      flow: places[0]?.flow ?? '',
      node: places[0]?.node ?? '',
      cycle: places.map((place) => place.node),
      example,
    })),
    unreachable: lost(program, nodes, journal, truncated).map((node) => unreached(node, program, journal)),
    deadExits: truncated ? [] : nodes.flatMap((node) => untaken(node, journal)),
    unwritten: unwrittenReads(program).flatMap(({ place, variable }) => {
      const example = journal.visits.get(keyOf(place));
      return example === undefined ? [] : [{ code: 'X-READ' as const, ...place, variable, example }];
    }),
    endlessMisses: endless(journal),
  };
}

function stops(journal: Journal): Finding[] {
  return [...journal.stops.values()].map(({ place, exit, example, what }) => ({
    code: what === 'end' ? 'X-END' : 'X-FAIL',
    ...place,
    ...(exit === undefined ? {} : { exit }),
    ...(what === 'end' ? {} : { what }),
    example,
  }));
}

/** A wait that neither an answer nor time ever leaves. */
function stuck(program: BotProgram, journal: Journal): Finding[] {
  return [...journal.waits.values()].flatMap(({ sight, left }) =>
    left || nodeAt(program, sight.place)?.kind?.menu !== undefined
      ? []
      : [{ code: 'X-STUCK' as const, ...sight.place, example: sight.example }],
  );
}

function isSeen({ place, kind }: ProgramNode, journal: Journal): boolean {
  // «Not understood» is not gone to: it speaks wherever nothing was understood.
  return journal.visits.has(keyOf(place)) || kind?.kind === 'fallback';
}

/**
 * Blocks that no conversation came to. What a walk that was cut short has not seen may still be there, and so may what lies
 * behind an exit that no try-out can decide: of those only blocks that no line leads to at all.
 */
function lost(
  program: BotProgram,
  nodes: readonly ProgramNode[],
  journal: Journal,
  truncated: boolean,
): readonly ProgramNode[] {
  const ways = waysOn(program, nodes);
  const targets = new Set([...ways.values()].flat());
  const isEntry = ({ place, kind, data }: ProgramNode): boolean =>
    kind === null ||
    kind.entry ||
    kind.kind === 'handoff' ||
    (kind.listens?.(data) === true && !targets.has(keyOf(place)));
  const begun = truncated
    ? nodes.filter(isEntry).map((node) => keyOf(node.place))
    : nodes.filter((node) => isSeen(node, journal) || node.kind?.entry === true).flatMap(undecided);
  const maybe = new Set([...begun, ...after(begun, ways)]);
  return nodes.filter((node) => !isSeen(node, journal) && !maybe.has(keyOf(node.place)));
}

/** Where the exits lead of which no try-out can say whether they are taken; an entry may be come in by itself then. */
function undecided(node: ProgramNode): string[] {
  const exits = uncertainExits(node);
  const targets = exits.flatMap((exit) => node.exits.get(exit) ?? []);
  const itself = node.kind?.entry === true && exits.length > 0 ? [keyOf(node.place)] : [];
  return [...itself, ...targets.map((target) => keyOf({ flow: node.place.flow, node: target }))];
}

const uncertainExits = ({ kind, data }: ProgramNode): readonly string[] => kind?.uncertain?.(data) ?? [];

/** Nothing shows a block that cannot be reached; the way to the nearest block that leads to it shows where it breaks off. */
function unreached(node: ProgramNode, program: BotProgram, journal: Journal): Finding {
  const leading = [...(program.flows.get(node.place.flow)?.nodes.values() ?? [])].filter((other) =>
    [...other.exits.values()].includes(node.place.node),
  );
  const examples = leading.flatMap((other) => journal.visits.get(keyOf(other.place)) ?? []).length;
  const nearest = leading
    .map((other) => journal.visits.get(keyOf(other.place)))
    .filter((path) => path !== undefined)
    .sort((a, b) => a.length - b.length)[0];
  return { code: 'X-REACH', ...node.place, example: examples === 0 ? [] : (nearest ?? []) };
}

function untaken(node: ProgramNode, journal: Journal): Finding[] {
  const example = journal.visits.get(keyOf(node.place));
  if (example === undefined || node.kind?.kind === 'fallback') return [];
  const undecidable = uncertainExits(node);
  return [...node.exits.keys()].flatMap((exit) =>
    undecidable.includes(exit) || journal.exits.has(`${keyOf(node.place)}/${exit}`)
      ? []
      : [{ code: 'X-EXIT' as const, ...node.place, exit, example }],
  );
}

/** Follows what becomes of one message after the other that nothing understands: a circle is asked for ever. */
function endless(journal: Journal): Finding[] {
  const found = new Map<string, Finding>();
  const done = new Set<object>();
  for (const begin of journal.misses.keys()) {
    const trail = new Map<object, number>();
    const states: object[] = [];
    let at: object | undefined = begin;
    while (at !== undefined && !done.has(at) && !trail.has(at)) {
      trail.set(at, states.length);
      states.push(at);
      at = journal.misses.get(at)?.to;
    }
    const from = at === undefined ? undefined : trail.get(at);
    for (const state of states) done.add(state);
    if (from === undefined) continue;
    for (const state of states.slice(from)) {
      const miss = journal.misses.get(state);
      if (miss === undefined || found.has(keyOf(miss.place))) continue;
      found.set(keyOf(miss.place), { code: 'X-MISS', ...miss.place, example: miss.example() });
    }
  }
  return [...found.values()];
}
