import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { ProbeWord } from './openDoor.ts';

/**
 * Goes out and comes in again by a public address. Value: ms of the way there and back. Faults: `tunnelUnreachable`,
 * `tunnelElsewhere` (somebody else answers), `tunnelOpen` (it leads here, and to more than the one door).
 */
export type LookThrough = (url: string) => Promise<Result<{ readonly latencyMs: number }>>;

const TIMEOUT_MS = 10_000;
/** ngrok shows browsers a page of its own first, and takes this for «I am none». */
const HEADERS = { 'ngrok-skip-browser-warning': '1', 'user-agent': 'dialogram-probe' };

/**
 * A word of once is asked for through the address; that the listener has heard it proves where the address leads, and the
 * webhook's own secret is told to nobody before that. Then the root, which must not be there (reliability.md, T-L2).
 */
export function createLookThrough(parts: {
  readonly send: Http['send'];
  readonly clock: Clock;
  readonly probe: () => ProbeWord;
}): LookThrough {
  const { send, clock, probe } = parts;
  const get = (url: string): ReturnType<Http['send']> =>
    send({ method: 'GET', url, headers: HEADERS, timeoutMs: TIMEOUT_MS });

  return async (url) => {
    const word = probe();
    const begun = clock.now();
    const reply = await get(`${url}${word.path}`);
    const latencyMs = clock.now() - begun;
    const hasArrived = word.arrived();
    word.forget();
    if (!reply.ok) return unreachable(url);
    const { status } = reply.value;
    // A gateway that says 5xx does not reach us; whatever says anything else is somebody.
    if (!hasArrived) return status >= 500 ? unreachable(url) : fail({ code: 'tunnelElsewhere', url });
    if (status !== 204) return unreachable(url);
    const root = await get(`${url}/`);
    if (!root.ok) return unreachable(url);
    return root.value.status === 404 ? ok({ latencyMs }) : fail({ code: 'tunnelOpen', url, status: root.value.status });
  };
}

function unreachable(url: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code: 'tunnelUnreachable', url } };
}
