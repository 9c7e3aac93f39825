import type { Move, NodeContext, NodeKind } from '../kind.ts';
import { minutesToWait, reacts, replyOf } from './due.ts';
import { waitProblems } from './problems.ts';
import { waitSchema, type WaitData } from './schema.ts';

const DUE = 'due';

function waitOn(data: WaitData, context: NodeContext): Move {
  const minutes = minutesToWait(data, context);
  if (minutes <= 0) return { do: 'leave', exit: 'next' };
  return { do: 'wait', aside: true, timers: [{ name: DUE, minutes }] };
}

/**
 * Lets time pass before the bot goes on. Words that are understood anywhere (commands, an operator, the numbers of the
 * last menu) are understood here too; any other message ends the wait by `replied`, or changes nothing but that it may be
 * answered: asked three times, the bot says three times that it is still at it.
 */
export const wait: NodeKind<WaitData, 'wait'> = {
  kind: 'wait',
  family: 'logic',
  schema: waitSchema,
  entry: false,
  exits: (data) => [
    { id: 'next', required: true, dashed: false },
    ...(reacts(data) ? [{ id: 'replied', required: true, dashed: true }] : []),
  ],
  initial: () => ({ minutes: 10 }),
  enter: waitOn,
  missed(data, _wait, _message, context) {
    if (reacts(data)) return context.isConnected('replied') ? { do: 'leave', exit: 'replied' } : { do: 'ignore' };
    const reply = context.fill(replyOf(data) ?? '').trim();
    if (reply === '') return { do: 'ignore' };
    context.say(reply);
    return { do: 'stay', heard: true };
  },
  timer(data, _wait, name, context) {
    if (name !== DUE) return null;
    // The timer may have come late, and nobody answers any more: the next opening is waited for.
    const isTooLate = data.openingHours === true && !context.isOpen() && context.nextOpening() !== null;
    return isTooLate ? waitOn(data, context) : { do: 'leave', exit: 'next' };
  },
  samples: (data, _wait, facts) =>
    reacts(data) ? [{ way: 'replied', text: facts.language === 'ru' ? 'Вы ещё тут?' : 'Are you still there?' }] : [],
  texts: (data) => [replyOf(data) ?? ''],
  problems: waitProblems,
};
