/** A process of the simulated machine: what it has set going ends with it, or stands still while it is stopped. */
export interface Life {
  dead: boolean;
  /** SIGSTOP: nothing of it runs before then (epoch ms). */
  frozenUntil: number;
}

interface Entry {
  due: number;
  readonly order: number;
  readonly run: () => void;
  readonly life: Life | null;
  cancelled: boolean;
}

/** One queue for all that happens, in the order of its time. */
export interface VirtualTime {
  now(): number;
  /** `life`: whose it is; null = the world's own. The returned function cancels. */
  after(ms: number, run: () => void, life: Life | null): () => void;
  /** Runs what falls due, and all that follows from it at once, until `done` or until nothing is left before `end`. */
  run(end: number, done: () => boolean): Promise<void>;
  /** How many things have happened. */
  steps(): number;
}

/** Every promise that can settle without time passing has settled when this one does. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function virtualTime(start: number): VirtualTime {
  let now = start;
  let order = 0;
  let steps = 0;
  const heap: Entry[] = [];

  const before = (a: Entry, b: Entry): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);

  function push(entry: Entry): void {
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || before(above, entry)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  }

  function pop(): Entry | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      if (left === undefined) break;
      const isRight = right !== undefined && before(right, left);
      const child = isRight ? right : left;
      if (before(last, child)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
    return first;
  }

  return {
    now: () => now,
    steps: () => steps,
    after(ms, run, life) {
      const entry: Entry = { due: now + Math.max(0, ms), order: (order += 1), run, life, cancelled: false };
      push(entry);
      return () => {
        entry.cancelled = true;
      };
    },
    async run(end, done) {
      await settled();
      while (!done()) {
        const next = heap[0];
        if (next === undefined || next.due > end) {
          now = Math.max(now, end);
          return;
        }
        pop();
        if (next.cancelled || next.life?.dead === true) continue;
        now = Math.max(now, next.due);
        if (next.life !== null && next.life.frozenUntil > now) {
          next.due = next.life.frozenUntil;
          push(next);
          continue;
        }
        steps += 1;
        next.run();
        await settled();
      }
    },
  };
}
