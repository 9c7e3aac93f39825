import type { Result } from '../model/result.ts';

/** `daily` and `manual` by their names; `before` = before a change of the database's shape; `other` = put there by hand. */
export type BackupKind = 'daily' | 'manual' | 'before' | 'other';

/** A checked copy of the database in `backups/`. `at`: epoch ms. */
export interface BackupFile {
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: number;
  readonly bytes: number;
}

/** Bytes; `free` is null where the system does not tell. */
export interface DiskState {
  readonly free: number | null;
  readonly database: number;
  /** Less than `LIMITS.diskLowBytes` are left. */
  readonly low: boolean;
  /** A write was refused, and there is no room to go on yet: nothing new is taken in. */
  readonly full: boolean;
}

/** Whom to forget: a conversation, or everybody whose number this is (in any spelling). */
export type CustomerKey = { readonly lead: string } | { readonly phone: string };

export interface Erased {
  readonly leads: readonly string[];
  /** Rows deleted, over all tables. */
  readonly rows: number;
  /** Copies in `backups/` that were cleaned too, and those that could not be. */
  readonly backups: number;
  readonly backupsLeft: readonly string[];
  /** False: there was no room to rewrite the file, so traces may stay in it until the next time. */
  readonly rewritten: boolean;
}

/** Looking after the data folder itself. */
export interface StoreCare {
  disk(): DiskState;
  /** `disk().full` alone, which costs nothing to ask. */
  isFull(): boolean;
  /** Rows that were ever written: turns run, events taken in, effects decided on. They outlive retention and restarts. */
  totals(): { readonly turns: number; readonly taken: number; readonly effects: number };
  /** Newest first. */
  backups(): readonly BackupFile[];
  /** A checked copy in `backups/`; older ones of its kind beyond their number go. Faults: `diskFull`, `fileUnreadable`. */
  backUp(kind: 'daily' | 'manual'): Promise<Result<BackupFile>>;
  /** Leads of these customers, as far as the present rows know their numbers. */
  leadsOf(customer: CustomerKey): readonly string[];
  /**
   * Deletes every row of these leads, here and in the copies in `backups/`, and rewrites the files, so that nothing of them
   * is left in free pages (reliability.md, 4.8). All that was taken in of them stays forgotten, whatever the account's
   * history shows. So does what it dates before `until`: epoch ms, surely past by the account's clock; null = nobody knows
   * what time it is there. `onGone`: the rows are gone here; files are still to be rewritten. Faults: those of `write`.
   */
  erase(
    leads: readonly string[],
    how: { readonly until: number | null; readonly onGone?: () => void },
  ): Promise<Result<Erased>>;
  /** Days that finished messages and records are kept; takes effect with the next sweep. */
  readonly keepDays: () => number;
  setKeepDays(days: number): Promise<Result<void>>;
}
