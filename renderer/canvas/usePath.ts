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

/** A block on the path of the test chat. While no test runs, nothing is marked and nothing is dimmed. */
export function usePathOf(flow: string, node: string): PathOf {
  const key = pathKey(flow, node);
  const steps = useSimulator((state) => stepsText(state.visits[key]));
  const state = useSimulator((simulator) => {
    if (simulator.current === key) return 'current';
    if (simulator.visits[key] !== undefined) return 'visited';
    return Object.keys(simulator.visits).length > 0 ? 'dim' : undefined;
  });
  return { steps, state };
}

/** Was this connection taken in the test? `last`: it was the newest step. */
export function useTravelled(flow: string, node: string, exit: string): 'no' | 'yes' | 'dim' {
  return useSimulator((state) => {
    if (state.travelled[`${flow}/${node}/${exit}`] !== undefined) return 'yes';
    return Object.keys(state.visits).length > 0 ? 'dim' : 'no';
  });
}
