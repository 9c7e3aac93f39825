import type { SessionState } from '../model/state.ts';
import type { SessionRow } from '../ports/store.ts';
import { nodeAt, type BotProgram } from '../runtime/compileBot.ts';
import type { Programs } from './programs.ts';

/**
 * A conversation ends on the version it began on; a newer one starts at the next entry, or at a menu whose options all
 * still stand, so that no answer means something else than what was offered (product.md, rule 8).
 */
export function pinnedVersion(session: SessionRow, live: number | null, programs: Programs): number {
  if (live === null || live === session.version) return session.version;
  const newer = programs.of(live);
  // A conversation that runs is worth more than a version that cannot be read.
  if (!newer.ok) return session.version;
  const { state } = session;
  if (state.phase !== 'talking' || state.owner === 'off' || state.wait === null)
    return state.owner === 'human' ? session.version : live;
  return standsIn(newer.value.program, state) ? live : session.version;
}

function standsIn(program: BotProgram, state: SessionState): boolean {
  const { wait } = state;
  if (wait === null || wait.effect !== undefined) return false;
  const node = nodeAt(program, wait.place);
  return (
    node?.kind?.menu !== undefined &&
    wait.offered.every((option) => option.id.startsWith('@') || node.exits.has(option.id))
  );
}
