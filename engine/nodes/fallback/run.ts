import { customerWords } from '../customerWords.ts';
import type { LocalProblem, NodeKind } from '../kind.ts';
import { fallbackSchema, type FallbackData } from './schema.ts';

const LONGEST_HINT = 500;
const MOST_ATTEMPTS = 5;

/**
 * What happens when nothing was understood. The runtime reads this node's data at each miss and leaves by `giveUp` when
 * the budget is spent; reached by an ordinary connection, it says its hint once and goes on (or back to the last menu).
 */
export const fallback: NodeKind<FallbackData, 'fallback'> = {
  kind: 'fallback',
  family: 'start',
  schema: fallbackSchema,
  entry: true,
  exits: () => [
    { id: 'next', required: false, dashed: false },
    { id: 'giveUp', required: true, dashed: true },
  ],
  initial: (language) => ({ hint: customerWords(language).hintDigit, clarify: true, attempts: 3 }),
  enter(data, context) {
    const hint = context.fill(data.hint ?? context.words.hint).trim();
    if (hint !== '') context.say(hint);
    return context.isConnected('next') ? { do: 'leave', exit: 'next' } : { do: 'jump', target: { to: 'lastMenu' } };
  },
  budget: (data) => ({
    clarify: data.clarify !== false,
    ...(data.hint === undefined ? {} : { hint: data.hint }),
    ...(data.attempts === undefined ? {} : { attempts: Math.max(1, Math.round(data.attempts)) }),
  }),
  texts: (data) => [data.hint ?? ''],
  problems(data) {
    const problems: LocalProblem[] = [];
    if (data.hint?.trim() === '') problems.push({ code: 'E-EMPTY', level: 'error', field: 'hint' });
    if ((data.hint ?? '').length > LONGEST_HINT)
      problems.push({ code: 'W-LEN', level: 'warning', field: 'hint', facts: { limit: LONGEST_HINT } });
    const attempts = data.attempts ?? 1;
    if (!Number.isInteger(attempts) || attempts < 1 || attempts > MOST_ATTEMPTS)
      problems.push({ code: 'W-ATTEMPTS', level: 'warning', field: 'attempts', facts: { attempts } });
    return problems;
  },
};
