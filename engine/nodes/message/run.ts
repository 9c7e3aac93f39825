import type { LocalProblem, NodeContext, NodeKind } from '../kind.ts';
import { isEmptyPart, partMedia, partText, type Part } from '../media.ts';
import { messageSchema, type MessageData } from './schema.ts';

const LONG = 1_000;

function choose(data: MessageData, context: NodeContext): readonly Part[] {
  const variants = data.variants ?? [];
  if (variants.length === 0) return data.parts ?? [];
  const index =
    data.pick === 'inTurn'
      ? context.nextTurn('variant') % variants.length
      : Math.floor(context.random() * variants.length);
  return variants[index] ?? [];
}

function allParts(data: MessageData): readonly Part[] {
  return [...(data.parts ?? []), ...(data.variants ?? []).flat()];
}

export const message: NodeKind<MessageData, 'message'> = {
  kind: 'message',
  family: 'talk',
  schema: messageSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ parts: [{ text: '' }] }),
  enter(data, context) {
    for (const part of choose(data, context)) {
      if (isEmptyPart(part)) continue;
      const text = partText(part, context.state.channel, context.facts.language);
      context.say(context.fill(text).trim(), partMedia(part));
    }
    return { do: 'leave', exit: 'next' };
  },
  texts: (data) => allParts(data).flatMap((part) => [part.text ?? '', ...Object.values(part.texts ?? {})]),
  problems(data) {
    const problems: LocalProblem[] = [];
    const sets = data.variants !== undefined && data.variants.length > 0 ? data.variants : [data.parts ?? []];
    if (sets.some((parts) => parts.every(isEmptyPart)))
      problems.push({ code: 'E-EMPTY', level: 'error', field: 'parts' });
    if (allParts(data).some((part) => (part.text ?? '').length > LONG)) {
      problems.push({ code: 'W-LEN', level: 'warning', field: 'parts', facts: { limit: LONG } });
    }
    return problems;
  },
};
