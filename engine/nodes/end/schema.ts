import { z } from 'zod';
import { isRecord, label, renamed } from '../spellings.ts';

export const endSchema = renamed(
  { askRating: 'rating', rate: 'rating', saveRatingTo: 'ratingTo' },
  z.preprocess(
    readRating,
    z.looseObject({
      /** `solved`, `unsolved`, or the author's own word: the exit of a block that calls this flow. */
      outcome: label.optional(),
      text: z.string().optional(),
      /** Id of a status the lead gets. */
      status: z.string().optional(),
      /** Ask for a mark from 1 to 5 before the end? */
      rating: z.boolean().optional(),
      /** How to ask for it, in the author's own words. */
      ratingText: z.string().optional(),
      /** The variable that keeps the mark. */
      ratingTo: z.string().optional(),
    }),
  ),
);
export type EndData = z.infer<typeof endSchema>;

const OFF = new Set(['', 'off', 'no', 'none', 'false']);
const ON = /^(?:on|yes|true|ask|1\s*(?:[-–—]|\.\.)\s*5|5)$/iu;

/** `rating: "1-5"`, the question itself in its place, or all of it together: `rating: { text, saveTo }`. */
function readRating(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { rating, ...rest } = value;
  if (rating === 5) return { ...rest, rating: true };
  if (typeof rating === 'string') {
    const text = rating.trim();
    if (OFF.has(text.toLowerCase())) return { ...rest, rating: false };
    return ON.test(text) ? { ...rest, rating: true } : { ratingText: text, ...rest, rating: true };
  }
  if (!isRecord(rating)) return value;
  const { text, saveTo, variable, to, enabled } = rating;
  return {
    ...(text === undefined ? {} : { ratingText: text }),
    ...((saveTo ?? variable ?? to) === undefined ? {} : { ratingTo: saveTo ?? variable ?? to }),
    ...rest,
    rating: enabled !== false,
  };
}
