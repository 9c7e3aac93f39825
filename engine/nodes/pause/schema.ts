import { z } from 'zod';
import { isRecord, numeral } from '../spellings.ts';
import { inMinutes, untilBeside, weekdays } from '../timeSpellings.ts';

const pauseData = z.looseObject({
  /** How long. Without this and `until`: until a person or the word ends it. */
  minutes: numeral(z.number()).optional(),
  /** Until the clocks of the bot's time zone show this, «09:00». Goes before `minutes`. */
  until: z.string().optional(),
  /** For `until`: on which days; absent or empty = any. */
  weekdays: weekdays.optional(),
  /** Said before. */
  text: z.string().optional(),
  /** The word with which the customer ends it; absent = the bot's own, empty = none. */
  resumeWord: z.string().optional(),
});
export type PauseData = z.infer<typeof pauseData>;

const NO_TERM = new Set<unknown>(['none', 'never', 'forever', 'unlimited', 'без срока', false]);

export const pauseSchema = z.preprocess((value) => {
  if (!isRecord(value)) return value;
  const { minutes, until, resumeWord } = value;
  return inMinutes(
    untilBeside({
      ...value,
      minutes: NO_TERM.has(minutes) ? undefined : minutes,
      until: NO_TERM.has(until) ? undefined : until,
      ...(resumeWord === false ? { resumeWord: '' } : {}),
    }),
  );
}, pauseData);
