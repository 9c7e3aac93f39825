/** A bot as it is being edited. `revision` grows by one a save; a save names the revision it began from. */
export interface BotRow {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly updatedAt: number;
}

export interface BotDraft extends BotRow {
  readonly body: string;
}

/** The steps of undo of a draft, oldest first; the last `undone` can be redone. A `body` of null is kept already. */
export interface DraftSteps {
  readonly list: readonly { readonly id: string; readonly body: string | null }[];
  readonly undone: number;
}

/** A published bot. Never changes. `number` counts from 1 within its bot. */
export interface VersionRow {
  readonly id: number;
  readonly bot: string;
  readonly number: number;
  readonly note: string;
  readonly publishedAt: number;
}

/** For whom a version is: the people who try it out, or everybody. */
export type Audience = 'test' | 'all';

/** A version went to those who meet it: published, or brought back. */
export interface ReleaseRow {
  readonly version: number;
  readonly audience: Audience;
  readonly at: number;
}

export interface StatusLink {
  readonly status: string;
  readonly external: string;
  readonly name: string;
}

export interface BotReader {
  bots(): readonly BotRow[];
  bot(id: string): BotDraft | null;
  /** Null = none were ever kept. Of use only while `revision` is the draft's. */
  draftSteps(
    bot: string,
  ): { readonly revision: number; readonly undone: number; readonly bodies: readonly string[] } | null;
  versions(bot: string): readonly VersionRow[];
  version(id: number): { readonly row: VersionRow; readonly body: string } | null;
  /** Newest first. */
  releases(bot: string): readonly ReleaseRow[];
  setting(key: string): unknown;
  statusLinks(bot: string): readonly StatusLink[];
}

export interface BotWriter {
  createBot(id: string, name: string, body: string): BotDraft;
  /** Fault-like answer `null` when the base revision is not the present one. */
  saveBot(id: string, baseRevision: number, name: string, body: string): BotRow | null;
  /** Replaces the steps of a draft by these, which fit its `revision`. They go with their bot. */
  putDraftSteps(bot: string, revision: number, steps: DraftSteps): void;
  deleteBot(id: string): boolean;
  publish(bot: string, body: string, note: string): VersionRow;
  release(version: number, audience: Audience): void;
  putSetting(key: string, json: unknown): void;
  deleteSetting(key: string): void;
  putStatusLinks(bot: string, links: readonly StatusLink[]): void;
}
