import { isVariableName } from '../../model/value.ts';
import type { Move, NodeContext, NodeKind, Sample } from '../kind.ts';
import { endProblems } from './problems.ts';
import { readMark } from './readMark.ts';
import { endSchema, type EndData } from './schema.ts';

/** Whoever has not given a mark by then will not give one. */
const PATIENCE_MINUTES = 24 * 60;

function ending(data: EndData): Move {
  const outcome = (data.outcome ?? '').trim();
  return { do: 'end', ...(outcome === '' ? {} : { outcome }) };
}

function farewell(data: EndData, context: NodeContext): Move {
  const text = context.fill(data.text ?? '').trim();
  if (text !== '') context.say(text);
  if (data.rating !== true) return ending(data);
  const question = context.fill(data.ratingText ?? '').trim();
  context.say(question === '' ? context.words.rate : question);
  return { do: 'wait', offered: [], aside: true, timers: [{ name: 'expiry', minutes: PATIENCE_MINUTES }] };
}

function keepMark(data: EndData, mark: number, context: NodeContext): Move {
  const variable = data.ratingTo ?? '';
  if (isVariableName(variable)) context.save(variable, mark);
  context.reach('rating', mark, false);
  return ending(data);
}

/** The conversation is over: silence until a start rule or a command matches. */
export const end: NodeKind<EndData, 'end'> = {
  kind: 'end',
  family: 'system',
  schema: endSchema,
  entry: false,
  exits: () => [],
  initial: () => ({}),
  enter(data, context) {
    const known = context.facts.statuses.find((status) => status.id === data.status);
    if (known === undefined || context.state.status === known.id) return farewell(data, context);
    return { do: 'await', effect: context.setStatus(known.id, true) };
  },
  // Refused or not, the conversation is over; the state keeps the status the lead really has.
  settled: (data, _wait, _outcome, context) => farewell(data, context),
  answers: {
    validator(data, _wait, message, context) {
      const mark = readMark(message.text, context.facts.language);
      return mark === null ? null : { move: keepMark(data, mark, context), detail: String(mark) };
    },
  },
  // A mark is a favour: it is asked for twice at most.
  missed(data, _wait, _message, context, count) {
    if (count > 1) return ending(data);
    context.say(context.words.rateHint);
    return { do: 'stay' };
  },
  timer: (data) => ending(data),
  endsAs: (data) => data.outcome?.trim() ?? null,
  texts: (data) => [data.text ?? '', ...(data.rating === true ? [data.ratingText ?? ''] : [])],
  writes: (data) => (data.rating === true && (data.ratingTo ?? '') !== '' ? [data.ratingTo ?? ''] : []),
  samples(_data, _wait, facts, values) {
    const told = values.filter(
      (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5,
    );
    const marks = [...new Set([5, ...told.map(Number)])];
    const other = facts.language === 'ru' ? 'ну не знаю даже' : 'well, hard to say';
    return [...marks.map((mark): Sample => ({ way: 'mark', text: String(mark) })), { way: 'not a mark', text: other }];
  },
  problems: endProblems,
};
