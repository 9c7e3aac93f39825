import { placeMissing } from './placeMissing.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { fail, ok, type Result } from '../../engine/model/result.ts';
import { call } from '../bridge.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { type SaveState, useEditor } from './store.ts';
import { watchProblems } from './watchProblems.ts';

/** The open draft, as the editor's banners and leaving need it. */
export interface OpenDraft {
  readonly autosave: Autosave;
  /** Drops our changes and takes the stored draft. Value: why not. */
  readonly loadTheirs: () => Promise<Fault | null>;
  /** Saves what is left and lets go. */
  readonly close: () => void;
}

/** A draft and what saves it; it outlives its screen while something is not saved yet. */
interface Keeper {
  bot: Bot;
  state: SaveState;
  readonly autosave: Autosave;
  report: (state: SaveState) => void;
}

/** Drafts that were left before they could be saved: opened again, they are as they were. They go on trying meanwhile. */
const unsaved = new Map<string, Keeper>();

async function loadKeeper(botId: string): Promise<Result<Keeper>> {
  const left = unsaved.get(botId);
  if (left) return ok(left);
  const loaded = await call('bots.open', { id: botId });
  if (!loaded.ok) return loaded;
  const keeper: Keeper = {
    bot: placeMissing(loaded.value.bot),
    state: { kind: 'saved', at: null },
    report: () => undefined,
    autosave: createAutosave(loaded.value.revision, {
      now: () => Date.now(),
      after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
      save: (base, bot) => call('bots.save', { id: botId, base, bot }),
      report(state) {
        keeper.state = state;
        keeper.report(state);
      },
    }),
  };
  return ok(keeper);
}

/** Loads a bot into the editor and keeps it saved until `close`. Null = not wanted any more once it was there. */
export async function openDraft(
  botId: string,
  flowId: string | undefined,
  isWanted: () => boolean,
): Promise<Result<OpenDraft> | null> {
  const loaded = await loadKeeper(botId);
  if (!isWanted()) return null;
  if (!loaded.ok) return fail(loaded.fault);
  const keeper = loaded.value;
  const { autosave } = keeper;
  unsaved.delete(botId);
  useEditor.getState().open(keeper.bot, { flowId });
  useEditor.getState().setSaveState(keeper.state);
  keeper.report = (state) => useEditor.getState().setSaveState(state);

  const stopSaving = useEditor.subscribe((state, before) => {
    if (state.bot === before.bot || !state.isOpen || state.bot === keeper.bot) return;
    keeper.bot = state.bot;
    autosave.changed(state.bot);
  });
  const stopChecking = watchProblems(useEditor);
  // A closed tab must not lose the last half second.
  const onHide = (): void => void autosave.flush();
  window.addEventListener('pagehide', onHide);

  return ok({
    autosave,
    async loadTheirs() {
      const theirs = await call('bots.open', { id: botId });
      if (!theirs.ok) return theirs.fault;
      const open = useEditor.getState().flowId;
      keeper.bot = placeMissing(theirs.value.bot);
      useEditor.getState().open(keeper.bot, { flowId: open });
      autosave.tookTheirs(theirs.value.revision);
      return null;
    },
    close() {
      stopSaving();
      stopChecking();
      window.removeEventListener('pagehide', onHide);
      useEditor.getState().close();
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
