import type { BotFacts } from '../../model/definitions.ts';
import { findsPattern, userPattern } from '../../nlu/userPattern.ts';
import type { LocalProblem } from '../kind.ts';
import type { CommandData } from './schema.ts';

const LONGEST_WORD = 40;

export function commandProblems(data: CommandData, facts: BotFacts): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const words = (data.words ?? []).filter((word) => word.trim() !== '');
  if (words.length === 0) problems.push({ code: 'E-WORDS', level: 'error', field: 'words' });
  for (const word of words) problems.push(...(data.match === 'expression' ? expressionProblems(word) : tooLong(word)));
  for (const id of data.inStatuses ?? []) {
    if (!facts.statuses.some((status) => status.id === id))
      problems.push({ code: 'E-REF', level: 'error', field: 'inStatuses', facts: { what: 'status', id } });
  }
  if (data.whileOperator === true) problems.push({ code: 'I-OVEROP', level: 'tip', field: 'whileOperator' });
  return problems;
}

function expressionProblems(expression: string): LocalProblem[] {
  if (userPattern(expression, true) === null)
    return [{ code: 'E-EXPRESSION', level: 'error', field: 'words', facts: { expression } }];
  // What is found in nothing is found in everything.
  if (findsPattern(expression, ''))
    return [{ code: 'W-EXPRESSION', level: 'warning', field: 'words', facts: { expression } }];
  return [];
}

function tooLong(word: string): LocalProblem[] {
  if (word.trim().length <= LONGEST_WORD) return [];
  return [{ code: 'W-WORDLEN', level: 'warning', field: 'words', facts: { word, limit: LONGEST_WORD } }];
}
