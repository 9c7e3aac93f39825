import type { EffectOf } from '../model/effect.ts';
import type { Attachment, Customer, HttpAnswer, TurnEvent } from '../model/event.ts';
import { LIMITS } from '../model/limits.ts';
import type { Place, SessionState } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import { GREETED } from '../runtime/beginning.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { newSession } from '../runtime/newSession.ts';
import { startAt } from '../runtime/startAt.ts';
import { step, type TurnResult } from '../runtime/step.ts';
import { placeKey } from '../runtime/turn.ts';
import type { FakedReply } from './fakedReply.ts';
import { isGood, perform, type FakedWorld, type Told } from './perform.ts';
import type { NewTalkItem, TalkItem } from './talkItem.ts';

export interface Travelled {
  readonly from: Place;
  readonly exit: string;
  readonly to: Place | null;
}

/**
 * A conversation with effects faked and time in the author's hand, over the very `step` that runs live. Immutable: every
 * act gives a new one, so that «step back» is to keep the old.
 */
export interface Conversation extends FakedWorld {
  readonly state: SessionState;
  readonly now: number;
  readonly channel: string;
  readonly customer: Customer;
  readonly items: readonly TalkItem[];
  /** Items made so far: chance hangs on it, so that the same acts draw the same numbers. */
  readonly made: number;
  readonly turns: number;
  /** Nodes in the order they were entered, and the exits taken. */
  readonly visits: readonly Place[];
  readonly travelled: readonly Travelled[];
  readonly timers: ReadonlyMap<string, number>;
  /** Branches that chance takes here, by `flow/node`; the others are drawn. */
  readonly chosen: ReadonlyMap<string, string>;
  /** How it began, for a check made from it. */
  readonly began: ConversationOptions;
}

export interface ConversationOptions {
  readonly at: number;
  readonly channel: string;
  readonly customer?: Customer;
  readonly startAt?: Place;
  readonly variables?: SessionState['variables'];
  readonly refuseStatus?: boolean;
  readonly refusedAt?: ReadonlySet<string>;
  readonly http?: ReadonlyMap<string, FakedReply>;
  readonly realHttp?: boolean;
  /** They have written before: starts that greet only once have done so. */
  readonly returning?: boolean;
  readonly chosen?: ReadonlyMap<string, string>;
}

const LEAD = 'test';

export function startConversation(program: BotProgram, options: ConversationOptions): Conversation {
  const customer = options.customer ?? {};
  const fresh: Conversation = {
    program,
    state: {
      ...newSession(),
      variables: options.variables ?? {},
      choices: {
        ...(options.returning === true ? Object.fromEntries(greetings(program)) : {}),
        ...Object.fromEntries(options.chosen ?? []),
      },
      customer,
      channel: options.channel,
      lead: LEAD,
    },
    now: options.at,
    channel: options.channel,
    customer,
    items: [],
    made: 0,
    turns: 0,
    visits: [],
    travelled: [],
    timers: new Map(),
    refuseStatus: options.refuseStatus ?? false,
    refusedAt: options.refusedAt ?? new Set(),
    http: options.http ?? new Map(),
    realHttp: options.realHttp ?? false,
    chosen: options.chosen ?? new Map(),
    began: options,
  };
  if (options.startAt === undefined) return fresh;
  const event: TurnEvent = { type: 'owner', owner: 'bot', at: options.at, seed: 1 };
  return absorb({ ...fresh, turns: 1 }, startAt(program, fresh.state, options.startAt, event));
}

/** What is kept of a customer who was greeted: `flow/node` of each start that greets once. */
export function greetings({ ordered }: BotProgram): readonly (readonly [string, string])[] {
  const starts = ordered.flatMap((flow) => flow.starts);
  return starts
    .filter(({ kind, data }) => kind?.greetsOnce?.(data) === true)
    .map(({ place }) => [placeKey(place), GREETED]);
}

export function say(talk: Conversation, text: string, attachments: readonly Attachment[] = []): Conversation {
  const heard = push(nextTurn(talk), { from: 'customer', text, attachments });
  return run(heard, {
    type: 'message',
    text,
    attachments: [...attachments],
    channel: talk.channel,
    lead: LEAD,
    customer: talk.customer,
  });
}

export function operatorSays(talk: Conversation, text: string): Conversation {
  return run(push(nextTurn(talk), { from: 'operator', text }), { type: 'managerMessage', text });
}

/** A manager moves the lead. `status`: id in the bot, null = a status the bot does not know. */
export function moveStatus(talk: Conversation, status: string | null): Conversation {
  return run(push(nextTurn(talk), { from: 'system', event: 'status', status, by: 'manager', refused: false }), {
    type: 'status',
    status,
  });
}

/** «Take» and «return to the bot» as pressed in the app. */
export function chooseOwner(talk: Conversation, owner: 'bot' | 'human'): Conversation {
  return run(nextTurn(talk), { type: 'owner', owner });
}

/** Lets time pass; timers that fall due on the way go off in their order. */
export function advanceTime(talk: Conversation, ms: number): Conversation {
  const until = Math.min(talk.now + ms, LIMITS.lastMoment);
  let next = push(nextTurn(talk), { from: 'system', event: 'advanced', ms });
  let left: number = LIMITS.timersPerAdvance;
  for (let due = earliest(next, until); due !== null; due = earliest(next, until)) {
    // A wait of a second in a circle would go off for ever: what it is shows long before.
    left -= 1;
    if (left < 0) {
      next = push(next, { from: 'system', event: 'failure', what: 'loop', place: next.state.wait?.place ?? null });
      break;
    }
    const [timer, at] = due;
    const timers = new Map(next.timers);
    timers.delete(timer);
    next = run({ ...next, now: Math.max(next.now, at), timers }, { type: 'timer', timer });
  }
  return { ...next, now: until };
}

/** What the conversation waits for in the real world, with the request as it is to be made. */
export function askedRequests(talk: Conversation): readonly EffectOf<'http'>[] {
  const asked = new Set(
    talk.items.flatMap((item) =>
      item.from === 'system' && item.event === 'http' && item.real?.state === 'asked' ? [item.real.effect] : [],
    ),
  );
  if (asked.size === 0) return [];
  const traces = talk.items.flatMap((item) => (item.from === 'system' && item.event === 'path' ? item.trace : []));
  return traces.flatMap((entry) =>
    entry.type === 'effect' && entry.effect.type === 'http' && asked.has(entry.effect.id) ? [entry.effect] : [],
  );
}

/** What a real request brought: a reply, or why there is none. The conversation goes on by it. */
export function answerRequest(
  talk: Conversation,
  effect: string,
  got: { readonly reply: HttpAnswer } | { readonly fault: string },
): Conversation {
  const reply = 'reply' in got ? got.reply : null;
  const ok = reply !== null && isGood(reply);
  const real = 'reply' in got ? { state: 'answered' as const, ...got } : { state: 'failed' as const, ...got };
  const isAsked = (item: TalkItem): item is Extract<TalkItem, { event: 'http' }> =>
    item.from === 'system' && item.event === 'http' && item.real?.state === 'asked' && item.real.effect === effect;
  if (!talk.items.some(isAsked)) return talk;
  const items = talk.items.map((item) => (isAsked(item) ? { ...item, ok, status: reply?.status ?? 0, real } : item));
  return run({ ...talk, items }, { type: 'outcome', effect, ok, ...(reply === null ? {} : { reply }) });
}

/** From now on this HTTP node gets this reply. */
export function fakeHttp(talk: Conversation, node: string, reply: FakedReply): Conversation {
  return { ...talk, http: new Map(talk.http).set(node, reply) };
}

/** The branch an A/B test gives this customer from now on. */
export function chooseBranch(talk: Conversation, place: Place, branch: string): Conversation {
  const choices = { ...talk.state.choices, [`${place.flow}/${place.node}`]: branch };
  return { ...talk, state: { ...talk.state, choices } };
}

/** When the next timer falls due, null if none runs. */
export function nextDue(talk: Conversation): number | null {
  const due = earliest(talk, Number.POSITIVE_INFINITY);
  return due === null ? null : due[1];
}

function earliest(talk: Conversation, until: number): readonly [string, number] | null {
  let best: readonly [string, number] | null = null;
  for (const timer of talk.timers) if (timer[1] <= until && (best === null || timer[1] < best[1])) best = timer;
  return best;
}

function nextTurn(talk: Conversation): Conversation {
  return { ...talk, turns: talk.turns + 1 };
}

function push(talk: Conversation, item: NewTalkItem): Conversation {
  return { ...talk, items: [...talk.items, { ...item, turn: talk.turns, at: talk.now }], made: talk.made + 1 };
}

type Timeless<E> = E extends TurnEvent ? Omit<E, 'at' | 'seed'> : never;
function run(talk: Conversation, event: Timeless<TurnEvent>): Conversation {
  const first = talk.made + 1;
  const result = draw(talk, event, first);
  // A branch that is drawn anew each time is taken as it was chosen by drawing until it comes.
  for (let again = 1; again < DRAWS && !asChosen(talk, result); again += 1) {
    const other = draw(talk, event, first + again * 65_537);
    if (asChosen(talk, other)) return absorb(talk, other);
  }
  return absorb(talk, result);
}

const DRAWS = 2_000;

function draw(talk: Conversation, event: Timeless<TurnEvent>, count: number): TurnResult {
  const seed = Math.imul(count, 0x9e3779b1) >>> 0;
  return step(talk.program, talk.state, { ...event, at: talk.now, seed });
}

function asChosen({ chosen }: Conversation, { trace }: TurnResult): boolean {
  if (chosen.size === 0) return true;
  return trace.every(
    (entry) => entry.type !== 'leave' || [undefined, entry.exit].includes(chosen.get(placeKey(entry.place))),
  );
}

/** Takes a turn's result in: shows it, sets the clock's timers, does the effects and tells their outcomes at once. */
function absorb(talk: Conversation, result: TurnResult): Conversation {
  const places = result.trace.flatMap((entry) => (entry.type === 'enter' ? [entry.place] : []));
  const exits = result.trace.flatMap((entry) =>
    entry.type === 'leave' ? [{ from: entry.place, exit: entry.exit, to: entry.to }] : [],
  );
  let next: Conversation = {
    ...talk,
    state: result.state,
    visits: [...talk.visits, ...places],
    travelled: [...talk.travelled, ...exits],
  };
  if (result.trace.length > 0) next = push(next, { from: 'system', event: 'path', places, trace: result.trace });
  const outcomes: Told[] = [];
  for (const entry of result.trace) next = show(next, entry, outcomes);
  for (const outcome of outcomes) next = run(next, { type: 'outcome', ...outcome });
  return next;
}

function show(talk: Conversation, entry: TraceEntry, outcomes: Told[]): Conversation {
  switch (entry.type) {
    case 'effect':
      if (entry.effect.type === 'setTimer')
        return { ...talk, timers: new Map(talk.timers).set(entry.effect.timer, entry.effect.due) };
      if (entry.effect.type === 'cancelTimer') {
        const timers = new Map(talk.timers);
        timers.delete(entry.effect.timer);
        return { ...talk, timers };
      }
      return take(talk, perform(talk, entry.effect, entry.place), outcomes);
    case 'goal':
      return push(talk, { from: 'system', event: 'goal', name: entry.name, value: entry.value ?? null });
    case 'owner':
      return push(talk, { from: 'system', event: 'owner', owner: entry.owner, reason: entry.reason });
    case 'ended':
      return push(talk, { from: 'system', event: 'ended' });
    case 'silent':
      return push(talk, { from: 'system', event: 'silent', reason: entry.reason });
    case 'failure':
      return push(talk, { from: 'system', event: 'failure', what: entry.what, place: entry.place });
    default:
      return talk;
  }
}

function take(
  talk: Conversation,
  { item, told }: { readonly item: NewTalkItem; readonly told: Told | null },
  outcomes: Told[],
): Conversation {
  if (told !== null) outcomes.push(told);
  return push(talk, item);
}
