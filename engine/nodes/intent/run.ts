import { matchCaption, matchCode } from '../../nlu/matchOption.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import type { BotFacts, Intent } from '../../model/definitions.ts';
import type { Offered, Wait } from '../../model/state.ts';
import type { Answer, LocalProblem, Message, Move, NodeContext, NodeKind, Understood } from '../kind.ts';
import { intentNodeSchema, type IntentData } from './schema.ts';

/** An intent with fewer phrases than this is guessed at rather than known. */
const FEW_PHRASES = 5;

function chosen(data: IntentData, facts: BotFacts): readonly Intent[] {
  const wanted = data.intents;
  if (wanted === 'all') return facts.intents;
  return (wanted ?? []).flatMap((id) => facts.intents.filter((intent) => intent.id === id));
}

function leaveBy(data: IntentData, intent: string, context: NodeContext): Move {
  extract(data, context);
  return { do: 'leave', exit: intent };
}

/** What the phrase holds besides its topic; what is not found stays as it was. */
function extract(data: IntentData, context: NodeContext): void {
  for (const wanted of data.extract ?? []) {
    const entity = context.facts.entities.find((known) => known.id === wanted.entity);
    const read = readAnswer(wanted.what, context.state.lastMessage, {
      now: context.at,
      timeZone: context.facts.timeZone,
      language: context.facts.language,
      attachments: [],
      ...(entity === undefined
        ? {}
        : { values: entity.values.map((known) => ({ value: known.value, synonyms: known.synonyms ?? [] })) }),
    });
    if (read.ok) context.save(wanted.saveTo, read.value);
  }
}

/** «Did you mean…»: the candidates as a numbered list, matched like a menu. */
function clarify(intents: readonly string[], context: NodeContext): Move {
  const offered: Offered[] = intents.map((id, index) => ({
    id,
    code: String(index + 1),
    label: context.facts.intents.find((intent) => intent.id === id)?.name ?? id,
    synonyms: [],
  }));
  context.say([context.words.clarify, ...offered.map((option) => `${option.code} — ${option.label}`)].join('\n'));
  return { do: 'wait', offered, memo: { clarifying: true } };
}

function decide(data: IntentData, understood: Understood, context: NodeContext): Move | null {
  if (understood.kind === 'sure') return leaveBy(data, understood.intent, context);
  if (understood.kind === 'unknown') return null;
  const [best] = understood.intents;
  if (data.ambiguous === 'best' && best !== undefined) return leaveBy(data, best, context);
  if (understood.intents.length < 2 && context.isConnected('unsure')) return { do: 'leave', exit: 'unsure' };
  return clarify(understood.intents, context);
}

function read(data: IntentData, text: string, context: NodeContext): Answer | null {
  const understood = context.understand(
    text,
    chosen(data, context.facts).map((intent) => intent.id),
    data.caution,
  );
  const move = decide(data, understood, context);
  if (move === null) return null;
  return {
    move,
    detail:
      understood.kind === 'sure'
        ? understood.intent
        : understood.kind === 'unsure'
          ? understood.intents.join(', ')
          : '',
    by: understood.kind,
    ...(understood.kind === 'sure' ? { confidence: understood.confidence } : {}),
  };
}

function choose(
  data: IntentData,
  wait: Wait,
  match: { id: string; by: string } | null,
  context: NodeContext,
): Answer | null {
  return match === null || wait.offered.length === 0
    ? null
    : { move: leaveBy(data, match.id, context), detail: match.id, by: match.by };
}

const listensOnly = (data: IntentData): boolean => (data.text ?? '').trim() === '';

export const intent: NodeKind<IntentData, 'intent'> = {
  kind: 'intent',
  family: 'nlu',
  schema: intentNodeSchema,
  entry: false,
  exits: (data, facts) => [
    ...chosen(data, facts).map((known) => ({ id: known.id, required: true, dashed: false, label: known.name })),
    { id: 'unsure', required: false, dashed: true },
    { id: 'other', required: false, dashed: true },
  ],
  initial: (language) => ({
    text: language === 'ru' ? 'Напишите, что вас интересует.' : 'Tell us what you are interested in.',
    intents: 'all',
    ambiguous: 'ask',
  }),
  enter(data, context) {
    if (!listensOnly(data)) {
      context.say(context.fill(data.text ?? '').trim());
      return { do: 'wait', offered: [], memo: {} };
    }
    return read(data, context.state.lastMessage, context)?.move ?? { do: 'leave', exit: 'other' };
  },
  answers: {
    menuCode: (data, wait, message, context) => choose(data, wait, matchCode(message.text, wait.offered), context),
    caption: (data, wait, message, context) =>
      choose(data, wait, matchCaption(message.text, wait.offered, { fuzzy: true }), context),
    flowIntent: (data, _wait, message: Message, context) => read(data, message.text, context),
  },
  missed: (_data, wait, _message, context) =>
    wait.memo.clarifying === true && context.isConnected('unsure') ? { do: 'leave', exit: 'unsure' } : null,
  listens: listensOnly,
  texts: (data) => [data.text ?? ''],
  writes: (data) => (data.extract ?? []).map((wanted) => wanted.saveTo),
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    const wanted = data.intents === 'all' ? facts.intents.map((known) => known.id) : (data.intents ?? []);
    if (wanted.length === 0) problems.push({ code: 'E-NOTOPIC', level: 'error', field: 'intents' });
    for (const id of wanted) {
      const known = facts.intents.find((candidate) => candidate.id === id);
      const phrases = known?.phrases.filter((phrase) => phrase.trim() !== '').length ?? 0;
      if (known === undefined)
        problems.push({ code: 'E-REF', level: 'error', field: 'intents', facts: { what: 'intent', id } });
      else if (phrases === 0)
        problems.push({ code: 'E-NOPHR', level: 'error', exit: id, field: 'intents', facts: { topic: known.name } });
      else if (phrases < FEW_PHRASES)
        problems.push({
          code: 'W-FEW',
          level: 'warning',
          field: 'intents',
          facts: { topic: known.name, count: phrases },
        });
    }
    return problems;
  },
};
