import type { Bot } from '../../flow/botSchema.ts';
import { WEEKDAYS, type BotFacts } from '../../model/definitions.ts';
import { knownTimeZone } from '../../model/timeZone.ts';
import type { LocalProblem } from '../../nodes/kind.ts';
import { scheduleProblems } from '../../nodes/scheduleProblems.ts';
import type { BotGraph } from './graph.ts';

/** What is wrong with the bot as a whole. `flow`: where to show it; absent = the main flow. */
export type BotFinding = LocalProblem & { readonly flow?: string };

export function botFindings(graph: BotGraph, facts: BotFacts): BotFinding[] {
  const { bot } = graph;
  return [
    ...(graph.starts.some((at) => at >= 0) ? [] : [{ code: 'E-START', level: 'error' } as const]),
    ...mainFindings(bot),
    ...localeFindings(bot),
    ...settingFindings(facts),
    ...hoursFindings(graph, facts),
    ...twinFindings(bot),
  ];
}

function mainFindings(bot: Bot): BotFinding[] {
  const [first, ...more] = bot.flows.filter((flow) => flow.main === true);
  return more.map((flow) => ({ code: 'E-MAIN', level: 'error', flow: flow.id, facts: { flow: first?.name ?? '' } }));
}

function localeFindings({ timeZone, language }: Bot): BotFinding[] {
  const found: BotFinding[] = [];
  if (timeZone !== undefined && knownTimeZone(timeZone) === undefined)
    found.push({ code: 'E-ZONE', level: 'error', facts: { zone: timeZone } });
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    found.push({ code: 'W-LANG', level: 'warning', facts: { language } });
  }
  return found;
}

function settingFindings({ settings, statuses }: BotFacts): BotFinding[] {
  const id = settings.resumeStatus;
  if (id === undefined) return [];
  const status = statuses.find((known) => known.id === id);
  if (status === undefined)
    return [{ code: 'E-REF', level: 'error', field: 'resumeStatus', facts: { what: 'status', id } }];
  return status.role === 'operator'
    ? [{ code: 'E-STARTOP', level: 'error', field: 'resumeStatus', facts: { status: status.name } }]
    : [];
}

/** What a schedule block would say of such hours. None at all matters only where people hand over by them. */
function hoursFindings(graph: BotGraph, facts: BotFacts): BotFinding[] {
  const { hours } = facts;
  if (hours === undefined) return [];
  const isNever = WEEKDAYS.every((day) => (hours.weekly[day] ?? []).length === 0);
  const matters = isNever && graph.handoffs.some((at) => at >= 0);
  return [
    ...(matters ? [{ code: 'W-CLOSED', level: 'warning', field: 'hours' } as const] : []),
    ...scheduleProblems(hours),
  ];
}

/** Two things with one id could not be told apart by any reference. A file with such ids is refused; a draft can have them. */
function twinFindings(bot: Bot): BotFinding[] {
  const lists = {
    flow: bot.flows,
    status: bot.statuses,
    variable: bot.variables,
    intent: bot.intents,
    entity: bot.entities,
  };
  return Object.entries(lists).flatMap(([what, list]) => {
    const seen = new Set<string>();
    const twins = new Set<string>();
    for (const { id } of list ?? []) (seen.has(id) ? twins : seen).add(id);
    return [...twins].map((id): BotFinding => ({ code: 'E-DUPID', level: 'error', facts: { what, id } }));
  });
}
