import { fillTemplate, type TemplatePlace } from '../expression/template.ts';
import type { BotFacts, Hours, Weekday } from '../model/definitions.ts';
import type { EffectOf, OutwardEffect } from '../model/effect.ts';
import { closesAt, hoursInWords, isOpenAt, nextOpening, nextTimeOfDay } from '../model/hours.ts';
import { LIMITS } from '../model/limits.ts';
import type { Place, SessionState } from '../model/state.ts';
import type { Value } from '../model/value.ts';
import { decide, THRESHOLDS } from '../nlu/decide.ts';
import { isBareNumber } from '../nlu/keywords.ts';
import { understand } from '../nlu/understand.ts';
import type { CustomerWords } from '../nodes/customerWords.ts';
import type { FoundValue, HttpAsked, LeadFields, NodeContext, SaidHow, Understood } from '../nodes/kind.ts';
import { ownText, type Texts } from '../nodes/ownText.ts';
import type { BotProgram, ProgramNode } from './compileBot.ts';
import { languageOf, wordsOf } from './languageOf.ts';
import { lookUp } from './lookUp.ts';
import { emit, nextId, note, placeKey, type Turn } from './turn.ts';

/** What a node sees of its turn. */
export function nodeContext(turn: Turn, node: ProgramNode): NodeContext {
  return new TurnContext(turn, node);
}

/**
 * Lives for one visit of a node. A class, because a turn makes several and uses a few methods of each. Its constructor
 * makes no functions: with one, V8 took the whole turn for long-lived and moved it to the old generation, which cost as
 * much again as the turn.
 */
class TurnContext implements NodeContext {
  readonly place: Place;
  readonly at: number;
  readonly state: SessionState;
  readonly facts: BotFacts;
  readonly #turn: Turn;
  readonly #node: ProgramNode;

  constructor(turn: Turn, node: ProgramNode) {
    this.#turn = turn;
    this.#node = node;
    this.place = node.place;
    this.at = turn.at;
    this.state = turn.state;
    this.facts = turn.program.facts;
  }

  get language(): string {
    return languageOf(this.#turn);
  }

  get words(): CustomerWords {
    return wordsOf(this.#turn);
  }

  textFor(text: string | undefined, texts: Texts | undefined): string {
    if (texts === undefined) return text ?? '';
    return ownText(text, texts, { channel: this.state.channel, language: this.language, main: this.facts.language });
  }

  isConnected(exit: string): boolean {
    return this.#node.exits.has(exit);
  }

  random(): number {
    return draw(this.#turn);
  }

  fill(template: string): string {
    return this.fillFor('plain', template);
  }

  fillFor(where: TemplatePlace, template: string): string {
    return fillTemplate(template, (name) => this.known(name), where);
  }

  known(name: string): Value {
    return lookUp(this.#turn, name);
  }

  say(text: string, media?: EffectOf<'send'>['media'], how?: SaidHow): void {
    if (text === '' && media === undefined) return;
    this.#turn.messages += 1;
    if (this.#turn.messages > LIMITS.messagesPerTurn) return;
    const effect: EffectOf<'send'> = { type: 'send', id: nextId(this.#turn), node: this.place.node, text };
    if (media !== undefined) effect.media = media;
    if (how?.delayMs !== undefined && how.delayMs > 0) effect.delayMs = how.delayMs;
    if (how?.once === true) effect.once = true;
    emit(this.#turn, this.place, effect);
  }

  setStatus(status: string, awaited: boolean): string {
    const id = this.#emit({ type: 'setStatus', status, awaited });
    if (!awaited) this.state.status = status;
    return id;
  }

  note(text: string): void {
    this.#emit({ type: 'note', text });
  }

  assign(to: string, options: Parameters<NodeContext['assign']>[1]): string {
    return this.#emit({ type: 'assign', to, ...options });
  }

  tag(add: readonly string[], remove: readonly string[]): string {
    return this.#emit({ type: 'tags', add: [...add], remove: [...remove], awaited: true });
  }

  updateLead(fields: LeadFields): string {
    return this.#emit({ type: 'updateLead', ...fields, awaited: true });
  }

  request(asked: HttpAsked): string {
    return this.#emit({ type: 'http', ...asked, awaited: true });
  }

  reach(goal: string, value: number | undefined, once: boolean): void {
    if (once && this.state.goals.includes(goal)) return;
    this.state.goals = [...new Set([...this.state.goals, goal])];
    note(this.#turn, {
      type: 'goal',
      place: this.place,
      name: goal,
      ...(value === undefined ? {} : { value }),
    });
  }

  choice(): string | undefined {
    return this.state.choices[placeKey(this.place)];
  }

  keepChoice(branch: string): void {
    this.state.choices = { ...this.state.choices, [placeKey(this.place)]: branch };
  }

  save(variable: string, value: Value): void {
    this.state.variables = {
      ...this.state.variables,
      [variable]: typeof value === 'string' ? value.slice(0, LIMITS.valueCharacters) : value,
    };
    note(this.#turn, { type: 'saved', place: this.place, variable });
  }

  found(value: FoundValue): void {
    note(this.#turn, { type: 'read', place: this.place, ...value });
  }

  nextTurn(name: string): number {
    const key = `${placeKey(this.place)}#${name}`;
    const count = this.state.turns[key] ?? 0;
    this.state.turns = { ...this.state.turns, [key]: count + 1 };
    return count;
  }

  understand(text: string, among: readonly string[], caution?: keyof typeof THRESHOLDS): Understood {
    return understood(this.#turn.program, text, among, caution);
  }

  isOpen(hours: Hours | undefined = this.facts.hours): boolean {
    return isOpenAt(hours, this.at, this.facts.timeZone);
  }

  nextOpening(hours: Hours | undefined = this.facts.hours): number | null {
    return nextOpening(hours, this.at, this.facts.timeZone);
  }

  closesAt(hours: Hours | undefined = this.facts.hours): number | null {
    return closesAt(hours, this.at, this.facts.timeZone);
  }

  hoursInWords(hours: Hours | undefined = this.facts.hours): string {
    return hoursInWords(hours, this.words.days);
  }

  nextTimeOfDay(clock: string, weekdays?: readonly Weekday[]): number {
    return nextTimeOfDay(clock, this.at, this.facts.timeZone, weekdays);
  }

  #emit(made: Made): string {
    const id = nextId(this.#turn);
    emit(this.#turn, this.place, { ...made, id, node: this.place.node });
    return id;
  }
}

/** An outward effect before it has its id and place. */
type Made = Unnamed<OutwardEffect>;
type Unnamed<E> = E extends OutwardEffect ? Omit<E, 'id' | 'node'> : never;

function understood(
  program: BotProgram,
  text: string,
  among: readonly string[],
  caution: keyof typeof THRESHOLDS | undefined,
): Understood {
  if (isBareNumber(text)) return { kind: 'unknown' };
  const heard = understand(program.model, text.slice(0, LIMITS.messageCharacters));
  const ranked = heard.ranked.filter((candidate) => among.includes(candidate.intent));
  const decision = decide({ ...heard, ranked }, THRESHOLDS[caution ?? program.facts.settings.caution ?? 'normal']);
  return decision.kind === 'sure' ? { ...decision, confidence: ranked[0]?.confidence ?? 0 } : decision;
}

/** Mulberry32 over the event's seed: the same event draws the same numbers. */
function draw(turn: Turn): number {
  turn.draws += 1;
  let t = (turn.seed + Math.imul(turn.draws, 0x6d2b79f5)) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
