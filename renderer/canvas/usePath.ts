import { useChecks } from '../checks/checksStore.ts';
import { useChatView } from '../simulator/chatView.ts';
import { useShownPath } from './shownPath.ts';

/** How the test chat names a place. */
export function pathKey(flow: string, node: string): string {
  return `${flow}/${node}`;
}

export interface PathOf {
  /** The steps of the test at this block, «1, 4». */
  readonly steps: string | undefined;
  readonly state: 'current' | 'visited' | 'dim' | undefined;
  /** What failed here in the test, as the trace names it. */
  readonly failed: string | undefined;
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

/** Is the path on the canvas? One picture at a time: what the checks go through takes its place. */
export function usePathShown(): boolean {
  const shown = useChatView((view) => view.path);
  const painted = useChecks((state) => state.painted);
  return shown && !painted;
}

/** A block on the path of the test chat. While no test runs, nothing is marked and nothing is dimmed. */
export function usePathOf(flow: string, node: string): PathOf {
  const key = pathKey(flow, node);
  const shown = usePathShown();
  const dims = useChatView((view) => view.dim);
  const steps = useShownPath((state) => (shown ? stepsText(state.visits[key]) : undefined));
  const failed = useShownPath((state) => (shown ? state.failed[key] : undefined));
  const state = useShownPath((path) => {
    if (!shown) return undefined;
    if (path.current === key) return 'current';
    if (path.visits[key] !== undefined) return 'visited';
    return dims && flowsOf(path.visits).has(flow) ? 'dim' : undefined;
  });
  return { steps, state, failed };
}

export interface TravelledOf {
  readonly state: 'no' | 'yes' | 'arrived' | 'dim';
  /** The step at which it was taken last. */
  readonly step: number | undefined;
}

/** Was this connection taken in the test, and is it the one by which the conversation came to where it stands? */
export function useTravelled(flow: string, node: string, exit: string): TravelledOf {
  const key = `${flow}/${node}/${exit}`;
  const shown = usePathShown();
  const dims = useChatView((view) => view.dim);
  const step = useShownPath((state) => (shown ? state.travelled[key] : undefined));
  const state = useShownPath((path) => {
    if (!shown) return 'no';
    if (path.arrived === key) return 'arrived';
    if (path.travelled[key] !== undefined) return 'yes';
    return dims && flowsOf(path.visits).has(flow) ? 'dim' : 'no';
  });
  return { state, step };
}
