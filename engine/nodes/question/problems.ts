import type { BotFacts } from '../../model/definitions.ts';
import { isVariableName } from '../../model/value.ts';
import type { AnswerKind } from '../../nlu/entities/answer.ts';
import { readBound } from '../../nlu/entities/bound.ts';
import { patternFault } from '../../nlu/entities/pattern.ts';
import type { LocalProblem } from '../kind.ts';
import { patienceProblems } from '../reminders.ts';
import type { QuestionData } from './schema.ts';

export const MOST_ATTEMPTS = 5;
const TEXT = 900;
const HINT = 300;
const FEWEST_VALUES = 2;
/** Any day does: two limits of one kind differ by the same days on each. */
const SOME_DAY = Date.UTC(2026, 0, 15, 12);

export function questionProblems(data: QuestionData, facts: BotFacts): LocalProblem[] {
  return [
    ...wordsOf(data),
    ...variable(data, facts),
    ...limits(data, facts),
    ...answer(data, facts),
    ...patienceProblems(data),
  ];
}

function wordsOf(data: QuestionData): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const texts = [data.text ?? '', ...Object.values(data.texts ?? {})];
  if (texts.every((text) => text.trim() === '')) problems.push({ code: 'E-EMPTY', level: 'error', field: 'text' });
  if (texts.some((text) => text.length > TEXT))
    problems.push({ code: 'W-LEN', level: 'warning', field: 'text', facts: { limit: TEXT } });
  if (data.hint?.trim() === '') problems.push({ code: 'E-HINT', level: 'error', field: 'hint' });
  if ([data.hint ?? '', ...Object.values(data.hints ?? {})].some((text) => text.length > HINT))
    problems.push({ code: 'W-LEN', level: 'warning', field: 'hint', facts: { limit: HINT } });
  const { attempts = 1 } = data;
  if (attempts < 1 || attempts > MOST_ATTEMPTS)
    problems.push({ code: 'W-ATT', level: 'warning', field: 'attempts', facts: { limit: MOST_ATTEMPTS } });
  return problems;
}

function variable({ saveTo = '' }: QuestionData, facts: BotFacts): LocalProblem[] {
  if (saveTo === '') return [{ code: 'E-VARREQ', level: 'error', field: 'saveTo' }];
  if (!isVariableName(saveTo)) return [{ code: 'E-VARNAME', level: 'error', field: 'saveTo', facts: { name: saveTo } }];
  return facts.variables.some((known) => known.id === saveTo)
    ? []
    : [{ code: 'E-VAR', level: 'error', field: 'saveTo', facts: { name: saveTo } }];
}

/** Kinds whose answers have a size. */
const MEASURED: readonly AnswerKind[] = ['text', 'name', 'number', 'money', 'date', 'time'];

function limits(data: QuestionData, facts: BotFacts): LocalProblem[] {
  const kind = data.answer ?? 'text';
  const problems: LocalProblem[] = [];
  if (kind === 'file' && data.maxMegabytes !== undefined && data.maxMegabytes <= 0)
    problems.push({ code: 'E-LIMITS', level: 'error', field: 'maxMegabytes' });
  if (!MEASURED.includes(kind)) return problems;
  const read = (field: 'min' | 'max'): number | null => {
    const bound = data[field];
    const value = bound === undefined ? null : readBound(kind, bound, SOME_DAY, facts.timeZone);
    if (bound !== undefined && value === null)
      problems.push({ code: 'E-LIMIT', level: 'error', field, facts: { text: String(bound) } });
    return value;
  };
  const [min, max] = [read('min'), read('max')];
  const isLength = kind === 'text' || kind === 'name';
  if ((min !== null && max !== null && min > max) || (isLength && max !== null && max < 1))
    problems.push({ code: 'E-LIMITS', level: 'error', field: 'min' });
  return problems;
}

function answer(data: QuestionData, facts: BotFacts): LocalProblem[] {
  if (data.answer === 'entity') {
    const list = facts.entities.find((known) => known.id === data.entity);
    if (list === undefined)
      return [{ code: 'E-REF', level: 'error', field: 'entity', facts: { what: 'entity', id: data.entity ?? '' } }];
    const values = list.values.filter(({ value }) => value.trim() !== '');
    return values.length >= FEWEST_VALUES
      ? []
      : [{ code: 'E-LIST', level: 'error', field: 'entity', facts: { list: list.name, count: values.length } }];
  }
  const fault = data.answer === 'pattern' ? patternFault(data.pattern ?? '') : null;
  return fault === null ? [] : [{ code: 'E-PATTERN', level: 'error', field: 'pattern', facts: { why: fault } }];
}
