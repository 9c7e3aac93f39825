import { useSyncExternalStore } from 'react';

const STEP_MS = 15_000;

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, STEP_MS);
  return () => clearInterval(timer);
}

function present(): number {
  return Math.floor(Date.now() / STEP_MS) * STEP_MS;
}

/** The time for «5 minutes ago», moved on every quarter of a minute. Never ahead of the clock. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, present);
}
