import type { TurnEvent } from '../model/event.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import { entersAnew, fateOf, readsNext } from '../runtime/versionRule.ts';
import type { Programs } from './programs.ts';

/** The version that reads what comes next, as far as the conversation's place tells (product.md, rule 8). */
export function pinnedVersion(session: SessionRow, live: number | null, programs: Programs): number {
  if (live === null || live === session.version) return session.version;
  const newer = programs.of(live);
  // A conversation that runs is worth more than a version that cannot be read.
  if (!newer.ok) return session.version;
  const older = programs.of(session.version);
  const fate = fateOf(session.state, older.ok ? older.value.program : null, newer.value.program);
  return readsNext(fate) ? live : session.version;
}

/** The same once it is known what came: an entry is where a new version starts. */
export function versionFor(session: SessionRow, event: TurnEvent, live: number | null, programs: Programs): number {
  if (live === null || live === session.version) return session.version;
  const [older, newer] = [programs.of(session.version), programs.of(live)];
  if (!older.ok || !newer.ok) return session.version;
  return entersAnew(session.state, event, older.value.program, newer.value.program) ? live : session.version;
}
