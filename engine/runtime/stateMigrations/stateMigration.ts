/** One step of the state's history: from `from` to `from + 1`, pure. */
export interface StateMigration {
  readonly from: number;
  up(state: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}
