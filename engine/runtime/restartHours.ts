import type { BotProgram } from './compileBot.ts';

const DEFAULT_RESTART_HOURS = 24;

/** Silence after which a customer is greeted anew; 0 = never. */
export function restartHours(program: BotProgram): number {
  return program.facts.settings.restartAfterHours ?? DEFAULT_RESTART_HOURS;
}
