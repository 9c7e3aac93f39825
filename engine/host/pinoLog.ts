import pino, { type DestinationStream } from 'pino';
import type { Log, LogFacts } from '../ports/log.ts';
import { safeFacts } from './safeFacts.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The level that `DIALOGRAM_LOG` asks for, else the given one. */
export function logLevel(usual: LogLevel, wanted = process.env.DIALOGRAM_LOG): LogLevel {
  return LOG_LEVELS.find((level) => level === wanted?.toLowerCase()) ?? usual;
}

/**
 * Structured lines, one JSON document each, on stderr: stdout belongs to the commands that print JSON. Only allow-listed
 * facts are written, and those masked (`safeFacts.ts`).
 */
export function pinoLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const line =
    (at: Exclude<LogLevel, 'silent'>) =>
    (event: string, facts: LogFacts = {}): void => {
      if (logger.isLevelEnabled(at)) logger[at]({ ...safeFacts(facts), event });
    };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
