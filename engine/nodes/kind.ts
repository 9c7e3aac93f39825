import type { z } from 'zod';
import type { TemplatePlace } from '../expression/template.ts';
import type { BotFacts, Hours, Weekday } from '../model/definitions.ts';
import type { EffectOf } from '../model/effect.ts';
import type { Attachment, HttpAnswer, TurnEventOf } from '../model/event.ts';
import type { Offered, Place, SessionState, Wait } from '../model/state.ts';
import type { Rung, TraceEntry } from '../model/trace.ts';
import type { Value } from '../model/value.ts';
import type { CustomerWords } from './customerWords.ts';
import type { Texts } from './ownText.ts';

/** Every kind of node this engine runs. Both registries (engine, renderer) are checked against this list. */
export const KIND_NAMES = [
  'start',
  'command',
  'resume',
  'fallback',
  'message',
  'menu',
  'question',
  'intent',
  'condition',
  'set',
  'split',
  'wait',
  'hours',
  'status',
  'assign',
  'tags',
  'lead',
  'handoff',
  'pause',
  'jump',
  'call',
  'http',
  'goal',
  'end',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

/** Order and colour in the picker and on cards (ux.md, 5.2). */
export type Family = 'start' | 'talk' | 'ask' | 'nlu' | 'logic' | 'crm' | 'operator' | 'system';

/**
 * A way out of a node. `required`: unconnected, the conversation would stop there (E-OUT). `dashed`: the way taken when
 * the normal one fails (other, timeout, failed). `label` is what the author wrote; built-in exits are named by the screen.
 */
export interface ExitSpec {
  readonly id: string;
  readonly required: boolean;
  readonly dashed: boolean;
  readonly label?: string;
  readonly code?: string;
  /** The exit taken instead while this one is not connected; it is required then. */
  readonly spare?: string;
}

/** Where a jump goes. */
export type JumpTarget =
  | { readonly to: 'node'; readonly flow: string | undefined; readonly node: string }
  | { readonly to: 'flow'; readonly flow: string }
  | { readonly to: 'lastMenu' }
  | { readonly to: 'back' };

type Memo = Wait['memo'];

/** Minutes from now; may be a fraction. */
export interface WaitTimer {
  readonly name: string;
  readonly minutes: number;
}

/** What became of an awaited effect. `reply`: what an HTTP request got back, also beside a status that is a failure. */
export interface Outcome {
  readonly ok: boolean;
  readonly reply?: HttpAnswer;
}

/** What a node decides. The runtime carries it out; nodes never touch the state. */
export type Move =
  /** `last`: what follows are the bot's last words here; no menu above takes the conversation back. */
  | { readonly do: 'leave'; readonly exit: string; readonly last?: true }
  /** Waits for the customer. `offered` replaces the options on offer; `timers`: minutes from now by name. */
  | {
      readonly do: 'wait';
      readonly offered?: readonly Offered[];
      readonly memo?: Memo;
      readonly timers?: readonly WaitTimer[];
      /** Nothing was asked: «back» does not come here. */
      readonly aside?: true;
    }
  /** Keeps quiet towards the customer until a timer or `word` ends it. */
  | { readonly do: 'pause'; readonly timers: readonly WaitTimer[]; readonly word?: string }
  /** Waits for what becomes of an effect. */
  | { readonly do: 'await'; readonly effect: string; readonly memo?: Memo }
  | { readonly do: 'jump'; readonly target: JumpTarget }
  /** Goes into a sub-flow; its end comes back and leaves by `done`, or by the exit with the name of that end. */
  | { readonly do: 'call'; readonly flow: string }
  /** The end of the conversation, or of the sub-flow it is in. */
  | { readonly do: 'end'; readonly outcome?: string }
  /** Heard, and not answered: the message changes nothing here. */
  | { readonly do: 'ignore' }
  /** Answered something, and goes on waiting as before. `heard`: any message gets this answer, and none is a miss. */
  | { readonly do: 'stay'; readonly heard?: true }
  /** Hands the lead to people by the nearest hand-off node, or by the operator status alone. */
  | { readonly do: 'callPeople' }
  /** The lead is with a person from now on. */
  | { readonly do: 'handedOver' };

/** A customer's message as a waiting node reads it. */
export type Message = TurnEventOf<'message'>;

/** The rungs on which a waiting node may read an answer (product.md, rule 2). */
export type AnswerRung = Extract<Rung, 'validator' | 'menuCode' | 'caption' | 'flowIntent'>;
export interface Answer {
  readonly move: Move;
  readonly detail?: string;
  readonly by?: string;
  readonly confidence?: number;
}
/** Null = «not mine», the next rung is asked. */
export type ReadAnswer<D> = (data: D, wait: Wait, message: Message, context: NodeContext) => Answer | null;

/** How a phrase was understood: sure of one intent, torn between some, or not at all. */
export type Understood =
  | { readonly kind: 'sure'; readonly intent: string; readonly confidence: number }
  | { readonly kind: 'unsure'; readonly intents: readonly string[] }
  | { readonly kind: 'unknown' };

/** What a node sees and may ask for while it runs. Everything is recorded as effects and trace; nothing happens yet. */
export interface NodeContext {
  readonly facts: BotFacts;
  readonly place: Place;
  /** Epoch ms of the event. */
  readonly at: number;
  readonly state: Readonly<SessionState>;
  readonly words: CustomerWords;
  /** The language this customer is spoken to in: the bot's, unless a variable says another. */
  readonly language: string;
  /** The template for this customer's language and channel. */
  textFor(text: string | undefined, texts: Texts | undefined): string;
  isConnected(exit: string): boolean;
  /** A number in [0, 1), the same for the same event. */
  random(): number;
  /** Substitutes `{{variable}}` and `{{variable|fallback}}`, once. */
  fill(template: string): string;
  /** The same, made safe for the place it is put in: part of an address, inside a JSON string, the value of a header. */
  fillFor(place: TemplatePlace, template: string): string;
  say(text: string, media?: { readonly kind: 'image' | 'file'; readonly url: string }, how?: SaidHow): void;
  /** Value: the id of the effect, to `await`. */
  setStatus(status: string, awaited: boolean): string;
  note(text: string): void;
  /** `among`: `to` is one of these, who take leads in turn. */
  assign(
    to: string,
    options: { readonly awaited: boolean; readonly onlyIfUnassigned?: boolean; readonly among?: string[] },
  ): string;
  tag(add: readonly string[], remove: readonly string[]): string;
  updateLead(fields: LeadFields): string;
  request(request: HttpAsked): string;
  /** Notes that a goal was reached; `once` = not again in this conversation. */
  reach(goal: string, value: number | undefined, once: boolean): void;
  /** The branch kept for this customer at this node. */
  choice(): string | undefined;
  keepChoice(branch: string): void;
  save(variable: string, value: Value): void;
  known(variable: string): Value;
  /** Notes which value was read out of the message, and from which words of it. */
  found(value: FoundValue): void;
  /** A counter of its own per node and name, from 0. */
  nextTurn(name: string): number;
  understand(text: string, among: readonly string[], caution?: 'careful' | 'normal' | 'bold'): Understood;
  /** By the bot's hours (or those given) at the event's time. No hours = always open. */
  isOpen(hours?: Hours): boolean;
  /** Epoch ms; `at` itself while open; null = not in the year to come. */
  nextOpening(hours?: Hours): number | null;
  /** When it closes, epoch ms; null = closed now, or never closes. */
  closesAt(hours?: Hours): number | null;
  /** When people answer, in words for the customer («Пн–Пт 9:00–18:00»); empty without hours. */
  hoursInWords(hours?: Hours): string;
  /** Epoch ms of the next `clock` («09:30») by the bot's clocks, on one of `weekdays` (none = any). */
  nextTimeOfDay(clock: string, weekdays?: readonly Weekday[]): number;
}

export interface SaidHow {
  /** Held back this long after what was said before. */
  readonly delayMs?: number;
  /** Rather never than twice. */
  readonly once?: boolean;
}
export type FoundValue = Omit<Extract<TraceEntry, { type: 'read' }>, 'type' | 'place'>;
export type LeadFields = Omit<EffectOf<'updateLead'>, 'type' | 'id' | 'node' | 'awaited'>;
export type HttpAsked = Omit<EffectOf<'http'>, 'type' | 'id' | 'node' | 'awaited'>;

export type ProblemLevel = 'error' | 'warning' | 'tip';
/** A finding of a kind about its own data. Codes are those of ux.md 5; `facts` fill the sentence of that code. */
export interface LocalProblem {
  readonly code: string;
  readonly level: ProblemLevel;
  readonly exit?: string;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * The contract of a node kind. One folder a kind: `schema.ts` (data), `run.ts` (this object), and a row in the registry;
 * the renderer has the other half (Card, Inspector). Every data field is optional in the schema: a half-filled draft
 * opens, and `problems` says what is missing.
 */
export interface NodeKind<D, K extends KindName = KindName> {
  readonly kind: K;
  readonly family: Family;
  readonly schema: z.ZodType<D>;
  /** Fields whose content is read as it stands: JSON of the author's own, where `null` is a value like any other. */
  readonly verbatim?: readonly string[];
  /** Conversations begin or come back here; no connection leads in. */
  readonly entry: boolean;
  exits(data: D, facts: BotFacts): readonly ExitSpec[];
  /** Data of a freshly added node, in the bot's language. */
  initial(language: string): D;
  enter(data: D, context: NodeContext): Move;
  readonly answers?: Partial<Record<AnswerRung, ReadAnswer<D>>>;
  /** Nothing was understood, for the `count`-th time here. Null = the bot's own way (other exit, fallback). */
  missed?(data: D, wait: Wait, message: Message, context: NodeContext, count: number): Move | null;
  /** The awaited effect was done, or failed for good. */
  settled?(data: D, wait: Wait, outcome: Outcome, context: NodeContext): Move;
  /** A timer of this node fell due. Null = nothing to do, keep waiting. */
  timer?(data: D, wait: Wait, name: string, context: NodeContext): Move | null;
  problems(data: D, facts: BotFacts): readonly LocalProblem[];
  /** What it asks, for a hint that repeats it; without it, its first text. */
  question?(data: D, context: NodeContext): string;
  /** Only menus: what becomes of a branch that ends below it, and the short way to ask again. */
  readonly menu?: {
    after(data: D): 'repeat' | 'short' | 'none';
    askAgain(data: D, context: NodeContext): Move;
    /** Options on offer, each with all it can be called. */
    named(data: D, offered: readonly Offered[], context: NodeContext): (Offered & { synonyms: string[] })[];
  };
  /** Only jumps: where it goes, null = nowhere yet. */
  target?(data: D): JumpTarget | null;
  /** Only commands: the word with which this message calls it, or null. */
  hears?(data: D, message: Message, state: Readonly<SessionState>): string | null;
  /** Only commands: the word to name to a customer who wants to call the bot again; empty if it would not work now. */
  wakes?(data: D, state: Readonly<SessionState>): string;
  /** Only starts: does this message begin a conversation here? `special` = by a word or status of its own, not as any new lead. */
  begins?(data: D, message: Message, state: Readonly<SessionState>): 'special' | 'newLead' | null;
  /** Only starts: hours of silence after which the next message begins here anew; 0 = never, undefined = the bot's setting. */
  restartsAfter?(data: D): number | undefined;
  /** Only starts: are those who were greeted once taken straight to the first question? */
  greetsOnce?(data: D): boolean;
  /** Only the fallback: what is said at a miss, and how often. */
  budget?(data: D): { readonly hint?: string; readonly clarify: boolean; readonly attempts?: number };
  /** Listens from anywhere to what no one else understood: the exits are intents. */
  listens?(data: D): boolean;
  /** Every text with templates in it, for the check of variable names. */
  texts(data: D): readonly string[];
  /** Names of access keys that this node's request carries; the values are the engine's. */
  secrets?(data: D): readonly string[];
  /** Variables this node writes. */
  writes?(data: D): readonly string[];
  /** Variables this node reads otherwise than in `texts`: in conditions, as the value of a field. */
  reads?(data: D, facts?: BotFacts): readonly string[];
  /** Values it tells apart, by variable: the explorer tries answers on both sides of each. */
  compares?(data: D, facts?: BotFacts): readonly { readonly variable: string; readonly value: Value }[];
  /** Its exit hangs on values and time, not on what the customer says next (condition, split, hours). */
  readonly decides?: 'values' | 'chance' | 'time';
  /**
   * Exits that hang on what no try-out can settle (the customer's name, the day, a phrase that is half understood): of
   * them «never taken» is no finding.
   */
  uncertain?(data: D): readonly string[];
  /**
   * Answers a waiting customer may give, one for each way they can be taken; for the explorer. `values`: what later nodes
   * tell apart in the variable this node writes. Options on offer need no sample.
   */
  samples?(data: D, wait: Wait, facts: BotFacts, values: readonly Value[]): readonly Sample[];
  /** Only entries: by what a conversation comes in here; for the explorer. No text = anything the customer writes. */
  entrances?(data: D): readonly Entrance[];
  /** Only requests: further replies worth trying, by the values that later nodes tell apart in each variable. */
  replies?(data: D, values: ReadonlyMap<string, readonly Value[]>): readonly unknown[];
  /** Only requests: the reply that previews and checks get, as the author wrote it; undefined = none. */
  sampleReply?(data: D): unknown;
  /** Only calls: the sub-flow came back, before the node is left. */
  returned?(data: D, context: NodeContext): void;
  /** Only calls: the flow it goes into. */
  calls?(data: D): string | null;
  /** Only ends: the name by which a calling node tells it from other ends. */
  endsAs?(data: D): string | null;
}

/** A way in: what the customer writes, in which status of the lead, by which channel. */
export interface Entrance {
  readonly text?: string;
  readonly status?: string;
  readonly channel?: string;
}

/** An answer to try. `way`: what it stands for («phone», «not a phone»). */
export interface Sample {
  readonly way: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

/**
 * A kind seen from outside, where its data is only known to have passed its own schema. The functions take `unknown`
 * because only the kind itself can tell; hand them nothing but what `schema` returned.
 */
export type AnyKind = NodeKind<unknown>;
