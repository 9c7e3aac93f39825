import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';

/** How far this computer's clock is from the account's, as its replies tell (reliability.md, 5, clock). */
export interface ClockWatch {
  readonly http: Http;
  /** Seconds this clock is ahead; null = not known yet. */
  readonly ahead: () => number | null;
}

/** From here on timers and «how old is this message» begin to be wrong. */
const NOTEWORTHY_S = 60;
/** A header of a whole second, and the way there and back. */
const DOUBT_S = 2;

/** Looks at the `Date` of every reply that passes. */
export function watchClock(http: Http, parts: { readonly clock: Clock; readonly log: Log }): ClockWatch {
  const { clock, log } = parts;
  let ahead: number | null = null;
  let warned = false;

  function look(date: string | undefined, begun: number): void {
    const there = date === undefined ? Number.NaN : Date.parse(date);
    if (Number.isNaN(there)) return;
    const ended = clock.now();
    // A slow reply tells less: its date may be of any moment on the way.
    const doubt = DOUBT_S + Math.abs(ended - begun) / 1_000;
    // By the clock as it is now: it may have been set while the reply was on its way.
    ahead = Math.round(ended - there) / 1_000;
    const isOff = Math.abs(ahead) - doubt > NOTEWORTHY_S;
    if (isOff && !warned) log.warn('clock.off', { seconds: Math.round(ahead) });
    warned = isOff;
  }

  return {
    ahead: () => ahead,
    http: {
      async send(request) {
        const begun = clock.now();
        const sent = await http.send(request);
        if (sent.ok) look(sent.value.headers.date, begun);
        return sent;
      },
      download: (request) => http.download(request),
    },
  };
}

/** A moment that is past by the account's clock, whatever the doubt, epoch ms; null = it was not asked yet. */
export function surelyPast(now: number, seconds: number | null): number | null {
  return seconds === null ? null : now - clockAheadMs(seconds) - NOTEWORTHY_S * 1_000;
}

/** What of it counts, ms: a few seconds are the doubt of the measurement. */
export function clockAheadMs(seconds: number | null): number {
  return seconds === null || Math.abs(seconds) <= NOTEWORTHY_S ? 0 : seconds * 1_000;
}
