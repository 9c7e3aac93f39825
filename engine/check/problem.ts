import type { ProblemLevel } from '../nodes/kind.ts';

/** A finding about a bot: where, how bad, and the facts its sentence needs. Words: `problemWords`. */
export interface Problem {
  readonly code: string;
  readonly level: ProblemLevel;
  readonly flow: string;
  readonly node: string | null;
  readonly exit?: string;
  readonly field?: string;
  readonly facts: Readonly<Record<string, string | number>>;
}
