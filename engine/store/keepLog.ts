import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { Log } from '../ports/log.ts';
import type { Copied } from './checkpointThread.ts';
import { errorCode } from './storeFault.ts';

/** Keeps the log short: copies it to the database (a checkpoint) beside the event loop. */
interface LogKeeper {
  /** To be called after each commit. */
  committed(): void;
  /** There is no room for a longer log: it is to begin anew, where it has room already. */
  full(): void;
  /** Before the database is closed; what is under way ends first. */
  close(): Promise<void>;
}
export type KeepLog = (database: LoggedDatabase, deps: LogKeeperDeps) => LogKeeper;
type LoggedDatabase = Pick<Database.Database, 'name' | 'pragma' | 'prepare'>;
interface LogKeeperDeps {
  readonly log: Log;
  /** As that of `GroupCommit`. */
  readonly hold: () => () => void;
}

type LogLook = readonly [busy: number, log: number, checkpointed: number];
const LOOK = 'PRAGMA wal_checkpoint(NOOP)';
/** Commits between two looks at the log, each of which costs a few microseconds. */
const LOOK_EVERY = 16;
/** Pages of 4 KB that are worth a copy: as many as SQLite waits for. */
const WORTH_PAGES = 1_000;
/** The thread is started a little before. */
const FIRST_PAGES = 500;
/** From here on it is to begin anew. A page that changes often is copied the more seldom the longer it is. */
const LONG_PAGES = 2_000;
/** The event loop copies by itself after all: the thread is far behind. A small disk has no room for much more. */
const TOO_LONG_PAGES = 3_000;
/** After a copy that failed: a full disk may be emptied, and each try costs. */
const COMMITS_TO_NEXT_TRY = 1_000;

/**
 * SQLite copies the log within the COMMIT that makes it a thousand pages long: 15 to 90 ms, many times a second under load,
 * with the event loop standing still. Here a thread with a connection of its own copies while commits go on (passive). That
 * alone would never end, for the log begins anew only when a commit finds all of it copied; so when it is long, and nearly all
 * is copied, commits are held for as long as the thread needs for the rest: a few ms, in which all but commits goes on.
 *
 * As safe as before: it is SQLite's own checkpoint, which flushes the log, then copies, then flushes the database, and only
 * then says in the log's index that this much is copied; killed at any point, the next start reads the log again. The thread
 * writes nothing to the log, so what `openLogFlush` says of it holds. If its copies fail, or it dies, or cannot be started,
 * SQLite copies within commits as it always did, and the log says so, until a later try succeeds.
 */
export const keepLog: KeepLog = (database, { log, hold }) => {
  // Raw: a pragma is planned anew at each run, and so would the maker of its row be compiled.
  const look = database.prepare<[], LogLook>(LOOK).raw();
  let thread: Worker | null = null;
  let gone: Promise<void> = Promise.resolve();
  let release: (() => void) | null = null;
  let copying = false;
  let closing = false;
  let proven = false;
  let isFull = false;
  let commits = 0;
  /** Copies have failed since one succeeded. */
  let failing = false;
  /** As many commits are there to be before the next copy. */
  let nextTry = 0;
  /** A reader may keep the log from beginning anew: it is tried again when it has grown on. */
  let longFrom = LONG_PAGES;

  /** Until the thread has shown that it works, and if it fails, commits copy by themselves. */
  const inCommitsFrom = (pages: number): void => void database.pragma(`wal_autocheckpoint = ${String(pages)}`);

  function start(): Worker {
    const opened = new Worker(threadFile(), { workerData: database.name });
    gone = new Promise((resolve) => opened.once('exit', () => resolve()));
    const dead = (why: string): void => {
      if (thread === opened) thread = null;
      else if (thread !== null) return;
      failed(why);
    };
    opened.on('message', heard);
    opened.once('error', (error: unknown) => dead(nameOf(error)));
    opened.once('exit', () => dead('exit'));
    return opened;
  }

  function copy(): void {
    try {
      thread ??= start();
      copying = true;
      // Commits may wait for it; at rest it must not keep alive a process that wants to end.
      thread.ref();
      thread.postMessage('copy');
    } catch (error) {
      failed(nameOf(error));
    }
  }

  function heard(done: Copied): void {
    copying = false;
    if (!closing) thread?.unref();
    const wasHeld = release !== null;
    letGo();
    if ('code' in done) return failed(done.code ?? 'unknown');
    if (!proven && !closing) inCommitsFrom(TOO_LONG_PAGES);
    if (failing) log.info('store.copiesBeside');
    failing = false;
    proven = true;
    if (wasHeld) longFrom = done.copied < done.pages ? done.pages + WORTH_PAGES : LONG_PAGES;
    else if (!closing && (done.pages >= longFrom || isFull)) finish();
    isFull = false;
  }

  /** The rest is what was committed while the thread copied. */
  function finish(): void {
    release = hold();
    copy();
  }

  function letGo(): void {
    const held = release;
    release = null;
    held?.();
  }

  /** Whatever is the matter, most likely a disk that is full: commits copy by themselves until a later try succeeds. */
  function failed(why: string): void {
    copying = false;
    isFull = false;
    proven = false;
    nextTry = commits + COMMITS_TO_NEXT_TRY;
    letGo();
    if (closing) return;
    if (!failing) log.warn('store.copiesInCommits', { reason: why });
    failing = true;
    inCommitsFrom(WORTH_PAGES);
  }

  /** Never throws: the commits before it stand, and whoever made them is to hear of it. */
  function lookAtLog(): LogLook | undefined {
    try {
      return look.get();
    } catch (error) {
      failed(nameOf(error));
      return undefined;
    }
  }

  return {
    committed() {
      commits += 1;
      if (closing || copying || commits < nextTry || commits % LOOK_EVERY !== 0) return;
      const found = lookAtLog();
      if (found === undefined) return;
      const [, pages, copied] = found;
      if (pages < LONG_PAGES) longFrom = LONG_PAGES;
      if (pages - copied >= (proven ? WORTH_PAGES : FIRST_PAGES)) copy();
      else if (pages >= longFrom) finish();
    },
    full() {
      if (closing || release !== null) return;
      if (copying) isFull = true;
      else finish();
    },
    async close() {
      closing = true;
      thread?.ref();
      thread?.postMessage('end');
      await gone;
      letGo();
    },
  };
};

/** Beside this file, in the sources as in a build; out of Electron's archive, which a thread does not read. */
function threadFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './checkpointThread.ts' : './checkpointThread.js';
  return new URL(new URL(file, import.meta.url).href.replace(/app\.asar\//u, 'app.asar.unpacked/'));
}

function nameOf(error: unknown): string {
  return errorCode(error) ?? (error instanceof Error ? error.name : 'unknown');
}
