import type { Effect } from '../../model/effect.ts';
import type { TurnEvent } from '../../model/event.ts';
import type { Owner, Place, SessionState } from '../../model/state.ts';
import type { TraceEntry } from '../../model/trace.ts';
import type { BotProgram } from '../../runtime/compileBot.ts';
import { step } from '../../runtime/step.ts';
import { compareDone, didOf, type Did } from './did.ts';
import type { RecordedTurn, TalkRecord } from './record.ts';
import type { DraftDivergence, DraftReport } from './reports.ts';
import { effectKey, likelyReply, recordedWorld, type RecordedWorld } from './recordedWorld.ts';

/** One thing that happened, and what was done because of it: by the record, and by the draft. */
interface Step {
  readonly turn: number;
  readonly event: TurnEvent;
  readonly done: Did[];
  readonly does: Did[];
  wasOwner: Owner | null;
  isOwner: Owner | null;
}

/**
 * Plays what people and time did in a record against another bot. Awaited effects of the draft end as they did in the
 * record at the node of the same id (the same server's reply included), and well where the record knows none; timers ring
 * when the draft set them. Goes on after a divergence with what the draft made of it.
 */
export function replayOn(record: TalkRecord, draft: BotProgram): DraftReport {
  const first = record.turns.findIndex(({ before }) => before !== undefined);
  const begun = record.turns[first]?.before;
  if (begun === undefined) return { steps: 0, same: 0, skipped: record.turns.length, divergences: [] };
  const steps = play(record, first, begun, draft);
  const found = steps.map(differencesOf);
  const same = found.filter((differences) => differences.length === 0).length;
  return { steps: steps.length, same, skipped: first, divergences: found.flat() };
}

function differencesOf({ turn, event, done, does, wasOwner, isOwner }: Step): DraftDivergence[] {
  const place = { turn, at: event.at, event };
  const found = compareDone(done, does).map((difference) => ({ ...place, what: 'did' as const, ...difference }));
  const moved = wasOwner !== null && isOwner !== null && wasOwner !== isOwner;
  return moved ? [...found, { ...place, what: 'owner', expected: wasOwner, got: isOwner }] : found;
}

/** The draft's side while it plays. */
interface Play {
  readonly draft: BotProgram;
  readonly world: RecordedWorld;
  state: SessionState;
  readonly timers: Map<string, number>;
  /** Outcomes on their way: the turn of the record with which each comes. */
  readonly pending: { readonly came: number; readonly effect: string; readonly event: TurnEvent }[];
  readonly made: Map<string, number>;
}

function play(record: TalkRecord, first: number, begun: SessionState, draft: BotProgram): Step[] {
  const side: Play = {
    draft,
    world: recordedWorld(record),
    state: begun,
    timers: new Map(),
    pending: [],
    made: new Map(),
  };
  const steps: Step[] = [];
  let wasOwner: Owner = begun.owner;
  for (const [turn, recorded] of record.turns.entries()) {
    if (turn < first) continue;
    const { event, at } = recorded;
    ringOwn(side, steps, turn, at);
    const follows = event.type === 'outcome' ? steps.at(-1) : undefined;
    const now = follows ?? newStep(turn, event);
    if (follows === undefined) steps.push(now);
    now.done.push(...recorded.effects.flatMap((effect) => didOf(effect) ?? []));
    wasOwner = ownerAfter(recorded, wasOwner);
    happen(side, now, turn, recorded);
    now.wasOwner = wasOwner;
    now.isOwner = side.state.owner;
  }
  return steps;
}

function newStep(turn: number, event: TurnEvent): Step {
  return { turn, event, done: [], does: [], wasOwner: null, isOwner: null };
}

function ownerAfter({ entries, after }: RecordedTurn, owner: Owner): Owner {
  return after?.owner ?? entries.findLast((entry) => entry.type === 'owner')?.owner ?? owner;
}

/** What this turn of the record means for the draft. */
function happen(side: Play, now: Step, turn: number, { event, after }: RecordedTurn): void {
  if (event.type === 'outcome') {
    for (const due of side.pending.splice(0)) {
      if (due.came <= turn) run(side, now, turn, due.event);
      else side.pending.push(due);
    }
    // Made before the record begins.
    const awaited =
      side.state.wait?.effect === event.effect && side.pending.every((due) => due.effect !== event.effect);
    if (awaited) run(side, now, turn, event);
    return;
  }
  if (event.type === 'timer') {
    const due = side.timers.get(event.timer);
    if (due === undefined ? side.world.sets(event.timer) : side.world.rang(event.timer, due) !== turn) return;
    side.timers.delete(event.timer);
    return run(side, now, turn, event);
  }
  run(side, now, turn, after === undefined ? event : { type: 'owner', owner: 'human', at: event.at, seed: event.seed });
}

/** The draft's own timers up to `until`; those that rang in the record ring with it. */
function ringOwn(side: Play, steps: Step[], turn: number, until: number): void {
  for (;;) {
    const [next] = [...side.timers]
      .filter(([timer, due]) => due <= until && (side.world.rang(timer, due) ?? -1) < turn)
      .sort((a, b) => a[1] - b[1]);
    if (next === undefined) return;
    const [timer, at] = next;
    side.timers.delete(timer);
    const event: TurnEvent = { type: 'timer', timer, at, seed: at >>> 0 };
    const now = newStep(turn - 1, event);
    const owner = steps.at(-1)?.wasOwner ?? null;
    run(side, now, turn - 1, event);
    // A timer that nobody hears is no step.
    if (now.does.length > 0) steps.push({ ...now, wasOwner: owner, isOwner: side.state.owner });
  }
}

/** One event through the draft, with whatever follows at once. */
function run(side: Play, now: Step, turn: number, event: TurnEvent): void {
  const result = step(side.draft, side.state, event);
  side.state = result.state;
  now.does.push(...result.effects.flatMap((effect) => didOf(effect) ?? []));
  const told = result.effects.flatMap((effect) => settle(side, turn, effect, placeOf(result.trace, effect), event));
  for (const outcome of told) run(side, now, turn, outcome);
}

function placeOf(trace: readonly TraceEntry[], effect: Effect): Place | null {
  const made = trace.find((entry) => entry.type === 'effect' && entry.effect === effect);
  return made?.type === 'effect' ? made.place : null;
}

/** Sets timers, and finds out what becomes of an awaited effect: now, or with a later turn of the record. */
function settle(side: Play, turn: number, effect: Effect, place: Place | null, { at, seed }: TurnEvent): TurnEvent[] {
  if (effect.type === 'setTimer') side.timers.set(effect.timer, effect.due);
  if (effect.type === 'cancelTimer') side.timers.delete(effect.timer);
  const key = effectKey(effect);
  if (key === null || !('id' in effect)) return [];
  const nth = side.made.get(key) ?? 0;
  side.made.set(key, nth + 1);
  const known = side.world.outcomeOf(key, nth);
  const reply = known?.outcome === undefined && effect.type === 'http' ? likelyReply(side.draft, place) : undefined;
  const outcome: TurnEvent =
    known?.outcome === undefined
      ? {
          type: 'outcome',
          effect: effect.id,
          ok: reply === undefined || (reply.status >= 200 && reply.status < 300),
          ...(reply === undefined || reply.status === 0 ? {} : { reply }),
          at,
          seed,
        }
      : { ...known.outcome, effect: effect.id, at, seed };
  // Made as early in the record and not answered yet there: what comes in between finds the bot busy, as it did then.
  if (known?.came === undefined || known.made > turn || known.came <= turn) return [outcome];
  side.pending.push({
    came: known.came,
    effect: effect.id,
    event: { ...outcome, at: known.outcome?.at ?? at, seed: known.outcome?.seed ?? seed },
  });
  return [];
}
