/** Time, injected so that tests and the simulator own it. Due times are wall clock: a laptop sleeps. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `run` once after about `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
}
