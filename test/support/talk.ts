import {
  advanceTime,
  chooseOwner,
  moveStatus,
  operatorSays,
  say,
  startConversation,
  type Conversation,
  type ConversationOptions,
} from '../../engine/check/conversation.ts';
import { checkStart } from '../../engine/check/checkStart.ts';
import { readDuration } from '../../engine/check/duration.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { TurnEvent, TurnEventOf } from '../../engine/model/event.ts';
import type { SessionState } from '../../engine/model/state.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import { compileBot } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step, type TurnResult } from '../../engine/runtime/step.ts';
import { asKept } from './asKept.ts';

/** A conversation in the verbs of the people in it. Each verb answers with what the bot said because of it. */
export interface Talk {
  customer(text: string): string[];
  operator(text: string): string[];
  manager(status: string | null): string[];
  passes(time: string): string[];
  takes(): string[];
  givesBack(): string[];
  /** From now on the CRM refuses to change statuses. */
  crmRefuses(): void;
  readonly state: SessionState;
  /** Where the conversation waits. */
  readonly at: string | null;
  /** Which rung took the last message, and what it found there. */
  readonly understood: readonly { rung: string; detail?: string | undefined; by?: string | undefined }[];
  readonly conversation: Conversation;
}

export function talkTo(bot: Bot, options: Partial<ConversationOptions> = {}): Talk {
  const program = compileBot(bot);
  let talk = startConversation(program, {
    at: checkStart(program.facts.timeZone),
    channel: 'test',
    ...options,
  });
  const then = (next: Conversation): string[] => {
    const fresh = next.items.slice(talk.items.length);
    talk = next;
    return fresh.flatMap((item) => (item.from === 'bot' ? [item.text] : []));
  };
  return {
    customer: (text) => then(say(talk, text)),
    operator: (text) => then(operatorSays(talk, text)),
    manager: (status) => then(moveStatus(talk, status)),
    passes: (time) => then(advanceTime(talk, readDuration(time) ?? Number.NaN)),
    takes: () => then(chooseOwner(talk, 'human')),
    givesBack: () => then(chooseOwner(talk, 'bot')),
    crmRefuses: () => {
      talk = { ...talk, refuseStatus: true };
    },
    get state() {
      return talk.state;
    },
    get at() {
      return talk.state.wait?.place.node ?? null;
    },
    get understood() {
      return lastTrace(talk).flatMap((entry) =>
        entry.type === 'understood' ? [{ rung: entry.rung, detail: entry.detail, by: entry.by }] : [],
      );
    },
    get conversation() {
      return talk;
    },
  };
}

function lastTrace(talk: Conversation): readonly TraceEntry[] {
  const paths = talk.items.filter(
    (item) => item.from === 'system' && item.event === 'path' && item.turn === talk.turns,
  );
  return paths.flatMap((item) => (item.from === 'system' && item.event === 'path' ? item.trace : []));
}

/** The same, event by event and with nothing done of itself: outcomes come when the test says so. */
export interface SlowTalk {
  customer(text: string): string[];
  outcome(ok: boolean): string[];
  event(event: Partial<TurnEvent> & { type: TurnEvent['type'] }): string[];
  readonly state: SessionState;
  readonly last: TurnResult;
}

export function slowTalk(bot: Bot): SlowTalk {
  const program = compileBot(bot);
  let last: TurnResult = { state: newSession(), effects: [], trace: [] };
  let now = checkStart(program.facts.timeZone);
  const feed = (event: TurnEvent): string[] => {
    last = step(program, asKept(last.state), event);
    return last.effects.flatMap((effect) => (effect.type === 'send' ? [effect.text] : []));
  };
  return {
    customer: (text) => feed(message(text, (now += 1_000))),
    outcome: (ok) => {
      const effect = last.state.wait?.effect;
      if (effect === undefined) throw new Error('nothing is under way');
      return feed({ type: 'outcome', effect, ok, at: (now += 1_000), seed: 1 });
    },
    event: (event) => feed({ at: (now += 1_000), seed: 1, ...event } as TurnEvent),
    get state() {
      return last.state;
    },
    get last() {
      return last;
    },
  };
}

export function message(text: string, at: number): TurnEventOf<'message'> {
  return { type: 'message', at, seed: 1, text, attachments: [], channel: 'test', lead: '1', customer: {} };
}
