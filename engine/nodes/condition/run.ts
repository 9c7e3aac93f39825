import type { NodeKind } from '../kind.ts';
import { caseHolds } from './caseHolds.ts';
import { caseLabel } from './caseLabel.ts';
import { asked, compared, uncertainExits } from './compared.ts';
import { rowsIn } from './leaves.ts';
import { conditionProblems } from './problems.ts';
import { conditionSchema, type ConditionData } from './schema.ts';
import { ELSE, isText } from './subject.ts';

export const condition: NodeKind<ConditionData, 'condition'> = {
  kind: 'condition',
  family: 'logic',
  schema: conditionSchema,
  entry: false,
  exits: (data, facts) => [
    ...(data.cases ?? []).map((branch, at) => ({
      id: branch.id,
      required: true,
      dashed: false,
      label: branch.label === '' ? '' : caseLabel(branch, at, facts),
    })),
    { id: ELSE, required: true, dashed: true },
  ],
  initial: () => ({ cases: [{ id: 'c1', all: [{ op: '=' }] }] }),
  enter(data, context) {
    const taken = (data.cases ?? []).find((branch) => caseHolds(branch, context));
    return { do: 'leave', exit: taken?.id ?? ELSE };
  },
  // Names that stand alone on the left are checked by `problems`, which knows their other spellings.
  texts: (data) =>
    (data.cases ?? [])
      .flatMap(rowsIn)
      .flatMap(({ left = '', right }) => [isText(left) ? left : '', ...[right ?? ''].flat().map(String)])
      .filter((text) => text.includes('{{')),
  reads: asked,
  compares: compared,
  decides: 'values',
  uncertain: uncertainExits,
  problems: conditionProblems,
};
