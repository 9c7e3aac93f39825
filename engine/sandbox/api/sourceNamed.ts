import type { Core } from '../core.ts';
import type { Source } from '../storedWorld.ts';

/** The source that a request names: by its number or, where channels give none, by its native id (umnico-api.md 4.3). */
export function sourceNamed(core: Core, name: string, among: Iterable<Source>): Source | undefined {
  const sources = [...among];
  const native = core.faults.omitRealId ? sources.find((s) => s.nativeId === name) : undefined;
  return native ?? sources.find((s) => String(s.realId) === name);
}
