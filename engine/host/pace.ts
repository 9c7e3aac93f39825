/** How patient the engine is, ms. One place, so that a test can make hours of it seconds. */
export interface Pace {
  /** Longer than the CRM's history can lag behind a request: an unclear send is looked up only then (reliability.md, 1.3). */
  readonly settleMs: number;
  /** Pauses between attempts to reach an account that does not answer; the last one repeats. */
  readonly retryMs: readonly number[];
  /** A refused token is asked about at most this often: more would be hammering. */
  readonly badTokenMs: number;
  /** Umnico switches a dead webhook off without a word; this often it is looked at (umnico-api.md, 5.1). */
  readonly watchMs: number;
  /** What a webhook that was off for a while did not bring is fetched this often. */
  readonly sweepMs: number;
  /** A message that comes this late may have been answered by a person meanwhile: the CRM is asked first. */
  readonly lateMs: number;
  /** Nobody wants the answer to a question of this age: it is set aside for people (reliability.md, 5). */
  readonly staleMs: number;
}

export const USUAL_PACE: Pace = {
  settleMs: 5_000,
  retryMs: [1_000, 2_000, 5_000, 10_000],
  badTokenMs: 60_000,
  watchMs: 120_000,
  sweepMs: 600_000,
  lateMs: 120_000,
  staleMs: 1_800_000,
};
