import { timingSafeEqual } from 'node:crypto';
import type { Core } from '../core.ts';

export function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Who may call (umnico-api.md 1.2): `bearer`/`Bearer` with the account's token, or `JWT` (or nothing) before the
 * access token of a login.
 */
export function authorised(core: Core, header: string | undefined): boolean {
  const match = /^(?:([A-Za-z]+)\s+)?(\S+)$/.exec(header?.trim() ?? '');
  if (!match) return false;
  const [, scheme, secret = ''] = match;
  if (scheme === undefined || scheme === 'JWT') {
    const now = core.now() / 1000;
    return core.world.sessions.some((s) => s.accessExp > now && sameSecret(secret, s.accessToken));
  }
  if (scheme.toLowerCase() !== 'bearer') return false;
  if (scheme === 'bearer' && core.faults.rejectLowerCaseBearer) return false;
  return sameSecret(secret, core.world.token);
}
