import type { NodeContext, NodeKind } from '../kind.ts';
import { isEmptyPart, partMedia, partTexts, type Part } from '../media.ts';
import { LONGEST_DELAY_SECONDS, messageProblems } from './problems.ts';
import { messageSchema, type MessageData } from './schema.ts';

function choose(data: MessageData, context: NodeContext): readonly Part[] {
  const variants = data.variants ?? [];
  if (variants.length === 0) return data.parts ?? [];
  const index =
    data.pick === 'inTurn'
      ? context.nextTurn('variant') % variants.length
      : Math.floor(context.random() * variants.length);
  return variants[index] ?? [];
}

export const message: NodeKind<MessageData, 'message'> = {
  kind: 'message',
  family: 'talk',
  schema: messageSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ parts: [{ text: '' }] }),
  enter(data, context) {
    let delayMs = Math.min(Math.max(data.delaySeconds ?? 0, 0), LONGEST_DELAY_SECONDS) * 1_000;
    for (const part of choose(data, context)) {
      if (isEmptyPart(part)) continue;
      context.say(context.fill(context.textFor(part.text, part.texts)).trim(), partMedia(part), {
        delayMs,
        once: data.ifUnclear === 'never',
      });
      // The first is waited for; the others follow it.
      delayMs = 0;
    }
    return { do: 'leave', exit: 'next' };
  },
  texts: (data) => [...(data.parts ?? []), ...(data.variants ?? []).flat()].flatMap(partTexts),
  problems: messageProblems,
};
