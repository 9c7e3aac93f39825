import type { Effect } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import type { Owner, Place, SessionState } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import type { InboxInsert } from './inboxStore.ts';
import type { Thread } from './thread.ts';

export interface SessionRow {
  readonly lead: string;
  readonly version: number;
  readonly state: SessionState;
  readonly thread: Thread;
  readonly lastText: string;
  readonly updatedAt: number;
  /** The state is not what the last recorded turn left: a new lead, news taken in without a turn, a state that was saved or renewed. */
  readonly unrecorded?: true;
}

/** A line of the list in Live, without the state's weight. */
export interface SessionSummary {
  readonly lead: string;
  readonly name: string;
  readonly channel: string;
  readonly owner: Owner;
  readonly reason: string;
  readonly phase: string;
  readonly status: string | null;
  readonly node: string | null;
  readonly lastText: string;
  readonly updatedAt: number;
  readonly botVersion: number;
  /** When the bot goes on by itself, if nothing comes before (epoch ms). */
  readonly nextAt: number | null;
  /** Since when the customer waits for a person's word; null = for none. */
  readonly waitingSince: number | null;
  /** An answer was given up or is in doubt, or a message could not be dealt with, and nobody has seen to it yet. */
  readonly troubled: boolean;
}

/** Conversations of a bot in which something happened in one hour; `hour` counts from the beginning asked for. */
export interface ActivityRow {
  readonly bot: string;
  readonly hour: number;
  readonly people: number;
}

/** How many conversations under way stand at one place, in one way. Null where the stored state does not say. */
export interface StandingRow {
  readonly owner: Owner;
  readonly flow: string | null;
  readonly node: string | null;
  /** An effect is under way whose outcome the node waits for. */
  readonly busy: boolean;
  /** Ids of the options on offer. */
  readonly offered: readonly string[];
  /** Nodes that called the sub-flows under way. */
  readonly callers: readonly Place[];
  readonly people: number;
}

export interface TimerRow {
  readonly lead: string;
  readonly timer: string;
  readonly due: number;
}

/** The record of a turn: enough to run it again (event with time and chance, version) and to show it. */
export interface TraceRow {
  readonly id: number;
  readonly lead: string;
  readonly version: number;
  readonly at: number;
  readonly event: TurnEvent;
  readonly entries: readonly TraceEntry[];
  readonly effects: readonly Effect[];
  /** The state it began from, kept where the turns before it do not tell (and now and then, since old turns are forgotten). */
  readonly before?: SessionState;
  /** The state it left, kept where no flow was run: a conversation given to people. */
  readonly after?: SessionState;
}

export interface SessionReader {
  session(lead: string): SessionRow | null;
  sessions(limit: number): readonly SessionSummary[];
  ahead(lead: string): Pick<SessionSummary, 'nextAt' | 'waitingSince' | 'troubled'>;
  sessionCount(): number;
  /** Versions that conversations are pinned to. */
  pinnedVersions(): readonly number[];
  /**
   * Conversations under way on `version`, counted by where they stand: a part of them a call, so that nobody waits while a
   * hundred thousand are counted. One that has been silent since before `since` (epoch ms) is under way only while a timer
   * is set, the bot itself lets time pass, or a person has it: its next message begins anew. `after`: `next` of the part before, 0 = the first.
   */
  standing(
    version: number,
    since: number,
    after: number,
    /** Of these alone. */
    leads?: readonly string[],
  ): { readonly rows: readonly StandingRow[]; readonly next: number | null };
  /** Of the account whose leads' keys begin with `scope` (`leadKey.ts`); by default, of the first one. */
  dueTimers(now: number, scope?: string): readonly TimerRow[];
  nextTimer(scope?: string): number | null;
  traces(lead: string, limit: number): readonly TraceRow[];
  /** The same with null where a turn can no longer be read. */
  recorded(lead: string, limit: number): readonly (TraceRow | null)[];
  /** Turns since then (epoch ms): conversations by hour, and each counted once. */
  activity(since: number): {
    readonly hours: readonly ActivityRow[];
    readonly totals: readonly { readonly bot: string; readonly people: number }[];
  };
}

export interface SessionWriter {
  /** Deletes the timer and puts its event in the inbox. */
  fireTimer(row: TimerRow, now: number): InboxInsert;
}
