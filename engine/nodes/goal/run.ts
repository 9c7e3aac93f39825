import { onlySlot } from '../../expression/template.ts';
import type { BotFacts } from '../../model/definitions.ts';
import type { Value } from '../../model/value.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import type { LocalProblem, NodeContext, NodeKind } from '../kind.ts';
import { goalSchema, type GoalData } from './schema.ts';

/** Names longer than this do not fit a report. */
const LONGEST = 40;

function nameOf(data: GoalData): string {
  return (data.name ?? '').trim();
}

/** The variable the worth stands in: `{{sum}}`, or its bare name. */
function variableOf({ value }: GoalData, facts: BotFacts): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return onlySlot(text)?.name ?? (facts.variables.some((known) => known.id === text) ? text : null);
}

/** Undefined = it is worth nothing that can be counted. */
function worth(data: GoalData, context: NodeContext): number | undefined {
  const variable = variableOf(data, context.facts);
  const known: Value = variable === null ? null : context.known(variable);
  const value = typeof known === 'number' ? known : data.value;
  if (value === undefined || typeof value === 'number') return counted(value);
  const text = variable === null || value.includes('{{') ? context.fill(value) : String(known ?? '');
  return readAmount(text, context.facts.language);
}

function readAmount(text: string, language: string): number | undefined {
  const rules = { now: 0, timeZone: 'UTC', language, attachments: [] };
  const read = readAnswer('number', text, rules);
  return counted(read.ok ? Number(read.value) : undefined);
}

function counted(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function problems(data: GoalData, facts: BotFacts): LocalProblem[] {
  const found: LocalProblem[] = [];
  const name = nameOf(data);
  if (name === '') found.push({ code: 'E-NAME', level: 'error', field: 'name' });
  if (name.length > LONGEST)
    found.push({ code: 'W-NAMELEN', level: 'warning', field: 'name', facts: { name, limit: LONGEST } });
  const { value } = data;
  const isLiteral = typeof value === 'number' || (value !== undefined && value.trim() !== '' && !value.includes('{{'));
  if (!isLiteral || variableOf(data, facts) !== null) return found;
  const read = typeof value === 'number' ? counted(value) : readAmount(value, facts.language);
  return read === undefined ? [...found, { code: 'E-VALUE', level: 'error', field: 'value', facts: { value } }] : found;
}

/** Notes that the customer came this far; for reports. */
export const goal: NodeKind<GoalData, 'goal'> = {
  kind: 'goal',
  family: 'system',
  schema: goalSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ name: '', once: true }),
  enter(data, context) {
    const name = nameOf(data);
    if (name !== '') context.reach(name, worth(data, context), data.once !== false);
    return { do: 'leave', exit: 'next' };
  },
  texts: (data) => (typeof data.value === 'string' ? [data.value] : []),
  problems,
};
