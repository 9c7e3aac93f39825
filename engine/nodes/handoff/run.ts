import type { Move, NodeContext, NodeKind } from '../kind.ts';
import { chosenPerson } from '../people.ts';
import { handoffText, withoutPlaceholders } from './placeholders.ts';
import { handoffProblems, LONGEST_BRIEF } from './problems.ts';
import { handoffSchema, type HandoffData } from './schema.ts';

const isRu = (language: string): boolean => language.toLowerCase().startsWith('ru');

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
    text: isRu(language)
      ? 'Передаю вас сотруднику. Ответим в ближайшее время.'
      : 'I am passing you to a colleague. We will answer shortly.',
    brief: isRu(language) ? 'Клиент написал: {{message.text}}' : 'The customer wrote: {{message.text}}',
  }),
  enter: handOver,
  settled(data, _wait, outcome, context) {
    if (!outcome.ok) return refused(data, context);
    const brief = context
      .fill(data.brief ?? '')
      .trim()
      .slice(0, LONGEST_BRIEF)
      .toWellFormed();
    if (brief !== '') context.note(brief);
    const person = chosenPerson(data.assignTo, context);
    if (person !== null) {
      const { to, ...turn } = person;
      context.assign(to, { ...turn, awaited: false });
    }
    if (context.isOpen()) {
      context.say(handoffText(data.text, data, context));
      return { do: 'handedOver' };
    }
    // The way «nobody» takes contact details; the bot stays until they are taken.
    if (context.isConnected('nobody')) return { do: 'leave', exit: 'nobody', last: true };
    context.say(closedText(data, context));
    return { do: 'handedOver' };
  },
  /** The lead could not be handed over and there was no menu to go back to: whoever writes again is passed on again. */
  missed: (data, _wait, _message, context) =>
    staysWithBot(data, context) && !context.isConnected('nobody') ? { do: 'ignore' } : handOver(data, context),
  samples: () => [{ way: 'again', text: '…' }],
  texts: (data) => [data.text, data.outsideHours, data.brief, data.failedText].map(withoutPlaceholders),
  problems: handoffProblems,
};

function handOver(data: HandoffData, context: NodeContext): Move {
  const target = context.facts.statuses.find((known) => known.id === data.status && known.role === 'operator');
  if (target === undefined) return refused(data, context);
  if (!staysWithBot(data, context)) return { do: 'await', effect: context.setStatus(target.id, true) };
  if (context.isConnected('nobody')) return { do: 'leave', exit: 'nobody' };
  context.say(closedText(data, context));
  return stay(context);
}

/** Outside the hours, where the author wants no status set then. */
function staysWithBot(data: HandoffData, context: NodeContext): boolean {
  return data.statusOutsideHours === false && !context.isOpen();
}

function closedText(data: HandoffData, context: NodeContext): string {
  return handoffText(data.outsideHours, data, context) || context.words.closedUntil(context.hoursInWords());
}

/** Nothing was promised; people learn of it from the comment, the customer how else to reach them. */
function refused(data: HandoffData, context: NodeContext): Move {
  if (context.isConnected('failed')) return { do: 'leave', exit: 'failed' };
  const status = context.facts.statuses.find((known) => known.id === data.status);
  context.note(context.words.handoffNote(status?.name ?? ''));
  context.say(handoffText(data.failedText, data, context) || context.words.handoffFailed);
  return stay(context);
}

/** The bot keeps the lead: the last menu again, or, where none was shown, whatever the customer writes next. */
function stay({ state }: NodeContext): Move {
  const hasMenu =
    state.menus.length > 0 || state.lastMenu !== null || state.calls.some((call) => call.menus.length > 0);
  return hasMenu ? { do: 'jump', target: { to: 'lastMenu' } } : { do: 'wait', aside: true };
}
