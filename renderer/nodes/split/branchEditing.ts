import type { Branch } from '../../../engine/nodes/split/schema.ts';
import type { KindData } from '../../../engine/nodes/registry.ts';
import type { ExitEditing } from '../face.ts';
import { moveById } from '../moveById.ts';

/** Names of variants are edited on their output rows; one without a name goes by its letter. */
export const branchEditing: ExitEditing<KindData<'split'>> = {
  rename: (data, exit, label) => changed(data.branches ?? [], exit, (branch) => ({ ...branch, label })),
  next(data, exit) {
    const branches = data.branches ?? [];
    const at = branches.findIndex((branch) => branch.id === exit);
    const follower = at < 0 ? undefined : branches[at + 1];
    return follower === undefined ? null : { exit: follower.id, patch: {} };
  },
  move(data, exit, by) {
    const branches = moveById(data.branches ?? [], exit, by);
    return branches && { branches };
  },
  leave(data, exit) {
    const left = data.branches?.find((branch) => branch.id === exit);
    // No name at all is as it was; one that was emptied is taken away.
    if (left?.label?.trim() !== '') return null;
    return changed(data.branches ?? [], exit, ({ label: _, ...branch }) => branch);
  },
};

function changed(
  branches: readonly Branch[],
  id: string,
  change: (branch: Branch) => Branch,
): { branches: Branch[] } | null {
  const at = branches.findIndex((branch) => branch.id === id);
  const old = branches[at];
  return old === undefined ? null : { branches: branches.with(at, change(old)) };
}
