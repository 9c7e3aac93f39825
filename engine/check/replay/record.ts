import { z } from 'zod';
import { jsonPosition } from '../../flow/parseBot.ts';
import { pathText } from '../../flow/pathText.ts';
import { effectSchema } from '../../model/effect.ts';
import { turnEventSchema } from '../../model/event.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { sessionStateSchema } from '../../model/state.ts';
import { traceEntrySchema } from '../../model/trace.ts';
import { renewState } from '../../runtime/restoreState.ts';

/**
 * A conversation as it was: what happened, with time and chance, what the bot did, and the versions it did it by. All that
 * came from outside (replies of servers, what became of effects) is inside the events, so it replays anywhere.
 */
export const RECORD_FORMAT = 1;

/** A record is kept for years: its states are of the version of their time. */
const recordedStateSchema = z.preprocess(renewState, sessionStateSchema);

const recordedTurnSchema = z.object({
  at: z.number(),
  /** Id among `versions`. */
  version: z.number(),
  event: turnEventSchema,
  entries: z.array(traceEntrySchema),
  effects: z.array(effectSchema),
  /** The state it began from, where the turns before it do not tell. */
  before: recordedStateSchema.optional(),
  /** The state it left, where no flow was run: the conversation was given to people. */
  after: recordedStateSchema.optional(),
  /** Turns are missing before this one. */
  gap: z.literal(true).optional(),
});
export type RecordedTurn = z.infer<typeof recordedTurnSchema>;

export const recordSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  /** Id of the bot of the last turn. */
  bot: z.string(),
  lead: z.string(),
  versions: z.array(
    z.object({
      id: z.number(),
      number: z.number(),
      /** The bot file as it was published, text inside JSON: read by `parseBot`. Null = it can no longer be read. */
      body: z.string().nullable(),
    }),
  ),
  turns: z.array(recordedTurnSchema),
  /** How the conversation stands after the last turn, if known. */
  state: recordedStateSchema.optional(),
});
export type TalkRecord = z.infer<typeof recordSchema>;

/** Text of a record → record. Faults: `fileNotJson`, `fileInvalid` with the place. */
export function parseRecord(text: string): Result<TalkRecord> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    return fail({ code: 'fileNotJson', ...jsonPosition(text, error) });
  }
  const parsed = recordSchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail({
    code: 'fileInvalid',
    at: pathText(issue?.path ?? []),
    problem: issue?.message ?? '',
    more: parsed.error.issues.length - 1,
  });
}
