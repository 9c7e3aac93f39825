import type { AnswerKind, AnswerRead } from '../../nlu/entities/answer.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import { normalise } from '../../nlu/normalise.ts';
import type { Wait } from '../../model/state.ts';
import type { Value } from '../../model/value.ts';
import type { Answer, Message, Move, NodeContext, NodeKind } from '../kind.ts';
import { questionProblems } from './problems.ts';
import { questionSchema, type QuestionData } from './schema.ts';

const answerOf = (data: QuestionData): AnswerKind => data.answer ?? 'text';

function ask(data: QuestionData, context: NodeContext): Move {
  context.say(context.fill(data.text ?? '').trim());
  return waitFor(data);
}

function waitFor(data: QuestionData): Move {
  return {
    do: 'wait',
    offered: [],
    memo: {},
    timers: data.timeoutMinutes === undefined ? [] : [{ name: 'expiry', minutes: data.timeoutMinutes }],
  };
}

function read(data: QuestionData, message: Message, context: NodeContext): AnswerRead {
  const entity = context.facts.entities.find((known) => known.id === data.entity);
  return readAnswer(answerOf(data), message.text, {
    now: context.at,
    timeZone: context.facts.timeZone,
    language: context.facts.language,
    attachments: message.attachments,
    ...(data.min === undefined ? {} : { min: data.min }),
    ...(data.max === undefined ? {} : { max: data.max }),
    ...(data.country === undefined ? {} : { country: data.country }),
    ...(data.pattern === undefined ? {} : { pattern: data.pattern }),
    ...(entity === undefined
      ? {}
      : { values: entity.values.map((known) => ({ value: known.value, synonyms: known.synonyms ?? [] })) }),
  });
}

function keep(data: QuestionData, value: Value, context: NodeContext): Move {
  if ((data.saveTo ?? '') !== '') context.save(data.saveTo ?? '', value);
  return { do: 'leave', exit: 'answered' };
}

/** «Is this right?» is under way: the value waits in the memo as JSON, so that a number stays a number. */
function confirmation(data: QuestionData, wait: Wait, message: Message, context: NodeContext): Answer | null {
  const verdict = readAnswer('yesno', message.text, {
    now: context.at,
    timeZone: context.facts.timeZone,
    language: context.facts.language,
    attachments: [],
  });
  if (!verdict.ok) return null;
  if (verdict.value !== true) return { move: ask(data, context), detail: 'no' };
  return { move: keep(data, JSON.parse(String(wait.memo.pending)) as Value, context), detail: 'yes' };
}

function validate(data: QuestionData, wait: Wait, message: Message, context: NodeContext): Answer | null {
  if (typeof wait.memo.pending === 'string') return confirmation(data, wait, message, context);
  if (data.optional === true && normalise(message.text).trim() === context.words.skip)
    return { move: { do: 'leave', exit: 'answered' }, detail: 'skip' };
  const answer = read(data, message, context);
  if (!answer.ok) return null;
  if (data.confirm !== true) return { move: keep(data, answer.value, context), detail: answerOf(data) };
  context.say(`${context.words.confirm(answer.shown)} ${context.words.yes} / ${context.words.no}`);
  return { move: { do: 'wait', memo: { pending: JSON.stringify(answer.value) } }, detail: answerOf(data) };
}

export const question: NodeKind<QuestionData, 'question'> = {
  kind: 'question',
  family: 'ask',
  schema: questionSchema,
  entry: false,
  exits: (data) => [
    { id: 'answered', required: true, dashed: false },
    { id: 'failed', required: true, dashed: true },
    ...(data.timeoutMinutes === undefined ? [] : [{ id: 'timeout', required: true, dashed: true }]),
  ],
  initial: () => ({ text: '', answer: 'text', attempts: 3 }),
  enter(data, context) {
    const known = data.saveTo === undefined ? null : context.known(data.saveTo);
    if (data.skipIfKnown === true && known !== null && known !== '') return { do: 'leave', exit: 'answered' };
    return ask(data, context);
  },
  answers: { validator: validate },
  missed(data, _wait, _message, context, count) {
    const attempts = data.attempts ?? context.facts.settings.attempts ?? 3;
    if (count >= attempts) return context.isConnected('failed') ? { do: 'leave', exit: 'failed' } : null;
    const hint = context.fill(data.hint ?? '').trim();
    context.say(hint === '' ? (context.words.answerHints[answerOf(data)] ?? context.words.hint) : hint);
    return { do: 'stay' };
  },
  timer: (_data, _wait, name, context) =>
    name === 'expiry' && context.isConnected('timeout') ? { do: 'leave', exit: 'timeout' } : null,
  texts: (data) => [data.text ?? '', data.hint ?? ''],
  writes: (data) => (data.saveTo === undefined || data.saveTo === '' ? [] : [data.saveTo]),
  problems: questionProblems,
};
