import { z } from 'zod';
import { partSchema } from '../media.ts';
import { isRecord } from '../spellings.ts';

/** A text alone stands for `{ text }`, and one part for a list of one. */
function readParts(value: unknown): unknown {
  const list: unknown[] = Array.isArray(value) ? value : [isRecord(value) ? (value.parts ?? value) : value];
  return list.flat().map((part) => (typeof part === 'string' ? { text: part } : part));
}

const parts = z.preprocess(readParts, z.array(partSchema));
const messageData = z.looseObject({
  parts: parts.optional(),
  /** Instead of `parts`: several ways to say it. */
  variants: z.array(parts).optional(),
  pick: z.enum(['random', 'inTurn']).optional(),
});
export type MessageData = z.infer<typeof messageData>;

/** `text` beside no parts is the message, as it is in every other kind. */
export const messageSchema = z.preprocess(
  (value) =>
    isRecord(value) && typeof value.text === 'string' && value.parts === undefined
      ? { ...value, parts: [{ text: value.text }] }
      : value,
  messageData,
);
