import pino from 'pino';
import type { Log, LogFacts } from '../ports/log.ts';

/** Structured lines on stderr: stdout belongs to the commands that print JSON. `facts` are allow-listed by the port. */
export function pinoLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const logger = pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
  return {
    debug: (event, facts?: LogFacts) => logger.debug({ ...facts, event }),
    info: (event, facts?: LogFacts) => logger.info({ ...facts, event }),
    warn: (event, facts?: LogFacts) => logger.warn({ ...facts, event }),
    error: (event, facts?: LogFacts) => logger.error({ ...facts, event }),
  };
}
