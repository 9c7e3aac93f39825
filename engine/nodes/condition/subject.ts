import { BUILT_IN_VARIABLES } from '../../expression/template.ts';
import { soleVariable } from '../../expression/templateValue.ts';
import type { BotFacts } from '../../model/definitions.ts';

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

/** What people call the facts that are always there, in lower case and without spaces, dots, dashes and underscores. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'lead.status': ['status', 'leadstatus'],
    'lead.tags': ['tag', 'tags', 'leadtags', 'leadtag'],
    'lead.id': ['lead', 'leadid'],
    'customer.name': ['name', 'customername'],
    'customer.phone': ['phone', 'customerphone'],
    'customer.email': ['email', 'customeremail'],
    'message.text': ['message', 'text', 'messagetext', 'lastmessage'],
    'hours.open': [
      'hours',
      'open',
      'hoursopen',
      'operator',
      'operatoronline',
      'online',
      'workinghours',
      'businesshours',
    ],
    weekday: ['weekday', 'dayofweek', 'day'],
    channel: ['channel', 'channeltype'],
    date: ['date', 'today'],
    time: ['time', 'clock'],
  }).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** The variable that the left side of a row names: one of the bot's own first, then what is always there. */
export function variableOf(left: string, facts?: BotFacts): string {
  const name = (soleVariable(left) ?? left).trim();
  if (BUILT_IN.has(name) || facts?.variables.some((own) => own.id === name) === true) return name;
  return ALIASES.get(name.toLowerCase().replaceAll(/[\s._-]/gu, '')) ?? name;
}

export const isBuiltIn = (variable: string): boolean => BUILT_IN.has(variable);

/** The exit for what no branch holds for. */
export const ELSE = 'else';

/** Does the left side hold more than one variable's name: «{{first}} {{last}}»? */
export function isText(left: string): boolean {
  return left.includes('{{') && soleVariable(left) === null;
}

export function isKnown(variable: string, facts: BotFacts): boolean {
  return BUILT_IN.has(variable) || facts.variables.some((own) => own.id === variable);
}

export type SubjectType = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'time' | 'weekday' | 'status';

const BUILT_IN_TYPES: Readonly<Record<string, SubjectType>> = {
  'lead.status': 'status',
  'lead.tags': 'list',
  'hours.open': 'boolean',
  weekday: 'weekday',
  date: 'date',
  time: 'time',
};

/** What kind of value a variable holds; text when nothing says otherwise. */
export function typeOf(variable: string, facts: BotFacts): SubjectType {
  if (BUILT_IN.has(variable)) return BUILT_IN_TYPES[variable] ?? 'text';
  return facts.variables.find((own) => own.id === variable)?.type ?? 'text';
}
