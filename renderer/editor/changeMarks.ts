import { create } from 'zustand';
import type { ChangeMark, ChangeMarks } from './marksOf.ts';

const NONE: ChangeMarks = { nodes: {}, edges: {} };

/** What differs from a published version, while somebody compares the two on the canvas. */
const useChangeMarks = create<ChangeMarks>(() => NONE);

export function showMarks(marks: ChangeMarks | null): void {
  useChangeMarks.setState(marks ?? NONE, true);
}

export function useNodeMark(flow: string, node: string): ChangeMark | undefined {
  return useChangeMarks((state) => state.nodes[`${flow}/${node}`]);
}

export function useEdgeMark(flow: string, node: string, exit: string): ChangeMark | undefined {
  return useChangeMarks((state) => state.edges[`${flow}/${node}/${exit}`]);
}
