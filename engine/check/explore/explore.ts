import type { BotProgram } from '../../runtime/compileBot.ts';
import { findings, type Exploration } from './findings.ts';
import { walkBot, type WalkOptions } from './walkBot.ts';

export interface ExploreReport extends Exploration {
  readonly states: number;
  /** Connections gone through, of all that lead somewhere. */
  readonly edgesCovered: number;
  readonly edgesTotal: number;
  /** Was the walk cut short? Then what was not seen may still be there. */
  readonly truncated: boolean;
}

/** Walks every path of a bot to a bound and says what is wrong with them, each finding with a conversation that shows it. */
export function explore(program: BotProgram, options: WalkOptions = {}): ExploreReport {
  const { journal, states, isCut } = walkBot(program, options);
  return {
    states,
    edgesCovered: journal.covered(),
    edgesTotal: journal.connected(),
    truncated: isCut,
    ...findings(program, journal, isCut),
  };
}
