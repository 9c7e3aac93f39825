import type { Random } from './random.ts';

/** How often things go wrong, 0..1, and how badly (ms). */
export interface Weather {
  redelivered: number;
  reordered: number;
  tooManyRequests: number;
  serverErrors: number;
  lostRequests: number;
  lostAnswers: number;
  historyLagMs: number;
  /** Nothing passes between the engine and the outside. */
  cut: boolean;
  /** The account's webhooks come, and it cannot be asked. */
  apiDown: boolean;
  /** Failed deliveries in a row after which the account switches a webhook off. */
  switchesOffAfter: number;
}

export const CALM: Weather = {
  redelivered: 0,
  reordered: 0,
  tooManyRequests: 0,
  serverErrors: 0,
  lostRequests: 0,
  lostAnswers: 0,
  historyLagMs: 0,
  cut: false,
  apiDown: false,
  switchesOffAfter: 1_000,
};

/** The mix of the promise, sometimes calmer and sometimes worse. */
export function weatherOf(random: Random): Weather {
  const force = random.pick([0.5, 1, 1, 2]);
  return {
    redelivered: 0.15 * force,
    reordered: random.chance(0.3) ? 0.05 : 0,
    tooManyRequests: 0.05 * force,
    serverErrors: 0.03 * force,
    lostRequests: 0.02 * force,
    lostAnswers: 0.04 * force,
    historyLagMs: random.pick([0, 100, 400]),
    cut: false,
    apiDown: false,
    switchesOffAfter: random.chance(0.3) ? 6 : 1_000,
  };
}
