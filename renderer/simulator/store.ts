import { create, type StoreApi, type UseBoundStore } from 'zustand';
import {
  advanceTime,
  answerRequest,
  askedRequests,
  chooseOwner,
  type Conversation,
  moveStatus,
  nextDue,
  operatorSays,
  say,
  startConversation,
} from '../../engine/check/conversation.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { EffectOf } from '../../engine/model/effect.ts';
import type { Place } from '../../engine/model/state.ts';
import type { BotProgram } from '../../engine/runtime/compileBot.ts';
import { useEditor } from '../editor/store.ts';
import { canvasPath, NO_PATH } from './canvasPath.ts';
import { type Act, actsOf, afterTurn, beforeTurn, cameFrom, courseOf } from './course.ts';
import { makeRequest, type Made } from './makeRequest.ts';
import { NO_CHANNEL, playLines } from './playLines.ts';
import { buildProgram, prepareProgram, programOf, readyProgram, withoutPhrases } from './programs.ts';
import type { SimulatorState, SimulatorWorld } from './simulatorState.ts';
import { FIRST_PROFILE, newTalk, ONE_TALK, type Profile, slotsFor, type Talk, talkOf } from './talks.ts';

/** A new customer in the world an example ended in. */
function profileOf({ channel, refuseStatus }: Conversation, usual: string): Profile {
  return { ...FIRST_PROFILE, channel: channel === NO_CHANNEL ? usual : channel, refuseStatus };
}

/** Ways back that are kept. Conversations share what they have in common, so it is cheap. */
const STEPS_KEPT = 300;

/** The test chat. Every act gives a new conversation and keeps the one before, so that «back» is exact. */
export function createSimulator(world: SimulatorWorld): UseBoundStore<StoreApi<SimulatorState>> {
  return create<SimulatorState>()((set, get) => {
    /**
     * Each with the bot that was open: another may be by the time the phrases are learned. `needs`: whose phrases, asked
     * when its turn has come.
     */
    let queue: {
      readonly bot: string;
      readonly needs: () => Bot;
      readonly act: (program: BotProgram) => void;
    }[] = [];
    /** By the very effect of a turn: one that is walked back over and forward again is not asked twice. */
    const made = new WeakMap<EffectOf<'http'>, Made | 'asked'>();

    /** At once where no phrases are needed for it or they are learned; else it waits its turn. */
    function withProgram(act: (program: BotProgram) => void): void {
      const bot = world.bot();
      if (!get().learning && withoutPhrases(() => act(programOf(bot)))) return;
      wait(() => world.bot(), act);
    }

    function wait(needs: () => Bot, act: (program: BotProgram) => void): void {
      queue.push({ bot: world.bot().id, needs, act });
      if (get().learning) return;
      set({ learning: true });
      learn(needs());
    }

    /** Then goes on with what waits, in its order: up to the first for which other phrases have to be learned first. */
    function learn(asked: Bot): void {
      world.later(asked, () => {
        const open = world.bot().id;
        queue = queue.filter((waiting) => waiting.bot === open);
        try {
          for (let next = queue[0]; next !== undefined; next = queue[0]) {
            const bot = next.needs();
            const ready = readyProgram(bot);
            if (ready === null && bot !== asked) {
              learn(bot);
              return;
            }
            queue = queue.slice(1);
            next.act(ready ?? buildProgram(bot));
          }
          set({ learning: false });
        } catch (error) {
          // The chat must not wait for ever.
          queue = [];
          set({ learning: false });
          throw error;
        }
      });
    }

    /** `past` and `future` are given where the way there was another than one step on. */
    function show(next: Conversation | null, ways: Partial<Talk> = {}): void {
      const { conversation, past } = get();
      if (next === conversation && Object.keys(ways).length === 0) return;
      const kept = (ways.past ?? [...past, conversation]).slice(-STEPS_KEPT);
      set({ future: [], ...ways, conversation: next, past: kept, ...canvasPath(next) });
      if (next !== null) makeRequests(next);
    }

    /** Asks for what the conversation waits for; what was asked before is taken as it came. */
    function makeRequests(talk: Conversation): void {
      for (const effect of askedRequests(talk)) {
        const known = made.get(effect);
        if (known === 'asked') continue;
        if (known !== undefined) {
          // It goes on from there, and asks for what comes next itself.
          answer(effect, known);
          return;
        }
        made.set(effect, 'asked');
        void world.request(effect).then((got) => {
          made.set(effect, got);
          answer(effect, got);
        });
      }
    }

    /** Wherever it is waited for: the author may have gone to another conversation meanwhile. */
    function answer(effect: EffectOf<'http'>, got: Made): void {
      const act: Act = (talk) => answerRequest(talk, effect.id, got);
      const waits = (talk: Conversation | null): talk is Conversation =>
        talk !== null && askedRequests(talk).includes(effect);
      const { conversation, talks, past, future } = get();
      const asking = [conversation, ...talks.map((slot) => slot.talk?.conversation ?? null)].filter(waits);
      const after = new Map<Conversation, Conversation>();
      const unready = asking.find((talk) => !withoutPhrases(() => after.set(talk, cameFrom(act(talk), talk, act))));
      if (unready !== undefined) {
        wait(
          () => unready.program.bot,
          () => answer(effect, got),
        );
        return;
      }
      const shown = conversation === null ? undefined : after.get(conversation);
      // The answer belongs to the step that asked: «back» goes to before both.
      if (shown !== undefined) show(shown, { past, future });
      const parked = get().talks.map((slot) => {
        const answered = slot.talk?.conversation == null ? undefined : after.get(slot.talk.conversation);
        if (slot.talk === null || answered === undefined) return slot;
        return { ...slot, talk: { ...slot.talk, conversation: answered } };
      });
      set({ talks: parked });
    }

    function begin(program: BotProgram, startAt?: Place): Conversation {
      const { begins, ...profile } = get().profile;
      const options = { at: begins ?? world.now(), ...profile };
      return startConversation(program, startAt === undefined ? options : { ...options, startAt });
    }

    function act(change: Act): void {
      const done = (talk: Conversation | null, program?: BotProgram): void => {
        const from = talk ?? (program && begin(program));
        if (from !== undefined) show(cameFrom(change(from), talk, change));
      };
      const { conversation, learning } = get();
      if (conversation === null) return withProgram((program) => done(get().conversation, program));
      // A conversation goes on by the version it began with: the bot as it is now need not be ready.
      if (!learning && withoutPhrases(() => done(conversation))) return;
      wait(
        () => get().conversation?.program.bot ?? world.bot(),
        (program) => done(get().conversation, program),
      );
    }

    function take(talk: Talk): void {
      set({ ...talkOf(talk), ...canvasPath(talk.conversation) });
      if (talk.conversation !== null) makeRequests(talk.conversation);
    }

    return {
      ...newTalk(),
      ...ONE_TALK,
      learning: false,
      ...NO_PATH,

      send: (text, attachments = []) => act((talk) => say(talk, text, attachments)),
      sendAsOperator: (text) => act((talk) => operatorSays(talk, text)),
      moveStatus: (status) => act((talk) => (talk.state.status === status ? talk : moveStatus(talk, status))),
      chooseOwner: (owner) => act((talk) => chooseOwner(talk, owner)),
      pass: (ms) => act((talk) => advanceTime(talk, ms)),
      skipWait() {
        const { conversation } = get();
        if (conversation === null || nextDue(conversation) === null) return;
        act((talk) => advanceTime(talk, Math.max(0, (nextDue(talk) ?? talk.now) - talk.now)));
      },
      setClock(at) {
        const { conversation, profile } = get();
        if (conversation === null) set({ profile: { ...profile, begins: at } });
        else if (at > conversation.now) act((talk) => advanceTime(talk, at - conversation.now));
      },
      back() {
        const { conversation, past, future } = get();
        const before = past.at(-1);
        if (before === undefined) return;
        show(before, { past: past.slice(0, -1), future: [conversation, ...future] });
      },
      forward() {
        const { conversation, past, future } = get();
        const [after, ...rest] = future;
        if (after !== undefined) show(after, { past: [...past, conversation], future: rest });
      },
      restart(who) {
        const { conversation, profile } = get();
        const variables = who === 'new' ? {} : { ...profile.variables, ...conversation?.state.variables };
        const customer = who === 'new' ? {} : { ...profile.customer, ...conversation?.state.customer };
        const returning = who === 'new' ? false : profile.returning;
        set({ profile: { ...profile, variables, customer, returning } });
        show(null);
      },
      startHere: (place) => withProgram((program) => show(cameFrom(begin(program, place), null, null))),
      play: (lines, onWrong) =>
        withProgram((program) => {
          const { steps, wrong } = playLines(program, lines);
          const { conversation, past, profile } = get();
          const last = steps.at(-1) ?? null;
          const before = conversation === null ? past : [...past, conversation];
          set({ profile: last === null ? profile : profileOf(last, profile.channel) });
          show(last, { past: last === null ? before : [...before, null, ...steps.slice(0, -1)] });
          if (wrong !== null) onWrong(wrong);
        }),
      adopt() {
        if (get().conversation === null) return;
        withProgram((program) => {
          const { conversation } = get();
          if (conversation !== null) show(cameFrom({ ...conversation, program }, conversation, null));
        });
      },
      replay() {
        if (get().conversation === null) return;
        withProgram((program) => {
          const { conversation, past } = get();
          if (conversation === null) return;
          const { startAt } = conversation.began;
          const fresh = startConversation(program, conversation.began);
          const steps: Conversation[] = startAt === undefined ? [] : [cameFrom(fresh, null, null)];
          for (const again of actsOf(conversation)) {
            const before = steps.at(-1) ?? null;
            steps.push(cameFrom(again(before ?? fresh), before, again));
          }
          const begun = startAt === undefined ? [null] : [];
          show(steps.at(-1) ?? null, { past: [...past, conversation, ...begun, ...steps.slice(0, -1)] });
        });
      },
      fork(turn, from, draft = '') {
        const state = get();
        if (state.conversation === null) return;
        const at = from === 'after' ? afterTurn(state.conversation, turn) : beforeTurn(state.conversation, turn);
        if (at === undefined) return;
        const way = at === null ? [] : courseOf(at).slice(0, -1);
        const past = at === null ? [] : at.began.startAt === undefined ? [null, ...way] : way;
        const id = Math.max(...state.talks.map((slot) => slot.id)) + 1;
        const talks = [...slotsFor(state.talks, state.active, talkOf(state), id), { id, talk: null }];
        set({ talks, active: id });
        take({ conversation: at, past: past.slice(-STEPS_KEPT), future: [], profile: state.profile, draft });
      },
      showTalk(id) {
        const state = get();
        const wanted = state.talks.find((slot) => slot.id === id)?.talk ?? null;
        if (wanted === null || state.learning) return;
        set({ talks: slotsFor(state.talks, state.active, talkOf(state), id), active: id });
        take(wanted);
      },
      closeTalk(id) {
        const { talks, active, showTalk } = get();
        const at = talks.findIndex((slot) => slot.id === id);
        const beside = talks[at + 1] ?? talks[at - 1];
        if (at < 0 || beside === undefined) return;
        if (id === active) showTalk(beside.id);
        set({ talks: get().talks.filter((slot) => slot.id !== id || slot.id === get().active) });
      },
      setVariable(name, value) {
        const { conversation, profile } = get();
        set({ profile: { ...profile, variables: { ...profile.variables, [name]: value } } });
        if (conversation === null) return;
        act((talk) => ({ ...talk, state: { ...talk.state, variables: { ...talk.state.variables, [name]: value } } }));
      },
      setProfile(change) {
        const { conversation, profile } = get();
        const next = { ...profile, ...change };
        set({ profile: next });
        if (conversation === null) return;
        const { channel, customer, refuseStatus, realHttp } = next;
        const live = { channel, customer, refuseStatus, realHttp };
        const isSame = Object.entries(live).every(([key, value]) => profile[key as keyof Profile] === value);
        if (isSame) return;
        act((talk) => ({ ...talk, ...live, state: { ...talk.state, channel, customer } }));
      },
      setDraft: (draft) => set({ draft }),
      reset() {
        queue = [];
        set({ ...newTalk(), ...ONE_TALK, ...NO_PATH });
      },
    };
  });
}

/** The test chat of this window. */
export const useSimulator = createSimulator({
  now: () => Date.now(),
  bot: () => useEditor.getState().bot,
  later: (bot, callback) => void prepareProgram(bot).then(callback, callback),
  request: makeRequest,
});
