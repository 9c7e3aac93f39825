import type { Bot } from '../../flow/botSchema.ts';
import { compileBot } from '../../runtime/compileBot.ts';
import type { Problem } from '../problem.ts';
import { walkBot } from './walkBot.ts';

/** A look, not a search: most blocks are met early. */
const STATES = 1_500;

/** What customers would write to meet a finding of `findProblems`; undefined where no short way is known. */
export function problemExamples(bot: Bot): (problem: Problem) => readonly string[] | undefined {
  const { journal } = walkBot(compileBot(bot), { maxStates: STATES });
  return ({ flow, node, exit }) => {
    if (node === null) return undefined;
    const place = `${flow}/${node}`;
    return (exit === undefined ? undefined : journal.left.get(`${place}/${exit}`)) ?? journal.visits.get(place);
  };
}
