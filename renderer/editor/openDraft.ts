import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { fail, ok, type Result } from '../../engine/model/result.ts';
import { useEngine } from '../app/engine.ts';
import { call, onConnection } from '../bridge.ts';
import { clearOpenMark, setOpenMark } from './crashMark.ts';
import { type Keeper, loadKeeper, readDraft } from './draftKeeper.ts';
import { useEditor } from './store.ts';
import { watchProblems } from './watchProblems.ts';

/** The two sides of a conflict, and what both began from. */
export interface Conflict {
  readonly common: Bot;
  readonly mine: Bot;
  readonly theirs: Bot;
}

/** The open draft, as the editor's banners and leaving need it. */
export interface OpenDraft {
  /** Set = the bot is of a newer format and only looked at. */
  readonly newer: Keeper['newer'];
  /** Saves what is not saved yet, now. True = all is stored. */
  readonly flush: () => Promise<boolean>;
  /** Drops our changes and takes the stored draft. Value: why not. */
  readonly loadTheirs: () => Promise<Fault | null>;
  /** Writes ours over what is stored, also where it was removed. Value: why not. */
  readonly keepMine: () => Promise<Fault | null>;
  readonly conflict: () => Promise<Result<Conflict>>;
  /** Makes another bot of what is on the screen. Value: its id. */
  readonly saveCopy: (name: string) => Promise<Result<{ id: string }>>;
  /** Saves what is left and lets go. */
  readonly close: () => void;
}

/** Drafts that were left before they could be saved: opened again, they are as they were. They go on trying meanwhile. */
const unsaved = new Map<string, Keeper>();

/** Loads a bot into the editor and keeps it saved until `close`. Null = not wanted any more once it was there. */
export async function openDraft(
  botId: string,
  flowId: string | undefined,
  isWanted: () => boolean,
): Promise<Result<OpenDraft> | null> {
  const left = unsaved.get(botId);
  const loaded = left ? ok(left) : await loadKeeper(botId);
  if (!isWanted()) return null;
  if (!loaded.ok) return fail(loaded.fault);
  const keeper = loaded.value;
  const { autosave, newer } = keeper;
  unsaved.delete(botId);
  const editor = useEditor.getState;
  editor().open(keeper.work.bot, { flowId, readOnly: newer !== null, history: keeper.work.history });
  editor().setSaveState(keeper.state);
  keeper.report = (state) => editor().setSaveState(state);
  const stops = [watchProblems(useEditor), ...(newer === null ? keepSaved(botId, keeper) : [])];
  setOpenMark(botId, editor().flowId);

  return ok({
    newer,
    flush: autosave.flush,
    async loadTheirs() {
      const theirs = await readDraft(botId);
      if (!theirs.ok) return theirs.fault;
      const { work, revision } = theirs.value;
      keeper.work = work;
      keeper.common = work.bot;
      editor().open(work.bot, { flowId: editor().flowId, history: work.history });
      autosave.tookTheirs(revision);
      return null;
    },
    async keepMine() {
      if (editor().saveState.kind !== 'gone') {
        await autosave.keepMine(keeper.work);
        return null;
      }
      const made = await call('bots.import', { text: writeBot({ ...keeper.work.bot, id: botId }) });
      if (!made.ok) return made.fault;
      const row = await call('bots.open', { id: botId });
      if (!row.ok) return row.fault;
      await autosave.keepMine(keeper.work, row.value.revision);
      return null;
    },
    async conflict() {
      const theirs = await readDraft(botId);
      if (!theirs.ok) return theirs;
      return ok({ common: keeper.common, mine: keeper.work.bot, theirs: theirs.value.work.bot });
    },
    saveCopy: (name) => call('bots.import', { text: writeBot({ ...keeper.work.bot, name }) }),
    close() {
      for (const stop of stops) stop();
      clearOpenMark();
      editor().close();
      if (newer !== null) return;
      keeper.report = (state) => {
        if (state.kind === 'saved') unsaved.delete(botId);
      };
      unsaved.set(botId, keeper);
      void autosave.flush().then((isSaved) => {
        if (isSaved && unsaved.get(botId) === keeper) unsaved.delete(botId);
      });
    },
  });
}

/** The editor's changes go to the disk, and what others do to the stored draft is heard. Value: how to stop. */
function keepSaved(botId: string, keeper: Keeper): (() => void)[] {
  const { autosave } = keeper;
  const onHide = (): void => void autosave.flush();
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') onHide();
  };
  // A closed tab must not lose the last half second.
  window.addEventListener('pagehide', onHide);
  document.addEventListener('visibilitychange', onVisibility);
  return [
    () => window.removeEventListener('pagehide', onHide),
    () => document.removeEventListener('visibilitychange', onVisibility),
    useEditor.subscribe((state, before) => {
      if (state.isOpen && state.flowId !== before.flowId) setOpenMark(botId, state.flowId);
      // A version that is looked at is not the draft.
      if (state.bot === before.bot || !state.isOpen || state.viewing !== null || state.bot === keeper.work.bot) return;
      keeper.work = { bot: state.bot, history: state.history };
      autosave.changed(keeper.work);
    }),
    // What failed while the engine was away is saved as soon as it is back.
    onConnection((link) => {
      if (link === 'open' && useEditor.getState().saveState.kind === 'failed') void autosave.flush();
    }),
    useEngine.subscribe(({ bots }, { bots: before }) => {
      if (bots === before || bots === null) return;
      const row = bots.find((bot) => bot.id === botId);
      if (row) autosave.noticed(row.revision);
      else if (before?.some((bot) => bot.id === botId)) autosave.lost();
    }),
  ];
}
