import type { Case } from '../../../engine/nodes/condition/schema.ts';
import type { KindData } from '../../../engine/nodes/registry.ts';
import type { ExitEditing } from '../face.ts';
import { moveById } from '../moveById.ts';

/** Names of branches are edited on their output rows; one without a name is called by what it asks. */
export const caseEditing: ExitEditing<KindData<'condition'>> = {
  rename(data, exit, label) {
    return changed(data.cases ?? [], exit, (branch) => ({ ...branch, label }));
  },
  next(data, exit) {
    const cases = data.cases ?? [];
    const at = cases.findIndex((branch) => branch.id === exit);
    const follower = at < 0 ? undefined : cases[at + 1];
    return follower === undefined ? null : { exit: follower.id, patch: {} };
  },
  move(data, exit, by) {
    const cases = moveById(data.cases ?? [], exit, by);
    return cases && { cases };
  },
  leave(data, exit) {
    const left = data.cases?.find((branch) => branch.id === exit);
    // No name at all is as it was; one that was emptied is taken away.
    if (left?.label?.trim() !== '') return null;
    return changed(data.cases ?? [], exit, ({ label: _, ...branch }) => branch);
  },
};

function changed(cases: readonly Case[], id: string, change: (branch: Case) => Case): { cases: Case[] } | null {
  const at = cases.findIndex((branch) => branch.id === id);
  const old = cases[at];
  return old === undefined ? null : { cases: cases.with(at, change(old)) };
}
