import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import type { LogFlush } from './logFlush.ts';
import { errorCode, isDiskTrouble } from './storeFault.ts';

export interface GroupCommit {
  /** Never rejects. `change` may be called twice (see below). Faults: `diskFull`, `ownerLost`, `internal`. */
  write<T>(change: () => T): Promise<Result<T>>;
  /**
   * Nothing is committed until what this returns is called: another connection has the database to itself. Changes wait
   * meanwhile, and are made in their order afterwards.
   */
  hold(): () => void;
  /** Refuses what comes from now on, and commits what is queued: at once, or when nothing holds it any more. */
  finish(): void;
}

interface Job {
  /** Throws what the change throws. */
  run(): void;
  /** The same; what it throws is its own affair, and its work alone is taken back. */
  runGuarded(): void;
  /** Null: the transaction is on the disk, the change's own outcome counts. */
  settle(fault: Fault | null): void;
}

/** About 20 ms of work: a longer batch would make a webhook wait that is not part of it. */
const BATCH = 200;
/**
 * While many write at once a commit lets the event loop go round so often before it, and takes along what that brings:
 * a third of the engine's time went into flushes of three changes each. One conversation alone waits for nobody.
 */
const ROUNDS = 3;
const MANY = 4;
/** Of so many the flush is waited for beside the event loop; for fewer, going there and back would be most of the wait. */
const CROWD = 8;

/** Calls `run` a moment later, so that changes asked for together are committed together. */
export type Soon = (run: () => void) => void;
const endOfThisTurn: Soon = (run) => void setImmediate(run);

/**
 * One flush to the disk costs more than a hundred changes, so those that come in the same turn of the event loop, or while
 * the flush before it is under way, share one. One that throws takes back its own work only; the others are then made a second
 * time, so a change may do nothing that must not be done twice. `holds` is the fence, asked in the transaction. `flush`: null = a commit is flushed by itself before it ends.
 */
export function groupCommit(
  database: Database.Database,
  holds: () => boolean,
  log: Log,
  heard: { readonly onDiskFull?: () => void; readonly onCommit?: () => void } = {},
  soon: Soon = endOfThisTurn,
  flush: Omit<LogFlush, 'close'> | null = null,
): GroupCommit {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const savepoint = database.prepare('SAVEPOINT change');
  const keep = database.prepare('RELEASE change');
  const takeBack = database.prepare('ROLLBACK TO change');
  let queue: Job[] = [];
  let scheduled = false;
  let finished = false;
  let holders = 0;
  let lastJobs = 0;
  let rounds = 0;
  /** Committed and not yet on the disk: nobody has been told. */
  let flushing: readonly Job[] | null = null;
  /** The disk does not take what was committed: those jobs wait until it does, and nothing new is taken in. */
  let stuck = false;

  function surprise(event: string, error: unknown): Fault {
    const id = randomUUID().slice(0, 8);
    const stack = error instanceof Error ? error.stack : String(error);
    log.error(event, { id, code: errorCode(error), stack });
    return { code: 'internal', id };
  }

  function attempt<T>(change: () => T): T {
    const value = change();
    // Its work would go on after the commit, outside any transaction.
    if (value instanceof Promise) throw new TypeError('a change must not be asynchronous');
    return value;
  }

  function guarded<T>(change: () => T): Result<T> {
    savepoint.run();
    try {
      const value = attempt(change);
      keep.run();
      return ok(value);
    } catch (error) {
      // A full disk ends the transaction itself: there is no savepoint to go back to, nor any sense in going on.
      if (isDiskTrouble(error) || !database.inTransaction) throw error;
      takeBack.run();
      keep.run();
      return fail(surprise('store.changeFailed', error));
    }
  }

  /** A savepoint keeps a copy of each page that changes after it. Hardly ever is one needed: only after a change has thrown. */
  function commitTogether(jobs: readonly Job[]): Fault | null {
    const fault = commitAll(jobs, 'run');
    return fault === 'slip' ? commitAll(jobs, 'runGuarded') : fault;
  }

  /** `slip`: a change has thrown, and all are taken back. */
  function commitAll(jobs: readonly Job[], how: 'run'): Fault | 'slip' | null;
  function commitAll(jobs: readonly Job[], how: 'runGuarded'): Fault | null;
  function commitAll(jobs: readonly Job[], how: 'run' | 'runGuarded'): Fault | 'slip' | null {
    let changing = false;
    try {
      begin.run();
      if (!holds()) {
        log.error('store.ownerLost');
        return { code: 'ownerLost' };
      }
      changing = true;
      for (const job of jobs) job[how]();
      changing = false;
      commit.run();
      return null;
    } catch (error) {
      if (!isDiskTrouble(error)) return changing && how === 'run' ? 'slip' : surprise('store.commitFailed', error);
      log.error('store.diskFull', { code: errorCode(error), changes: jobs.length });
      if (database.inTransaction) leaveTransaction();
      heard.onDiskFull?.();
      return { code: 'diskFull' };
    } finally {
      if (database.inTransaction) leaveTransaction();
    }
  }

  function leaveTransaction(): void {
    try {
      rollback.run();
    } catch (error) {
      // The changes are answered all the same; the next ones hear of it when they cannot begin.
      surprise('store.rollbackFailed', error);
    }
  }

  function runBatch(): void {
    const jobs = queue.slice(0, BATCH);
    queue = queue.slice(BATCH);
    const fault = commitTogether(jobs);
    lastJobs = jobs.length;
    rounds = 0;
    if (fault === null) heard.onCommit?.();
    if (fault !== null || flush === null) return tell(jobs, fault);
    flushing = jobs;
    if (finished) return flushNow(flush);
    const onDisk = (): void => {
      // Another flush may have come before this one: that of the end.
      if (flushing !== jobs) return;
      flushing = null;
      stuck = false;
      tell(jobs, null);
      schedule();
    };
    if (jobs.length < CROWD) flush.here(onDisk, refuse);
    else flush.start(onDisk, refuse);
  }

  /** Whoever is told now can come again; a webhook that hears nothing waits for its time limit. */
  function refuse(): void {
    stuck = true;
    heard.onDiskFull?.();
    const refused = queue;
    queue = [];
    tell(refused, { code: 'diskFull' });
  }

  function tell(jobs: readonly Job[], fault: Fault | null): void {
    for (const job of jobs) job.settle(fault);
  }

  function flushNow({ now }: Pick<LogFlush, 'now'>): void {
    const jobs = flushing ?? [];
    flushing = null;
    try {
      now();
      tell(jobs, null);
    } catch {
      tell(jobs, { code: 'diskFull' });
    }
  }

  /** Others are on their way. */
  function isEarly(): boolean {
    rounds += 1;
    return lastJobs >= MANY && queue.length < BATCH && rounds <= ROUNDS;
  }

  /** What comes while a flush is under way shares the next one. */
  function isHeldUp(): boolean {
    return holders > 0 || flushing !== null;
  }

  function schedule(): void {
    if (scheduled || isHeldUp() || queue.length === 0) return;
    scheduled = true;
    soon(() => {
      scheduled = false;
      if (!isHeldUp() && queue.length > 0 && !isEarly()) runBatch();
      schedule();
    });
  }

  function drain(): void {
    while (holders === 0 && queue.length > 0) runBatch();
  }

  return {
    write: (change) =>
      new Promise((resolve) => {
        if (finished) return resolve(fail(surprise('store.writeAfterClose', new Error('the store is closed'))));
        if (stuck) return resolve(fail({ code: 'diskFull' }));
        let outcome: ReturnType<typeof guarded<ReturnType<typeof change>>> | undefined;
        queue.push({
          run: () => void (outcome = ok(attempt(change))),
          runGuarded: () => void (outcome = guarded(change)),
          settle: (fault) => {
            if (fault) resolve(fail(fault));
            else if (outcome) resolve(outcome);
          },
        });
        schedule();
      }),
    hold() {
      let isHeld = true;
      holders += 1;
      return () => {
        if (isHeld) holders -= 1;
        isHeld = false;
        if (finished) drain();
        else schedule();
      };
    },
    finish() {
      finished = true;
      if (flush !== null && flushing !== null) flushNow(flush);
      drain();
    },
  };
}
