import { z } from 'zod';
import { isRecord, label, numeral, renamed } from '../spellings.ts';

const branchSchema = renamed(
  { name: 'label', title: 'label', share: 'weight', percent: 'weight', probability: 'weight' },
  z.looseObject({
    id: label.pipe(z.string().min(1)),
    /** Absent = a letter by its place. */
    label: label.optional(),
    /** Beside the others' weights; absent = what the others leave of a hundred. */
    weight: z.preprocess(withoutSign, numeral(z.number().min(0))).optional(),
  }),
);
export type Branch = z.infer<typeof branchSchema>;

/** A list, or a map of weights by id. A branch without an id goes by its letter. */
function readBranches(value: unknown): unknown {
  const list: unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.entries(value).map(([id, weight]) => ({ id, weight }))
      : [value];
  return list.map((one, at) => {
    if (typeof one === 'string') return { id: one };
    return isRecord(one) ? { ...one, id: one.id ?? letterAt(at).toLowerCase() } : one;
  });
}

/** «50 %» for 50. */
function withoutSign(weight: unknown): unknown {
  return typeof weight === 'string' ? weight.replace(/\s*%\s*$/u, '') : weight;
}

export const splitSchema = renamed(
  { variants: 'branches', options: 'branches' },
  z.looseObject({
    branches: z.preprocess(readBranches, z.array(branchSchema)).optional(),
    /** A customer keeps the branch of the first time. Default on. */
    sticky: z.boolean().optional(),
    /** The name of the goal by which the branches are compared. */
    goal: z.string().optional(),
  }),
);
export type SplitData = z.infer<typeof splitSchema>;

const LETTERS = 26;

/** A, B, … Z, A2, … */
export function letterAt(at: number): string {
  const round = Math.floor(at / LETTERS);
  return String.fromCodePoint(65 + (at % LETTERS)) + (round === 0 ? '' : String(round + 1));
}
