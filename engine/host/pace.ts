/** How patient the engine is, ms. One place, so that a test can make hours of it seconds. */
export interface Pace {
  /** Longer than the CRM's history can lag behind a request: an unclear send is looked up only then (reliability.md, 1.3). */
  readonly settleMs: number;
  /** A message that was sent again is looked for once more after this: is it there twice? */
  readonly secondLookMs: number;
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
  /** A tunnel is looked through from the outside this often (reliability.md, 4.3), */
  readonly probeMs: number;
  /** and after a miss this often, until it carries again or is opened anew. */
  readonly probeAgainMs: number;
  /** A new address may take a while until the names of the internet know it. */
  readonly probeFirstMs: readonly number[];
  /** Pauses before a tunnel is opened again; the last one repeats. Each is stretched or cut by up to a quarter. */
  readonly tunnelRetryMs: readonly number[];
  /** A server that says no bans whoever asks again and again: only a person can mend it. */
  readonly tunnelRefusedMs: number;
}

export const USUAL_PACE: Pace = {
  settleMs: 5_000,
  secondLookMs: 60_000,
  retryMs: [1_000, 2_000, 5_000, 10_000],
  badTokenMs: 60_000,
  watchMs: 120_000,
  sweepMs: 180_000,
  lateMs: 120_000,
  staleMs: 1_800_000,
  probeMs: 60_000,
  probeAgainMs: 10_000,
  probeFirstMs: [500, 1_000, 2_000, 4_000, 8_000, 8_000],
  tunnelRetryMs: [1_000, 2_000, 5_000, 15_000, 30_000, 60_000],
  tunnelRefusedMs: 600_000,
};
