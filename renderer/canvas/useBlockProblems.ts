import type { Problem } from '../../engine/check/problem.ts';
import { problemsAt } from '../editor/problemIndex.ts';
import { useEditor } from '../editor/store.ts';

/** What is wrong with one block. */
export function useBlockProblems(flow: string, node: string): readonly Problem[] {
  return useEditor((state) => problemsAt(state.problems, flow, node));
}
