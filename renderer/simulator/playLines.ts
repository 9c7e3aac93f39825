import { checkStart } from '../../engine/check/checkStart.ts';
import { type Conversation, startConversation } from '../../engine/check/conversation.ts';
import { isWrong, playLine, type WrongLine } from '../../engine/check/playLine.ts';
import type { BotProgram } from '../../engine/runtime/compileBot.ts';

/** The channel of a try-out that names none. */
export const NO_CHANNEL = 'test';

export interface Played {
  /** The conversation after each line that shows something; the last one is how it ended. */
  readonly steps: readonly Conversation[];
  /** The line that could not be played, and after which nothing was. */
  readonly wrong: WrongLine | null;
}

/** Plays lines from the same beginning as `dialogram simulate`: what they show there, they show here. */
export function playLines(program: BotProgram, lines: readonly string[]): Played {
  const steps: Conversation[] = [];
  let talk = startConversation(program, { at: checkStart(program.facts.timeZone), channel: NO_CHANNEL });
  for (const line of lines) {
    const next = playLine(talk, line);
    if (isWrong(next)) return { steps, wrong: next };
    // What only changes the world (a server's reply, a refusal) is no step of its own.
    if (next.items === talk.items) steps.pop();
    if (next.items.length > 0) steps.push(next);
    talk = next;
  }
  return { steps, wrong: null };
}
