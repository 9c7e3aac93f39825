import { matchCaption, matchCode } from '../../nlu/matchOption.ts';
import { readWithin } from '../../nlu/entities/readAnswer.ts';
import type { BotFacts, Intent } from '../../model/definitions.ts';
import type { Offered, Wait } from '../../model/state.ts';
import { kindLookedFor } from '../answerKinds.ts';
import { answerRules } from '../answerRules.ts';
import { noteFound } from '../noteFound.ts';
import type { Answer, Message, Move, NodeContext, NodeKind, Understood } from '../kind.ts';
import { intentProblems } from './problems.ts';
import { intentNodeSchema, type IntentData } from './schema.ts';

function chosen(data: IntentData, facts: BotFacts): readonly Intent[] {
  const wanted = data.intents;
  if (wanted === 'all') return facts.intents;
  return (wanted ?? []).flatMap((id) => facts.intents.filter((intent) => intent.id === id));
}

const wording = (data: IntentData, context: NodeContext): string =>
  context.fill(context.textFor(data.text, data.texts)).trim();

function leaveBy(data: IntentData, intent: string, phrase: string, context: NodeContext): Move {
  extract(data, phrase, context);
  return { do: 'leave', exit: intent };
}

/** What the phrase holds besides its topic; what is not found stays as it was. */
function extract(data: IntentData, phrase: string, context: NodeContext): void {
  for (const wanted of data.extract ?? []) {
    const what = kindLookedFor(wanted.what, wanted.entity, context.facts);
    const rules = answerRules({ ...wanted, answer: what }, context, []);
    const read = readWithin(what, phrase, rules);
    if (!read.ok) continue;
    noteFound(what, phrase, rules, read, context, 'extract');
    if (wanted.saveTo !== '') context.save(wanted.saveTo, read.value);
  }
}

/** «Did you mean…»: the candidates as a numbered list, matched like a menu. */
function clarify(data: IntentData, intents: readonly string[], phrase: string, context: NodeContext): Move {
  const offered: Offered[] = intents.map((id, index) => ({
    id,
    code: String(index + 1),
    label: context.facts.intents.find((intent) => intent.id === id)?.name ?? id,
  }));
  context.say([context.words.clarify, ...offered.map((option) => `${option.code} — ${option.label}`)].join('\n'));
  // «1» then names the topic; what is to be taken out stands in the phrase itself.
  return { do: 'wait', offered, memo: { clarifying: true, ...((data.extract ?? []).length > 0 ? { phrase } : {}) } };
}

function decide(data: IntentData, understood: Understood, phrase: string, context: NodeContext): Move | null {
  if (understood.kind === 'sure') return leaveBy(data, understood.intent, phrase, context);
  if (understood.kind === 'unknown') return null;
  const [best] = understood.intents;
  if (data.ambiguous === 'best' && best !== undefined) return leaveBy(data, best, phrase, context);
  if (understood.intents.length < 2 && context.isConnected('unsure')) return { do: 'leave', exit: 'unsure' };
  return clarify(data, understood.intents, phrase, context);
}

function read(data: IntentData, text: string, context: NodeContext): Answer | null {
  const understood = context.understand(
    text,
    chosen(data, context.facts).map((intent) => intent.id),
    data.caution,
  );
  const move = decide(data, understood, text, context);
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
    : { move: leaveBy(data, match.id, String(wait.memo.phrase ?? ''), context), detail: match.id, by: match.by };
}

/** Phrases of a topic to try, as not every one is understood for sure; fewer where it listens from everywhere. */
const TRIED = { asking: 3, listening: 2 };
const GIBBERISH = 'ъьщ фжцх';

const listensOnly = (data: IntentData): boolean =>
  [data.text ?? '', ...Object.values(data.texts ?? {})].every((text) => text.trim() === '');

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
      context.say(wording(data, context));
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
  // Which phrase is only half understood cannot be told from the phrases alone.
  uncertain: () => ['unsure'],
  question: wording,
  texts: (data) => [data.text ?? '', ...Object.values(data.texts ?? {})],
  writes: (data) => (data.extract ?? []).map((wanted) => wanted.saveTo).filter((name) => name !== ''),
  samples: (data, wait, facts) =>
    wait.memo.clarifying === true
      ? []
      : [
          ...chosen(data, facts).flatMap(({ id, phrases }) =>
            phrases
              .filter((phrase) => phrase.trim() !== '')
              .slice(0, listensOnly(data) ? TRIED.listening : TRIED.asking)
              .map((text) => ({ way: id, text })),
          ),
          { way: 'unknown', text: GIBBERISH },
        ],
  problems: intentProblems,
};
