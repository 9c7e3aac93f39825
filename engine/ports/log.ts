/** Structured log with allow-listed facts: ids and counts, never texts, phones or tokens (reliability.md, 4.8). */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;
export interface Log {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}
