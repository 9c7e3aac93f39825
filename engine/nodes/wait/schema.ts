import { z } from 'zod';
import { isRecord, numeral, synonym } from '../spellings.ts';
import { inMinutes, untilBeside, weekdays } from '../timeSpellings.ts';

const onMessage = synonym(
  {
    reply: 'interrupt',
    replied: 'interrupt',
    stop: 'interrupt',
    wait: 'ignore',
    keep: 'ignore',
    continue: 'ignore',
    answer: 'ignore',
  },
  z.enum(['interrupt', 'ignore']),
);

const waitData = z.looseObject({
  /** How long; may be a fraction. `seconds`, `hours` and `days` are read too. */
  minutes: numeral(z.number()).optional(),
  /** Until the clocks of the bot's time zone show this, «09:00». Goes before `minutes`. */
  until: z.string().optional(),
  /** For `until`: on which days; absent or empty = any. */
  weekdays: weekdays.optional(),
  /** Until people answer. Goes before the others. */
  openingHours: z.boolean().optional(),
  /**
   * What a message does that nothing else understood. Default: it interrupts waits of more than a minute, unless there is
   * a `reply`.
   */
  onMessage: onMessage.optional(),
  /** Said to such a message while the wait goes on; absent = it gets no answer. Nothing to a wait that is interrupted. */
  reply: z.string().optional(),
});
export type WaitData = z.infer<typeof waitData>;

const OPENING = new Set(['openinghours', 'opening', 'open', 'hours']);

/** `openingHours` may also be what is waited for: `until: "openingHours"`, or hold something of its own. */
function readOpening(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { until, openingHours } = value;
  if (typeof until === 'string' && OPENING.has(until.toLowerCase()))
    return { ...value, until: undefined, openingHours: true };
  return isRecord(openingHours) ? { ...value, openingHours: true } : value;
}

export const waitSchema = z.preprocess(
  (value) => (isRecord(value) ? inMinutes(untilBeside(readOpening(value))) : value),
  waitData,
);
