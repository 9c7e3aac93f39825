import { LIMITS } from '../../model/limits.ts';
import type { Place } from '../../model/state.ts';
import type { TraceEntry } from '../../model/trace.ts';
import { nodeAt, type BotProgram } from '../../runtime/compileBot.ts';
import type { Conversation } from '../conversation.ts';
import type { Act } from './act.ts';

/** One act and what it led to. `state`: stands for all conversations that cannot differ any more. */
export interface Seen {
  readonly from: object | null;
  readonly act: Act;
  readonly before: Conversation;
  readonly after: Conversation;
  readonly state: object;
  readonly path: () => string[];
}

/** Something that happened at a place, with the first (a shortest) conversation that shows it. */
export interface Sight {
  readonly place: Place;
  readonly exit?: string;
  readonly example: readonly string[];
}
export interface Circle {
  readonly places: readonly Place[];
  readonly example: readonly string[];
}

/** What the walk saw, as it went. */
export interface Journal {
  saw(seen: Seen): void;
  /** Conversations that stopped without an «end», and failures of the flow, by place and exit. */
  readonly stops: ReadonlyMap<string, Sight & { readonly what: string }>;
  readonly circles: ReadonlyMap<string, Circle>;
  readonly visits: ReadonlyMap<string, readonly string[]>;
  readonly exits: ReadonlySet<string>;
  /** Exits that were taken, also those that lead nowhere, by `flow/node/exit`. */
  readonly left: ReadonlyMap<string, readonly string[]>;
  /** Waiting places, with whether an answer or time ever led on from there. */
  readonly waits: ReadonlyMap<string, { readonly sight: Sight; left: boolean }>;
  /** From a state to the state after a message that nothing understood. */
  readonly misses: ReadonlyMap<
    object,
    { readonly to: object; readonly place: Place; readonly example: () => string[] }
  >;
  covered(): number;
  connected(): number;
}

const key = ({ flow, node }: Place): string => `${flow}/${node}`;

export function createJournal(program: BotProgram): Journal {
  const stops = new Map<string, Sight & { readonly what: string }>();
  const circles = new Map<string, Circle>();
  const visits = new Map<string, readonly string[]>();
  const exits = new Set<string>();
  const left = new Map<string, readonly string[]>();
  const waits = new Map<string, { readonly sight: Sight; left: boolean }>();
  const misses = new Map<object, { readonly to: object; readonly place: Place; readonly example: () => string[] }>();

  /** A shorter example takes the place of a longer one: the walk is not strictly by length. */
  const shorter = (known: readonly string[] | undefined, path: string[]): readonly string[] =>
    known === undefined || path.length < known.length ? path : known;
  const visit = (place: Place, path: () => string[]): void => {
    if (!visits.has(key(place))) visits.set(key(place), path());
  };

  function stopped(
    place: Place,
    trace: readonly TraceEntry[],
    index: number,
    what: string,
    path: () => string[],
  ): void {
    const last = trace.slice(0, index).findLast((entry) => entry.type === 'leave');
    const exit = last?.type === 'leave' && last.to === null && key(last.place) === key(place) ? last.exit : undefined;
    const name = `${what} ${key(place)} ${exit ?? ''}`;
    const example = shorter(stops.get(name)?.example, path());
    stops.set(name, { place, ...(exit === undefined ? {} : { exit }), example, what });
  }

  function read(trace: readonly TraceEntry[], path: () => string[]): void {
    for (const [index, entry] of trace.entries()) {
      if (entry.type === 'enter') visit(entry.place, path);
      if (entry.type === 'leave') {
        visit(entry.place, path);
        const exit = `${key(entry.place)}/${entry.exit}`;
        if (!left.has(exit)) left.set(exit, path());
        if (entry.to !== null) exits.add(exit);
      }
      if (entry.type === 'ended' && entry.place !== null && nodeAt(program, entry.place)?.kind?.kind !== 'end')
        stopped(entry.place, trace, index, 'end', path);
      if (entry.type === 'failure' && entry.place !== null) {
        if (!isCircle(entry.what, trace.slice(0, index)) || !circled(trace.slice(0, index), path))
          stopped(entry.place, trace, index, entry.what, path);
      }
    }
  }

  function circled(trace: readonly TraceEntry[], path: () => string[]): boolean {
    const entered = trace.flatMap((entry) => (entry.type === 'enter' ? [entry.place] : []));
    const last = entered.at(-1);
    if (last === undefined) return false;
    const before = entered.slice(0, -1).findLastIndex((place) => key(place) === key(last));
    const places = before < 0 ? [last] : entered.slice(before + 1);
    const name = places.map(key).sort().join(' ');
    const example = shorter(circles.get(name)?.example, path());
    circles.set(name, { places, example });
    return true;
  }

  return {
    stops,
    circles,
    visits,
    exits,
    left,
    waits,
    misses,
    saw({ from, act, before, after, state, path }) {
      for (const item of after.items) if (item.from === 'system' && item.event === 'path') read(item.trace, path);
      const at = before.state.wait?.place;
      const to = after.state.wait?.place;
      const moved = at !== undefined && (to === undefined || key(to) !== key(at) || after.state.owner !== 'bot');
      const wait = at === undefined ? undefined : waits.get(key(at));
      if (wait !== undefined && moved && act.byPeople !== true) wait.left = true;
      if (to !== undefined && !waits.has(key(to)))
        waits.set(key(to), { sight: { place: to, example: path() }, left: false });
      const missed = after.items.some(
        (item) =>
          item.from === 'system' && item.event === 'path' && item.trace.some((entry) => entry.type === 'missed'),
      );
      if (from !== null && at !== undefined && act.isMiss === true && missed && !misses.has(from))
        misses.set(from, { to: state, place: at, example: path });
    },
    covered: () => connectedExits(program).filter((exit) => exits.has(exit)).length,
    connected: () => connectedExits(program).length,
  };
}

/** Too many messages in a row are a circle too, if the same block spoke twice. */
function isCircle(what: string, trace: readonly TraceEntry[]): boolean {
  if (what !== 'tooManyMessages') return what === 'loop';
  const entered = trace.flatMap((entry) => (entry.type === 'enter' ? [key(entry.place)] : []));
  return new Set(entered.slice(-LIMITS.messagesPerTurn)).size < Math.min(entered.length, LIMITS.messagesPerTurn);
}

function connectedExits(program: BotProgram): string[] {
  return [...program.flows.values()].flatMap((flow) =>
    [...flow.nodes.values()].flatMap((node) =>
      [...node.exits].filter(([, to]) => flow.nodes.has(to)).map(([exit]) => `${key(node.place)}/${exit}`),
    ),
  );
}
