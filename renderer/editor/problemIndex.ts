import type { Problem } from '../../engine/check/problem.ts';

const NONE: readonly Problem[] = [];
const indexes = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>();

function key(flow: string, node: string): string {
  // The length keeps two pairs apart whatever is in the ids; JSON would cost more, and every card asks on every frame.
  return `${String(flow.length)}/${flow}/${node}`;
}

/** The problems of one node; the same array until the check runs again. */
export function problemsAt(problems: readonly Problem[], flow: string, node: string): readonly Problem[] {
  let index = indexes.get(problems);
  if (!index) {
    index = Map.groupBy(
      problems.filter((problem) => problem.node !== null),
      (problem) => key(problem.flow, problem.node ?? ''),
    );
    indexes.set(problems, index);
  }
  return index.get(key(flow, node)) ?? NONE;
}
