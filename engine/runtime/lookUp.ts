import { BUILT_IN_VARIABLES } from '../expression/template.ts';
import { isOpenAt, nextOpening } from '../model/hours.ts';
import { wallClock } from '../model/timeZone.ts';
import type { Value } from '../model/value.ts';
import type { Turn } from './turn.ts';

type BuiltIn = (typeof BUILT_IN_VARIABLES)[number];
const builtIn: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

/** The value of a variable as a template or a condition sees it; null = not known. */
export function lookUp(turn: Turn, name: string): Value {
  const { variables } = turn.state;
  if (builtIn.has(name)) return READ[name as BuiltIn](turn);
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}

const READ: Readonly<Record<BuiltIn, (turn: Turn) => Value>> = {
  'customer.name': ({ state }) => state.customer.name ?? null,
  'customer.phone': ({ state }) => state.customer.phone ?? null,
  'customer.email': ({ state }) => state.customer.email ?? null,
  channel: ({ state }) => state.channel,
  'lead.id': ({ state }) => state.lead,
  'lead.status': ({ state, program }) =>
    program.facts.statuses.find((status) => status.id === state.status)?.name ?? null,
  'lead.tags': ({ state }) => state.tags,
  'message.text': ({ state }) => state.lastMessage,
  now: (turn) => inWords(turn, turn.at),
  /** `2026-11-18`, `18:30`, `mon`: what conditions compare. */
  date: (turn) => wall(turn).toISOString().slice(0, 10),
  time: (turn) => wall(turn).toISOString().slice(11, 16),
  weekday: (turn) => WEEKDAY[wall(turn).getUTCDay()] ?? null,
  'hours.open': ({ program, at }) => isOpenAt(program.facts.hours, at, program.facts.timeZone),
  next_opening: opening,
  ближайшее_открытие: opening,
};

const WEEKDAY = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function wall({ at, program }: Turn): Date {
  return new Date(wallClock(at, program.facts.timeZone));
}

function opening(turn: Turn): Value {
  const { facts } = turn.program;
  const at = nextOpening(facts.hours, turn.at, facts.timeZone);
  return at === null ? null : inWords(turn, at);
}

function inWords({ program }: Turn, at: number): string {
  return new Intl.DateTimeFormat(program.facts.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: program.facts.timeZone,
  }).format(at);
}
