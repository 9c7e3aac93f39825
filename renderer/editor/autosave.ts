import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Result } from '../../engine/model/result.ts';
import type { SaveState } from './store.ts';

/** Quiet after the last change before it is saved (ms). */
export const QUIET_MS = 500;
/** Waits before a failed save is tried again (ms); the last one repeats. */
const RETRY_MS = [2_000, 5_000, 15_000, 30_000] as const;

export interface AutosaveWorld {
  /** Epoch ms. */
  now(): number;
  /** Calls back once after `ms`; the value cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Writes the draft if its stored revision is still `base`; fault `changedElsewhere` when it is not. */
  save(base: number, bot: Bot): Promise<Result<{ revision: number }>>;
  report(state: SaveState): void;
}

export interface Autosave {
  /** The draft has changed. */
  readonly changed: (bot: Bot) => void;
  /** Saves what is not saved yet, at once. True when everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** Tries a failed save again, now. */
  readonly retry: () => Promise<boolean>;
  /** After `changedElsewhere`: writes our draft over the stored one. */
  readonly keepMine: () => Promise<boolean>;
  /** After `changedElsewhere`: the stored draft was loaded, ours is forgotten. */
  readonly tookTheirs: (revision: number) => void;
  readonly revision: number;
}

/**
 * Saves a draft after a short quiet, one save at a time, always the newest. A refusal never loses anything: the draft
 * stays here and is tried again, except where the stored one was changed by someone else: that is for a person to decide.
 */
export function createAutosave(revision: number, world: AutosaveWorld): Autosave {
  let base = revision;
  let unsaved: Bot | null = null;
  let running: Promise<boolean> | null = null;
  let cancel: (() => void) | null = null;
  let failures = 0;
  let conflict: number | null = null;

  // The draft may change while a save is under way.
  const hasUnsaved = (): boolean => unsaved !== null;

  function schedule(ms: number): void {
    cancel?.();
    cancel = world.after(ms, () => {
      cancel = null;
      void write();
    });
  }

  async function writeOnce(bot: Bot): Promise<boolean> {
    unsaved = null;
    world.report({ kind: 'saving' });
    const result = await world.save(base, bot);
    if (result.ok) {
      base = result.value.revision;
      failures = 0;
      if (!hasUnsaved()) world.report({ kind: 'saved', at: world.now() });
      return true;
    }
    unsaved ??= bot;
    if (result.fault.code === 'changedElsewhere') {
      conflict = result.fault.revision;
      world.report({ kind: 'changedElsewhere', revision: conflict });
      return false;
    }
    world.report({ kind: 'failed', fault: result.fault });
    schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? QUIET_MS);
    failures += 1;
    return false;
  }

  /** Until nothing is unsaved, or a save fails. */
  async function drain(): Promise<boolean> {
    while (unsaved !== null) {
      if (conflict !== null || !(await writeOnce(unsaved))) return false;
    }
    return true;
  }

  function write(): Promise<boolean> {
    cancel?.();
    cancel = null;
    running ??= drain().finally(() => {
      running = null;
      // A change that came in between its last look and now.
      if (unsaved !== null && conflict === null && cancel === null) schedule(QUIET_MS);
    });
    return running;
  }

  return {
    changed(bot) {
      unsaved = bot;
      if (conflict !== null) return;
      if (failures === 0) world.report({ kind: running ? 'saving' : 'pending' });
      if (running === null) schedule(QUIET_MS);
    },
    flush: write,
    retry: write,
    keepMine() {
      if (conflict !== null) base = conflict;
      conflict = null;
      return write();
    },
    tookTheirs(theirs) {
      cancel?.();
      cancel = null;
      base = theirs;
      unsaved = null;
      conflict = null;
      failures = 0;
      world.report({ kind: 'saved', at: world.now() });
    },
    get revision() {
      return base;
    },
  };
}
