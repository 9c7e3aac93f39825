import type { Log, LogFacts } from '../ports/log.ts';

/** `level event` as figures see it: names that the program is made of, never what came from outside. */
export type CountEvent = (level: string, event: string) => void;

/** The log itself, and a count of what it says at every level, whatever level is written. */
export function countingLog(log: Log, count: CountEvent): Log {
  const line =
    (level: keyof Log) =>
    (event: string, facts?: LogFacts): void => {
      // The sandbox's own lines hold figures, each of which would be a series of its own.
      if (/^[a-zA-Z]+\.[a-zA-Z]+$/u.test(event) && !event.startsWith('sandbox.')) count(level, event);
      log[level](event, facts);
    };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
