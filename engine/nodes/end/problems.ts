import type { BotFacts } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import type { LocalProblem } from '../kind.ts';
import type { EndData } from './schema.ts';

const LONGEST_OUTCOME = 30;
const LONGEST_TEXT = 300;

export function endProblems(data: EndData, facts: BotFacts): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const outcome = (data.outcome ?? '').trim();
  if (outcome.length > LONGEST_OUTCOME)
    problems.push({
      code: 'W-NAMELEN',
      level: 'warning',
      field: 'outcome',
      facts: { name: outcome, limit: LONGEST_OUTCOME },
    });
  for (const field of ['text', 'ratingText'] as const)
    if ((data[field] ?? '').length > LONGEST_TEXT)
      problems.push({ code: 'W-LEN', level: 'warning', field, facts: { limit: LONGEST_TEXT } });
  const status = data.status ?? '';
  if (status !== '' && !facts.statuses.some((known) => known.id === status))
    problems.push({ code: 'E-REF', level: 'error', field: 'status', facts: { what: 'status', id: status } });
  const variable = data.ratingTo ?? '';
  if (data.rating === true && variable !== '') {
    if (!isVariableName(variable))
      problems.push({ code: 'E-VARNAME', level: 'error', field: 'ratingTo', facts: { name: variable } });
    else if (!facts.variables.some((known) => known.id === variable))
      problems.push({ code: 'E-VAR', level: 'error', field: 'ratingTo', facts: { name: variable } });
  }
  return problems;
}
