import { z } from 'zod';
import { IF_UNCLEAR_NAMES, ifUnclearSchema } from '../ifUnclear.ts';
import { partSchema } from '../media.ts';
import { isRecord, numeral, renamed } from '../spellings.ts';

/** A text alone stands for `{ text }`, and one part for a list of one. */
function readParts(value: unknown): unknown {
  const list: unknown[] = Array.isArray(value) ? value : [isRecord(value) ? (value.parts ?? value) : value];
  return list.flat().map((part) => (typeof part === 'string' ? { text: part } : part));
}

const parts = z.preprocess(readParts, z.array(partSchema));
const messageData = renamed(
  { ...IF_UNCLEAR_NAMES, delay: 'delaySeconds' },
  z.looseObject({
    parts: parts.optional(),
    /** Instead of `parts`: several ways to say it. */
    variants: z.array(parts).optional(),
    pick: z.enum(['random', 'inTurn']).optional(),
    /** The bot is seen typing this long before it says it. */
    delaySeconds: numeral(z.number()).optional(),
    ifUnclear: ifUnclearSchema.optional(),
  }),
);
export type MessageData = z.infer<typeof messageData>;

/** `text` beside no parts is the message, as it is in every other kind. */
export const messageSchema = z.preprocess((value) => {
  if (!isRecord(value) || value.parts !== undefined || value.variants !== undefined) return value;
  const { text, texts } = value;
  if (typeof text !== 'string' && !isRecord(text)) return value;
  return { ...value, parts: [{ text, ...(texts === undefined ? {} : { texts }) }] };
}, messageData);
