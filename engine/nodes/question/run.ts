import type { AnswerKind, AnswerRead } from '../../nlu/entities/answer.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import { matchKeyword } from '../../nlu/keywords.ts';
import type { Wait } from '../../model/state.ts';
import type { Value } from '../../model/value.ts';
import { answerHint } from '../answerHint.ts';
import { answerRules } from '../answerRules.ts';
import type { Answer, Message, Move, NodeContext, NodeKind } from '../kind.ts';
import { noteFound } from '../noteFound.ts';
import { expires, remind, reminderTexts, waitTimers } from '../reminders.ts';
import { MOST_ATTEMPTS, questionProblems } from './problems.ts';
import { questionSamples } from './samples.ts';
import { questionSchema, type QuestionData } from './schema.ts';

/** Of these anything may be said, so another answer instead of «yes» or «no» says nothing for sure. */
const LOOSE: readonly AnswerKind[] = ['text', 'name', 'pattern', 'yesno'];

type Accepted = Extract<AnswerRead, { ok: true }>;

const answerOf = (data: QuestionData): AnswerKind => data.answer ?? 'text';
const wording = (data: QuestionData, context: NodeContext): string =>
  context.fill(context.textFor(data.text, data.texts)).trim();

function ask(data: QuestionData, context: NodeContext): Move {
  context.say(wording(data, context));
  return waitFor(data, {});
}

function waitFor(data: QuestionData, memo: Wait['memo']): Move {
  return { do: 'wait', offered: [], memo, timers: waitTimers(data) };
}

function read(data: QuestionData, message: Message, context: NodeContext): AnswerRead {
  const rules = answerRules(data, context, message.attachments);
  const answer = readAnswer(answerOf(data), message.text, rules);
  if (answer.ok) noteFound(answerOf(data), message.text, rules, answer, context, 'answer');
  return answer;
}

function keep(data: QuestionData, value: Value, context: NodeContext): Move {
  const variable = data.saveTo ?? '';
  const isList = context.facts.variables.find((known) => known.id === variable)?.type === 'list';
  if (variable !== '') context.save(variable, isList && typeof value === 'string' ? [value] : value);
  return { do: 'leave', exit: 'answered' };
}

/** «Is this right?» is under way: the value waits in the memo as JSON, so that a number stays a number. */
function confirmation(data: QuestionData, wait: Wait, message: Message, context: NodeContext): Answer | null {
  const verdict = readAnswer('yesno', message.text, answerRules({}, context, []));
  if (verdict.ok && verdict.value === true)
    return { move: keep(data, JSON.parse(String(wait.memo.pending)) as Value, context), detail: 'yes' };
  // «13» instead of «no»: the customer has corrected it.
  const corrected = LOOSE.includes(answerOf(data)) ? null : read(data, message, context);
  if (corrected?.ok === true) return { move: confirm(data, corrected, context), detail: answerOf(data) };
  return verdict.ok ? { move: ask(data, context), detail: 'no' } : null;
}

const valueOf = ({ value, all }: Accepted): Value => (all === undefined ? value : [...all]);

function confirm(data: QuestionData, answer: Accepted, context: NodeContext): Move {
  context.say(`${context.words.confirm(answer.shown)} ${context.words.yes} / ${context.words.no}`);
  return waitFor(data, { pending: JSON.stringify(valueOf(answer)) });
}

function validate(data: QuestionData, wait: Wait, message: Message, context: NodeContext): Answer | null {
  if (
    data.optional === true &&
    matchKeyword(message.text, [context.words.skip, 'пропустить', 'skip'], 'exact') !== null
  )
    return { move: { do: 'leave', exit: 'answered' }, detail: 'skip' };
  if (typeof wait.memo.pending === 'string') return confirmation(data, wait, message, context);
  const answer = read(data, message, context);
  if (!answer.ok) return null;
  const move = data.confirm === true ? confirm(data, answer, context) : keep(data, valueOf(answer), context);
  return { move, detail: answerOf(data) };
}

/** What the bot says to an answer that does not fit. */
function hint(data: QuestionData, wait: Wait, context: NodeContext): string {
  if (typeof wait.memo.pending === 'string') return context.words.answerHints.yesno ?? context.words.hint;
  const own = context.fill(context.textFor(data.hint, data.hints)).trim();
  if (own !== '') return own;
  const usual = answerHint(answerOf(data), answerRules(data, context, []));
  return data.optional === true ? `${usual} ${context.words.mayBeSkipped}` : usual;
}

export const question: NodeKind<QuestionData, 'question'> = {
  kind: 'question',
  family: 'ask',
  schema: questionSchema,
  entry: false,
  exits: (data) => [
    { id: 'answered', required: true, dashed: false },
    { id: 'failed', required: true, dashed: true },
    ...(expires(data) ? [{ id: 'timeout', required: true, dashed: true }] : []),
  ],
  initial: () => ({ text: '', answer: 'text', attempts: 3, skipIfKnown: true }),
  enter(data, context) {
    const known = data.saveTo === undefined ? null : context.known(data.saveTo);
    const isKnown = known !== null && known !== '' && !(Array.isArray(known) && known.length === 0);
    // Whoever is led back to a question in the same conversation is to answer it anew.
    const wasAsked = context.state.shown[`${context.place.flow}/${context.place.node}`] !== undefined;
    if (data.skipIfKnown === true && isKnown && !wasAsked) return { do: 'leave', exit: 'answered' };
    return ask(data, context);
  },
  question: wording,
  answers: { validator: validate },
  missed(data, wait, _message, context, count) {
    const attempts = data.attempts ?? context.facts.settings.attempts ?? 3;
    if (count >= Math.min(MOST_ATTEMPTS, Math.max(1, attempts)))
      return context.isConnected('failed') ? { do: 'leave', exit: 'failed' } : null;
    context.say(hint(data, wait, context));
    return { do: 'stay' };
  },
  timer(data, _wait, name, context) {
    if (name === 'expiry') return context.isConnected('timeout') ? { do: 'leave', exit: 'timeout' } : null;
    remind(name, data, wording(data, context), context);
    return null;
  },
  texts: (data) => [
    data.text ?? '',
    data.hint ?? '',
    ...Object.values(data.texts ?? {}),
    ...Object.values(data.hints ?? {}),
    ...reminderTexts(data),
  ],
  writes: (data) => (data.saveTo === undefined || data.saveTo === '' ? [] : [data.saveTo]),
  samples: questionSamples,
  problems: questionProblems,
};
