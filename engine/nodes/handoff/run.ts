import type { LocalProblem, NodeKind } from '../kind.ts';
import { handoffSchema, type HandoffData } from './schema.ts';

/**
 * «Hand off to operator»: sets the operator status, waits until the CRM confirms, and only then tells the customer, once.
 * Working hours are those of the moment of transfer. The bot is silent afterwards.
 */
export const handoff: NodeKind<HandoffData, 'handoff'> = {
  kind: 'handoff',
  family: 'operator',
  schema: handoffSchema,
  entry: false,
  exits: () => [
    { id: 'nobody', required: false, dashed: true },
    { id: 'failed', required: false, dashed: true },
  ],
  initial: (language) => ({
    text:
      language === 'ru'
        ? 'Передаю вас сотруднику. Ответим в ближайшее время.'
        : 'I am passing you to a colleague. We will answer shortly.',
  }),
  enter(data, context) {
    const target = context.facts.statuses.find((known) => known.id === data.status && known.role === 'operator');
    if (target === undefined) return fails(context.isConnected('failed'));
    return { do: 'await', effect: context.setStatus(target.id, true) };
  },
  settled(data, _wait, outcome, context) {
    if (!outcome.ok) {
      if (!context.isConnected('failed')) context.say(context.words.handoffFailed);
      return fails(context.isConnected('failed'));
    }
    const brief = context.fill(data.brief ?? '').trim();
    if (brief !== '') context.note(brief);
    if (data.assignTo !== undefined && data.assignTo !== '') context.assign(data.assignTo, { awaited: false });
    if (context.isOpen()) {
      const text = context.fill(data.text ?? '').trim();
      if (text !== '') context.say(text);
      return { do: 'handedOver' };
    }
    // The way «nobody» takes contact details; the bot stays until they are taken.
    if (context.isConnected('nobody')) return { do: 'leave', exit: 'nobody', last: true };
    context.say(context.fill(data.outsideHours ?? '').trim() || context.words.closedUntil(context.hoursInWords()));
    return { do: 'handedOver' };
  },
  texts: (data) => [data.text ?? '', data.outsideHours ?? '', data.brief ?? ''],
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    const operators = facts.statuses.filter((known) => known.role === 'operator');
    const known = facts.statuses.find((candidate) => candidate.id === data.status);
    if (operators.length === 0 || (data.status ?? '') === '')
      problems.push({ code: 'E-NOOP', level: 'error', field: 'status' });
    else if (known === undefined)
      problems.push({
        code: 'E-REF',
        level: 'error',
        field: 'status',
        facts: { what: 'status', id: data.status ?? '' },
      });
    else if (known.role !== 'operator')
      problems.push({ code: 'E-NOTOP', level: 'error', field: 'status', facts: { status: known.name } });
    return problems;
  },
};

function fails(connected: boolean): { do: 'leave'; exit: string } | { do: 'jump'; target: { to: 'lastMenu' } } {
  return connected ? { do: 'leave', exit: 'failed' } : { do: 'jump', target: { to: 'lastMenu' } };
}
