import type { WrongLine } from '../../engine/check/playLine.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { EffectOf } from '../../engine/model/effect.ts';
import type { Attachment } from '../../engine/model/event.ts';
import type { Place } from '../../engine/model/state.ts';
import type { Value } from '../../engine/model/value.ts';
import type { CanvasPath } from './canvasPath.ts';
import type { Made } from './makeRequest.ts';
import type { Profile, Talk, TalkSlot } from './talks.ts';

export interface SimulatorState extends CanvasPath, Talk {
  /** All conversations that are kept, and which of them is on show. */
  readonly talks: readonly TalkSlot[];
  readonly active: number;
  /** The phrases are being learned; what was sent meanwhile is kept. */
  readonly learning: boolean;

  readonly send: (text: string, attachments?: readonly Attachment[]) => void;
  readonly sendAsOperator: (text: string) => void;
  /** A manager moves the lead. */
  readonly moveStatus: (status: string) => void;
  readonly chooseOwner: (owner: 'bot' | 'human') => void;
  readonly pass: (ms: number) => void;
  /** To the next reminder, expiry or return. */
  readonly skipWait: () => void;
  /** Lets time pass until then; before the first word, it begins then. Time never runs backwards. */
  readonly setClock: (at: number) => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** `same`: the customer is known already, with what they have told; `new`: nobody yet. */
  readonly restart: (who: 'same' | 'new') => void;
  readonly startHere: (place: Place) => void;
  /** Plays an example from its beginning, with a new customer. `onWrong`: a line cannot be played, and the rest was not. */
  readonly play: (lines: readonly string[], onWrong: (wrong: WrongLine) => void) => void;
  /** Goes on from here by the bot as it is drawn now. */
  readonly adopt: () => void;
  /** Does all that was done again, from the beginning, by the bot as it is drawn now. */
  readonly replay: () => void;
  /** Another conversation that goes on from the end of this turn, or from before it with its words ready to be changed. */
  readonly fork: (turn: number, from: 'after' | 'before', draft?: string) => void;
  readonly showTalk: (id: number) => void;
  readonly closeTalk: (id: number) => void;
  readonly setVariable: (name: string, value: Value) => void;
  readonly setProfile: (change: Partial<Profile>) => void;
  readonly setDraft: (text: string) => void;
  readonly reset: () => void;
}

export interface SimulatorWorld {
  /** Epoch ms. */
  now(): number;
  /** The bot as it is drawn. */
  bot(): Bot;
  /** Calls back when the phrases of this bot are learned, or can't be beside the window. */
  later(bot: Bot, callback: () => void): void;
  /** Makes a request of an HTTP block; only ever called while the author has asked for real ones. */
  request(effect: EffectOf<'http'>): Promise<Made>;
}
