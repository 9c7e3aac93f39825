import type { Result } from '../../engine/model/result.ts';
import type { SaveState } from './store.ts';

/** A change is on its way to the disk this long after it was made, at the latest (ms): so much a crash may cost. */
export const QUIET_MS = 500;
/** A bot that takes long to save is saved more rarely: the engine has customers to answer too (ms). */
const LONGEST_REST_MS = 3_000;
/** Waits before a failed save is tried again (ms); the last one repeats: room on the disk may come at any time. */
const RETRY_MS = [2_000, 5_000] as const;

export interface AutosaveWorld<D> {
  /** Epoch ms. */
  now(): number;
  /** Calls back once after `ms`; the value cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** Writes the draft if its stored revision is still `base`; fault `changedElsewhere` when it is not, `notFound` when it is gone. */
  save(base: number, draft: D): Promise<Result<{ revision: number }>>;
  report(state: SaveState): void;
}

export interface Autosave<D> {
  /** The draft has changed. */
  readonly changed: (draft: D) => void;
  /** Saves what is not saved yet, at once; also after a failure. True when everything is stored. */
  readonly flush: () => Promise<boolean>;
  /** It was heard that the stored draft has this revision. */
  readonly noticed: (revision: number) => void;
  /** It was heard that the stored draft is gone. */
  readonly lost: () => void;
  /** After `changedElsewhere` or `gone`: writes ours over what is stored, which has revision `over` if it is known. */
  readonly keepMine: (mine: D, over?: number) => Promise<boolean>;
  /** After `changedElsewhere`: the stored draft was loaded, ours is forgotten. */
  readonly tookTheirs: (revision: number) => void;
  readonly revision: number;
}

/**
 * Saves a draft within half a second, one save at a time, always the newest. A refusal never loses anything: the draft
 * stays here and is tried again, except where the stored one was changed or removed by someone else: that is for a person
 * to decide.
 */
export function createAutosave<D>(revision: number, world: AutosaveWorld<D>): Autosave<D> {
  let base = revision;
  let unsaved: { readonly draft: D } | null = null;
  /** When the oldest change that is not saved was made. */
  let changedAt = 0;
  /** Not before this: what the last save cost is paid back first. */
  let restUntil = 0;
  let running: Promise<boolean> | null = null;
  let planned: { readonly at: number; readonly cancel: () => void } | null = null;
  let failures = 0;
  /** A person has to decide first; `revision`: what is stored, null = nothing. */
  let stopped: { readonly revision: number | null } | null = null;

  // The draft may change while a save is under way.
  const hasUnsaved = (): boolean => unsaved !== null;

  /** A plan never moves a save further away: who types without a pause is saved all the same. */
  function plan(ms: number): void {
    const at = world.now() + Math.max(0, ms);
    if (planned && planned.at <= at) return;
    unplan();
    const cancel = world.after(Math.max(0, ms), () => {
      planned = null;
      void write(false);
    });
    planned = { at, cancel };
  }

  function unplan(): void {
    planned?.cancel();
    planned = null;
  }

  function untilDue(): number {
    return Math.max(changedAt + QUIET_MS, restUntil) - world.now();
  }

  function stop(stored: number | null): void {
    stopped = { revision: stored };
    unplan();
    world.report(stored === null ? { kind: 'gone' } : { kind: 'changedElsewhere', revision: stored });
  }

  async function writeOnce({ draft }: { readonly draft: D }): Promise<boolean> {
    unsaved = null;
    world.report({ kind: 'saving' });
    const began = world.now();
    const result = await world.save(base, draft);
    restUntil = world.now() + Math.min(2 * (world.now() - began), LONGEST_REST_MS);
    if (result.ok) {
      base = result.value.revision;
      failures = 0;
      if (!hasUnsaved()) world.report({ kind: 'saved', at: world.now() });
      return true;
    }
    unsaved ??= { draft };
    if (result.fault.code === 'changedElsewhere') stop(result.fault.revision);
    else if (result.fault.code === 'notFound') stop(null);
    else {
      world.report({ kind: 'failed', fault: result.fault });
      plan(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? QUIET_MS);
      failures += 1;
    }
    return false;
  }

  /** `all`: until nothing is unsaved, or a save fails. */
  async function drain(all: boolean): Promise<boolean> {
    while (unsaved !== null) {
      if (stopped !== null || !(await writeOnce(unsaved))) return false;
      if (!all) break;
    }
    return !hasUnsaved();
  }

  function write(all: boolean): Promise<boolean> {
    if (running !== null) return all ? running.then(() => write(true)) : running;
    unplan();
    running = drain(all).finally(() => {
      running = null;
      // A change that came in meanwhile.
      if (unsaved !== null && stopped === null && failures === 0) plan(untilDue());
    });
    return running;
  }

  return {
    changed(draft) {
      if (unsaved === null) changedAt = world.now();
      unsaved = { draft };
      if (stopped !== null) return;
      if (failures === 0) world.report({ kind: running ? 'saving' : 'pending' });
      if (running === null) plan(failures === 0 ? untilDue() : QUIET_MS);
    },
    flush: () => write(true),
    noticed(stored) {
      // A save under way, or one that is to be tried again, is told by its own answer.
      if (running === null && failures === 0 && stored > base) stop(stored);
    },
    lost() {
      if (running === null && failures === 0) stop(null);
    },
    keepMine(mine, over) {
      base = over ?? stopped?.revision ?? base;
      stopped = null;
      unsaved = { draft: mine };
      return write(true);
    },
    tookTheirs(theirs) {
      unplan();
      base = theirs;
      unsaved = null;
      stopped = null;
      failures = 0;
      world.report({ kind: 'saved', at: world.now() });
    },
    get revision() {
      return base;
    },
  };
}
