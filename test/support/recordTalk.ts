import { RECORD_FORMAT, type RecordedTurn, type TalkRecord } from '../../engine/check/replay/record.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { TurnEvent } from '../../engine/model/event.ts';
import { compileBot, type BotProgram } from '../../engine/runtime/compileBot.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { step } from '../../engine/runtime/step.ts';

const AT = Date.UTC(2026, 10, 18, 7, 0, 0);

export interface RecordedTalkOptions {
  readonly lead?: number;
  /** What becomes of what the bot waits for. */
  readonly outcome?: Partial<Extract<TurnEvent, { type: 'outcome' }>>;
}

/** A conversation as an engine would record it: the customer's messages, a second apart, and what became of effects. */
export function recordTalk(
  program: BotProgram,
  said: readonly string[],
  { lead = 1, outcome = {} }: RecordedTalkOptions = {},
): TalkRecord {
  const turns: RecordedTurn[] = [];
  let state = newSession();
  const run = (event: TurnEvent): void => {
    const before = turns.length === 0 ? { before: state } : {};
    const result = step(program, state, event);
    turns.push({
      at: event.at,
      version: 1,
      event,
      entries: [...result.trace],
      effects: [...result.effects],
      ...before,
    });
    state = result.state;
    const { wait } = state;
    if (wait?.effect !== undefined)
      run({ type: 'outcome', ok: true, ...outcome, effect: wait.effect, at: event.at + 1, seed: event.seed + 1 });
  };
  for (const [index, text] of said.entries())
    run({
      type: 'message',
      at: AT + (lead * 100 + index) * 1_000,
      seed: lead * 100 + index,
      text,
      attachments: [],
      channel: 'telegram',
      lead: String(lead),
      customer: { name: 'Анна' },
    });
  const body = writeBot(program.bot);
  return {
    format: RECORD_FORMAT,
    bot: program.bot.id,
    lead: String(lead),
    versions: [{ id: 1, number: 1, body }],
    turns,
    state,
  };
}

/** The same out of a bot. */
export function recordOfBot(bot: Parameters<typeof compileBot>[0], said: readonly string[]): TalkRecord {
  return recordTalk(compileBot(bot), said);
}
