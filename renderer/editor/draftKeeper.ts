import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { ok, type Result } from '../../engine/model/result.ts';
import type { Reply } from '../../engine/protocol.ts';
import { call } from '../bridge.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { EMPTY_HISTORY, type History } from './history.ts';
import { readHistory, writeHistory } from './keptHistory.ts';
import { placeMissing } from './placeMissing.ts';
import type { SaveState } from './store.ts';

/** What is saved together: a draft and the way back from it. */
interface Work {
  readonly bot: Bot;
  readonly history: History;
}

/** A draft and what saves it; it outlives its screen while something is not saved yet. */
export interface Keeper {
  work: Work;
  /** The draft as this window has last loaded or saved it: what both sides of a conflict began from. */
  common: Bot;
  state: SaveState;
  /** Set = of a newer format: to be looked at, never written. */
  readonly newer: NonNullable<Reply<'bots.open'>['newer']> | null;
  readonly autosave: Autosave<Work>;
  report: (state: SaveState) => void;
}

export async function loadKeeper(botId: string): Promise<Result<Keeper>> {
  const loaded = await readDraft(botId);
  if (!loaded.ok) return loaded;
  const { work, revision, newer } = loaded.value;
  const store = draftStore(botId, work.history);
  const keeper: Keeper = {
    work,
    common: work.bot,
    state: { kind: 'saved', at: null },
    newer,
    report: () => undefined,
    autosave: createAutosave<Work>(revision, {
      now: () => Date.now(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      async save(base, draft) {
        const saved = await store(base, draft);
        if (saved.ok) keeper.common = draft.bot;
        return saved;
      },
      report(state) {
        keeper.state = state;
        keeper.report(state);
      },
    }),
  };
  return ok(keeper);
}

/** The stored draft with its history, as the editor shows it. */
export async function readDraft(
  botId: string,
): Promise<Result<{ work: Work; revision: number; newer: Keeper['newer'] }>> {
  const loaded = await call('bots.open', { id: botId, history: true });
  if (!loaded.ok) return loaded;
  const { bot: stored, revision, history, newer = null } = loaded.value;
  const bot = placeMissing(stored);
  return ok({ work: { bot, history: history ? readHistory(bot, history) : EMPTY_HISTORY }, revision, newer });
}

/**
 * Writes a draft with its history; steps the engine has got already are not sent again. When the engine went away in the
 * middle of a save, nobody knows whether it was done: if what is stored then is what was sent, it was ours, no conflict.
 */
function draftStore(
  botId: string,
  loaded: History,
): (base: number, work: Work) => Promise<Result<{ revision: number }>> {
  let kept: ReadonlySet<string> = new Set([...loaded.past, ...loaded.future].map((step) => step.id));
  let doubtful: Bot | null = null;

  async function store(base: number, work: Work): Promise<Result<{ revision: number }>> {
    const history = writeHistory(work.history, kept);
    const saved = await call('bots.save', { id: botId, base, bot: work.bot, history });
    if (saved.ok) {
      kept = new Set(history.ids);
      doubtful = null;
      return saved;
    }
    // Whatever happened there, the next save tells everything.
    kept = new Set();
    if (saved.fault.code === 'engineGone') doubtful = work.bot;
    if (saved.fault.code !== 'changedElsewhere' || doubtful === null) return saved;
    const sent = writeBot({ ...doubtful, id: botId });
    doubtful = null;
    const there = await call('bots.open', { id: botId });
    return there.ok && writeBot(there.value.bot) === sent ? store(there.value.revision, work) : saved;
  }
  return store;
}
