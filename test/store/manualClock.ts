import type { Clock } from '../../engine/ports/clock.ts';

/** Time that stands until the test moves it; what falls due on the way runs in its order. */
export interface ManualClock extends Clock {
  forward(ms: number): void;
}

export function manualClock(start = 1_800_000_000_000): ManualClock {
  let now = start;
  let waiting: { readonly due: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const entry = { due: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    forward(ms) {
      const end = now + ms;
      for (;;) {
        const next = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (next === undefined) break;
        waiting = waiting.filter((other) => other !== next);
        now = next.due;
        next.run();
      }
      now = end;
    },
  };
}
