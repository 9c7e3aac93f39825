import { parseBot } from '../../flow/parseBot.ts';
import { compileBot, type BotProgram } from '../../runtime/compileBot.ts';
import type { TalkRecord } from './record.ts';

/** The record's own versions made ready, each once; null = one that cannot be read. */
export function programsOf({ versions }: TalkRecord): (version: number) => BotProgram | null {
  const ready = new Map<number, BotProgram | null>();
  return (version) => {
    const known = ready.get(version);
    if (known !== undefined) return known;
    const body = versions.find(({ id }) => id === version)?.body ?? null;
    const bot = body === null ? null : parseBot(body);
    const program = bot?.ok === true ? compileBot(bot.value) : null;
    ready.set(version, program);
    return program;
  };
}
