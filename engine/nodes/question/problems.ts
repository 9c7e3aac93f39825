import type { BotFacts } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import type { LocalProblem } from '../kind.ts';
import type { QuestionData } from './schema.ts';

export function questionProblems(data: QuestionData, facts: BotFacts): LocalProblem[] {
  const problems: LocalProblem[] = [];
  if ((data.text ?? '').trim() === '') problems.push({ code: 'E-EMPTY', level: 'error', field: 'text' });
  const variable = data.saveTo ?? '';
  if (variable === '') problems.push({ code: 'E-VARREQ', level: 'error', field: 'saveTo' });
  else if (!isVariableName(variable))
    problems.push({ code: 'E-VARNAME', level: 'error', field: 'saveTo', facts: { name: variable } });
  else if (!facts.variables.some((known) => known.id === variable))
    problems.push({ code: 'E-VAR', level: 'error', field: 'saveTo', facts: { name: variable } });
  if (data.min !== undefined && data.max !== undefined && data.min > data.max)
    problems.push({ code: 'E-LIMITS', level: 'error', field: 'min' });
  if (data.answer === 'entity' && !facts.entities.some((known) => known.id === data.entity)) {
    problems.push({ code: 'E-REF', level: 'error', field: 'entity', facts: { what: 'entity', id: data.entity ?? '' } });
  }
  if (data.answer === 'pattern' && !compiles(data.pattern ?? ''))
    problems.push({ code: 'E-PATTERN', level: 'error', field: 'pattern' });
  return problems;
}

function compiles(pattern: string): boolean {
  if (pattern === '') return false;
  const read = readAnswer('pattern', 'x', { pattern, now: 0, timeZone: 'UTC', language: 'en', attachments: [] });
  return read.ok || read.reason !== 'badPattern';
}
