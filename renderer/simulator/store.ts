import { create, type StoreApi, type UseBoundStore } from 'zustand';
import {
  advanceTime,
  chooseOwner,
  type Conversation,
  moveStatus,
  nextDue,
  operatorSays,
  say,
  startConversation,
} from '../../engine/check/conversation.ts';
import type { WrongLine } from '../../engine/check/playLine.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Attachment, Customer } from '../../engine/model/event.ts';
import type { Place } from '../../engine/model/state.ts';
import type { Value } from '../../engine/model/value.ts';
import type { BotProgram } from '../../engine/runtime/compileBot.ts';
import { useEditor } from '../editor/store.ts';
import { type CanvasPath, canvasPath, NO_PATH } from './canvasPath.ts';
import { NO_CHANNEL, playLines } from './playLines.ts';
import { buildProgram, readyProgram } from './programs.ts';

/** Who writes to the bot, and from where: what the next conversation begins with. */
export interface Profile {
  readonly channel: string;
  readonly customer: Customer;
  readonly variables: Readonly<Record<string, Value>>;
  /** Does the CRM refuse to change statuses? */
  readonly refuseStatus: boolean;
}

export interface SimulatorState extends CanvasPath {
  /** Null until somebody says something. */
  readonly conversation: Conversation | null;
  /** What «back» returns to, nearest last; null = before the first word. */
  readonly past: readonly (Conversation | null)[];
  /** What «forward» returns to, nearest first. */
  readonly future: readonly (Conversation | null)[];
  readonly profile: Profile;
  /** The phrases are being learned; what was sent meanwhile is kept. */
  readonly learning: boolean;
  /** What is typed and not sent yet: it stays while another tab of the dock is on show. */
  readonly draft: string;

  readonly send: (text: string, attachments?: readonly Attachment[]) => void;
  readonly sendAsOperator: (text: string) => void;
  /** A manager moves the lead. */
  readonly moveStatus: (status: string) => void;
  readonly chooseOwner: (owner: 'bot' | 'human') => void;
  readonly pass: (ms: number) => void;
  /** To the next reminder, expiry or return. */
  readonly skipWait: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** `same`: the customer is known already, with what they have told; `new`: nobody yet. */
  readonly restart: (who: 'same' | 'new') => void;
  readonly startHere: (place: Place) => void;
  /** Plays an example from its beginning, with a new customer. `onWrong`: a line cannot be played, and the rest was not. */
  readonly play: (lines: readonly string[], onWrong: (wrong: WrongLine) => void) => void;
  /** Goes on from here by the bot as it is drawn now. */
  readonly adopt: () => void;
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
  /** Calls back when the page had a moment to be drawn. */
  later(callback: () => void): void;
}

export const FIRST_PROFILE: Profile = { channel: 'telegram', customer: {}, variables: {}, refuseStatus: false };
/** A new customer in the world an example ended in. */
function profileOf({ channel, refuseStatus }: Conversation, usual: string): Profile {
  return { channel: channel === NO_CHANNEL ? usual : channel, customer: {}, variables: {}, refuseStatus };
}

/** Ways back that are kept. Conversations share what they have in common, so it is cheap. */
const STEPS_KEPT = 300;

/** One test chat. Every act gives a new conversation and keeps the one before, so that «back» is exact. */
export function createSimulator(world: SimulatorWorld): UseBoundStore<StoreApi<SimulatorState>> {
  return create<SimulatorState>()((set, get) => {
    let queue: ((program: BotProgram) => void)[] = [];

    function withProgram(act: (program: BotProgram) => void): void {
      const ready = get().learning ? null : readyProgram(world.bot());
      if (ready) return act(ready);
      queue.push(act);
      if (get().learning) return;
      set({ learning: true });
      world.later(() => {
        const program = buildProgram(world.bot());
        const acts = queue;
        queue = [];
        set({ learning: false });
        for (const waiting of acts) waiting(program);
      });
    }

    function show(next: Conversation | null): void {
      const { conversation, past } = get();
      if (next === conversation) return;
      const kept = [...past, conversation].slice(-STEPS_KEPT);
      set({ conversation: next, past: kept, future: [], ...canvasPath(next) });
    }

    function begin(program: BotProgram, startAt?: Place): Conversation {
      const { channel, customer, variables, refuseStatus } = get().profile;
      const options = { at: world.now(), channel, customer, variables, refuseStatus };
      return startConversation(program, startAt === undefined ? options : { ...options, startAt });
    }

    function act(change: (talk: Conversation) => Conversation): void {
      const { conversation, learning } = get();
      // A conversation goes on by the version it began with: only a new one needs the bot to be ready.
      if (conversation !== null && !learning) return show(change(conversation));
      withProgram((program) => show(change(get().conversation ?? begin(program))));
    }

    return {
      conversation: null,
      past: [],
      future: [],
      profile: FIRST_PROFILE,
      learning: false,
      draft: '',
      ...NO_PATH,

      send: (text, attachments = []) => act((talk) => say(talk, text, attachments)),
      sendAsOperator: (text) => act((talk) => operatorSays(talk, text)),
      moveStatus: (status) => act((talk) => (talk.state.status === status ? talk : moveStatus(talk, status))),
      chooseOwner: (owner) => act((talk) => chooseOwner(talk, owner)),
      pass: (ms) => act((talk) => advanceTime(talk, ms)),
      skipWait() {
        const { conversation } = get();
        const due = conversation === null ? null : nextDue(conversation);
        if (conversation !== null && due !== null) show(advanceTime(conversation, Math.max(0, due - conversation.now)));
      },
      back() {
        const { conversation, past, future } = get();
        const before = past.at(-1);
        if (before === undefined) return;
        set({
          conversation: before,
          past: past.slice(0, -1),
          future: [conversation, ...future],
          ...canvasPath(before),
        });
      },
      forward() {
        const { conversation, past, future } = get();
        const [after, ...rest] = future;
        if (after === undefined) return;
        set({ conversation: after, past: [...past, conversation], future: rest, ...canvasPath(after) });
      },
      restart(who) {
        const { conversation, profile } = get();
        const variables = who === 'new' ? {} : { ...profile.variables, ...conversation?.state.variables };
        const customer = who === 'new' ? {} : { ...profile.customer, ...conversation?.state.customer };
        set({ profile: { ...profile, variables, customer } });
        show(null);
      },
      startHere: (place) => withProgram((program) => show(begin(program, place))),
      play: (lines, onWrong) =>
        withProgram((program) => {
          const { steps, wrong } = playLines(program, lines);
          const { conversation, past, profile } = get();
          const last = steps.at(-1) ?? null;
          const before = conversation === null ? past : [...past, conversation];
          set({
            conversation: last,
            past: (last === null ? before : [...before, null, ...steps.slice(0, -1)]).slice(-STEPS_KEPT),
            future: [],
            profile: last === null ? profile : profileOf(last, profile.channel),
            ...canvasPath(last),
          });
          if (wrong !== null) onWrong(wrong);
        }),
      adopt() {
        if (get().conversation === null) return;
        withProgram((program) => {
          const { conversation } = get();
          if (conversation !== null) show({ ...conversation, program });
        });
      },
      setVariable(name, value) {
        const { conversation, profile } = get();
        set({ profile: { ...profile, variables: { ...profile.variables, [name]: value } } });
        if (conversation === null) return;
        const variables = { ...conversation.state.variables, [name]: value };
        show({ ...conversation, state: { ...conversation.state, variables } });
      },
      setProfile(change) {
        const { conversation, profile } = get();
        const next = { ...profile, ...change };
        set({ profile: next });
        if (conversation === null) return;
        const { channel, customer, refuseStatus } = next;
        show({ ...conversation, channel, customer, refuseStatus, state: { ...conversation.state, channel, customer } });
      },
      setDraft: (draft) => set({ draft }),
      reset() {
        queue = [];
        set({ conversation: null, past: [], future: [], profile: FIRST_PROFILE, draft: '', ...NO_PATH });
      },
    };
  });
}

/** A frame and a bit: what was just set is on the screen before the work that holds it up. */
const A_MOMENT_MS = 32;

/** The test chat of this window. */
export const useSimulator = createSimulator({
  now: () => Date.now(),
  bot: () => useEditor.getState().bot,
  later: (callback) => setTimeout(callback, A_MOMENT_MS),
});
