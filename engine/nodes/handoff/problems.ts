import type { BotFacts } from '../../model/definitions.ts';
import type { LocalProblem } from '../kind.ts';
import { mentionsContact } from './placeholders.ts';
import type { HandoffData } from './schema.ts';

const LONGEST_TEXT = 500;
export const LONGEST_BRIEF = 1_000;

export function handoffProblems(data: HandoffData, facts: BotFacts): readonly LocalProblem[] {
  return [...statusProblems(data, facts), ...textProblems(data)];
}

function statusProblems({ status = '' }: HandoffData, facts: BotFacts): readonly LocalProblem[] {
  const known = facts.statuses.find((candidate) => candidate.id === status);
  const hasOperators = facts.statuses.some((candidate) => candidate.role === 'operator');
  if (!hasOperators || status === '') return [{ code: 'E-NOOP', level: 'error', field: 'status' }];
  if (known === undefined)
    return [{ code: 'E-REF', level: 'error', field: 'status', facts: { what: 'status', id: status } }];
  if (known.role === 'operator') return [];
  return [{ code: 'E-NOTOP', level: 'error', field: 'status', facts: { status: known.name } }];
}

function textProblems(data: HandoffData): readonly LocalProblem[] {
  const problems: LocalProblem[] = [];
  for (const field of ['text', 'outsideHours', 'failedText'] as const)
    if ((data[field] ?? '').length > LONGEST_TEXT)
      problems.push({ code: 'W-LEN', level: 'warning', field, facts: { limit: LONGEST_TEXT } });
  if ((data.brief ?? '').length > LONGEST_BRIEF)
    problems.push({ code: 'W-CUT', level: 'warning', field: 'brief', facts: { limit: LONGEST_BRIEF } });
  const asks = [data.text, data.outsideHours, data.failedText].some(mentionsContact);
  if (asks && (data.contact ?? '').trim() === '')
    problems.push({ code: 'E-CONTACT', level: 'error', field: 'contact' });
  return problems;
}
