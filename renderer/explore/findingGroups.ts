import type { ExploreReport } from '../../engine/check/explore/explore.ts';
import type { Exploration, Finding } from '../../engine/check/explore/findings.ts';

/** The lists of a report in the order they are shown: the gravest first. */
const GROUPS = [
  { list: 'deadEnds', level: 'error' },
  { list: 'loops', level: 'error' },
  { list: 'endlessMisses', level: 'warning' },
  { list: 'unwritten', level: 'warning' },
  { list: 'unreachable', level: 'warning' },
  { list: 'deadExits', level: 'warning' },
] as const satisfies readonly { readonly list: keyof Exploration; readonly level: string }[];

export interface FindingGroup {
  readonly list: keyof Exploration;
  readonly level: 'error' | 'warning';
  readonly findings: readonly Finding[];
}

/** What a walk found, kind by kind; kinds of which there is nothing are left out. */
export function findingGroups(report: ExploreReport): readonly FindingGroup[] {
  return GROUPS.map((group) => ({ ...group, findings: report[group.list] })).filter(
    ({ findings }) => findings.length > 0,
  );
}

export function findingCount(report: ExploreReport): number {
  return GROUPS.reduce((sum, { list }) => sum + report[list].length, 0);
}
