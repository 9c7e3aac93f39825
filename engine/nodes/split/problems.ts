import { foldText } from '../../expression/foldText.ts';
import type { LocalProblem } from '../kind.ts';
import type { SplitData } from './schema.ts';
import { branchName, sharesOf, wrongSum } from './shares.ts';

const FEWEST = 2;
const MOST = 5;
const NAME = 20;

export function splitProblems(data: SplitData): LocalProblem[] {
  const branches = data.branches ?? [];
  const problems: LocalProblem[] = [];
  const bounds = { least: FEWEST, most: MOST, count: branches.length };
  if (branches.length < FEWEST) problems.push({ code: 'E-BRANCHES', level: 'error', field: 'branches', facts: bounds });
  else if (branches.length > MOST)
    problems.push({ code: 'W-BRANCHES', level: 'warning', field: 'branches', facts: bounds });
  const sum = branches.length < FEWEST ? null : wrongSum(branches);
  if (sum !== null) problems.push({ code: 'E-SHARES', level: 'error', field: 'branches', facts: { sum } });
  const ids = new Set<string>();
  const names = new Set<string>();
  const shares = sharesOf(branches);
  branches.forEach((branch, at) => {
    const name = branchName(branch, at);
    const add = (
      code: string,
      level: LocalProblem['level'],
      facts: Readonly<Record<string, string | number>>,
    ): void => {
      problems.push({ code, level, exit: branch.id, field: 'branches', facts });
    };
    if (ids.has(branch.id)) add('E-DUPID', 'error', { id: branch.id });
    ids.add(branch.id);
    if (names.has(foldText(name))) add('E-DUPNAME', 'error', { name });
    names.add(foldText(name));
    if (name.length > NAME) add('E-NAMELEN', 'error', { name, limit: NAME });
    if (sum !== 0 && shares[at] === 0) add('W-ZEROSHARE', 'warning', { name });
  });
  if ((data.goal ?? '').trim() === '') problems.push({ code: 'I-NOGOAL', level: 'tip', field: 'goal' });
  return problems;
}
