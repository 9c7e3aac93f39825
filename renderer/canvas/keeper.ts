interface Made<T> {
  readonly from: readonly unknown[];
  readonly object: T;
}

function sameInputs(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, at) => Object.is(value, b[at]));
}

/** Keeps every object whose inputs are the same, and the array too when all of them are. */
export function keeper<T>(): (list: readonly { id: string; from: readonly unknown[]; make: () => T }[]) => T[] {
  let made = new Map<string, Made<T>>();
  let before: T[] = [];
  return (list) => {
    const next = new Map<string, Made<T>>();
    const after = list.map(({ id, from, make }) => {
      const old = made.get(id);
      const kept = old && sameInputs(old.from, from) ? old : { from, object: make() };
      next.set(id, kept);
      return kept.object;
    });
    made = next;
    if (!sameInputs(before, after)) before = after;
    return before;
  };
}
