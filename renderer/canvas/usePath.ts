import { useSimulator } from '../simulator/store.ts';

/** How the test chat names a place. */
export function pathKey(flow: string, node: string): string {
  return `${flow}/${node}`;
}

export interface PathOf {
  /** The steps of the test at this block, «1, 4». */
  readonly steps: string | undefined;
  readonly state: 'current' | 'visited' | 'dim' | undefined;
}

const MOST_STEPS = 3;

/** The steps at a block as its badge says them: all of a few, the last of many. */
export function stepsText(steps: readonly number[] | undefined): string | undefined {
  if (!steps || steps.length === 0) return undefined;
  return steps.length > MOST_STEPS ? `…${steps.slice(-2).join(', ')}` : steps.join(', ');
}

const flows = new WeakMap<object, ReadonlySet<string>>();

/** The flows a test came through: in one that it never entered there is no path to set off. */
function flowsOf(visits: Readonly<Record<string, readonly number[]>>): ReadonlySet<string> {
  const known = flows.get(visits) ?? new Set(Object.keys(visits).map((key) => key.slice(0, key.lastIndexOf('/'))));
  flows.set(visits, known);
  return known;
}

/** A block on the path of the test chat. While no test runs, nothing is marked and nothing is dimmed. */
export function usePathOf(flow: string, node: string): PathOf {
  const key = pathKey(flow, node);
  const steps = useSimulator((state) => stepsText(state.visits[key]));
  const state = useSimulator((simulator) => {
    if (simulator.current === key) return 'current';
    if (simulator.visits[key] !== undefined) return 'visited';
    return flowsOf(simulator.visits).has(flow) ? 'dim' : undefined;
  });
  return { steps, state };
}

/** Was this connection taken in the test? */
export function useTravelled(flow: string, node: string, exit: string): 'no' | 'yes' | 'dim' {
  return useSimulator((state) => {
    if (state.travelled[`${flow}/${node}/${exit}`] !== undefined) return 'yes';
    return flowsOf(state.visits).has(flow) ? 'dim' : 'no';
  });
}
