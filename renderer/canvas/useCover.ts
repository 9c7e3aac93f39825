import { useChecks } from '../checks/checksStore.ts';

/** How many checks go through this block, or this output of it; undefined = that is not on show. */
export function useCover(flow: string, node: string, exit?: string): number | undefined {
  return useChecks(({ painted, last }) => {
    if (!painted || last === null) return undefined;
    const { nodes, exits } = last.through;
    return exit === undefined ? (nodes[`${flow}/${node}`] ?? 0) : (exits[`${flow}/${node}/${exit}`] ?? 0);
  });
}
