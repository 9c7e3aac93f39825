/** A bot file of an old format as it was read: JSON, and nothing known of it. */
export type RawBot = Readonly<Record<string, unknown>>;

/** One step of the file's history: from `from` to `from + 1`. Pure; it never drops what it does not understand. */
export interface BotMigration {
  readonly from: number;
  readonly name: string;
  up(bot: RawBot): RawBot;
}
