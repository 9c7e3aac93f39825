import type { NodeKind } from '../kind.ts';
import { splitProblems } from './problems.ts';
import { splitSchema, type SplitData } from './schema.ts';
import { branchName, drawBranch } from './shares.ts';

export const split: NodeKind<SplitData, 'split'> = {
  kind: 'split',
  family: 'logic',
  schema: splitSchema,
  entry: false,
  exits: (data) =>
    (data.branches ?? []).map((branch, at) => ({
      id: branch.id,
      required: true,
      dashed: false,
      label: branch.label === '' ? '' : branchName(branch, at),
    })),
  initial: () => ({
    branches: [
      { id: 'a', label: 'A', weight: 50 },
      { id: 'b', label: 'B', weight: 50 },
    ],
  }),
  enter(data, context) {
    const branches = data.branches ?? [];
    const isSticky = data.sticky !== false;
    const kept = isSticky ? context.choice() : undefined;
    // A branch that was taken out of the test since is drawn anew.
    const taken = branches.find((branch) => branch.id === kept) ?? drawBranch(branches, context.random());
    if (taken === undefined) return { do: 'leave', exit: '' };
    if (isSticky && taken.id !== kept) context.keepChoice(taken.id);
    return { do: 'leave', exit: taken.id };
  },
  decides: 'chance',
  texts: () => [],
  problems: splitProblems,
};
