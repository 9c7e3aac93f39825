import { ok } from '../../engine/model/result.ts';
import type { Http } from '../../engine/ports/http.ts';
import { umnicoChannel, type UmnicoOptions } from '../../engine/umnico/umnicoChannel.ts';
import { keptLog, movableClock } from './parts.ts';

export const START = 1_777_600_000_000;
export const LATENCY_MS = 60;

interface Asked {
  readonly path: string;
  readonly at: number;
}
type Answer = (asked: Asked, count: number) => { status: number; retryAfter?: string; body?: string };

/** A service on the test's own clock, which answers as told and keeps what it was asked. */
export function timedAccount(answer: Answer, options: Partial<UmnicoOptions> = {}) {
  const clock = movableClock(START);
  const asked: Asked[] = [];
  /** Spans in which the client knows that it may not ask. */
  const pauses: { from: number; until: number }[] = [];
  const http: Http = {
    send(request) {
      const one = { path: request.url.replace('http://umnico.test/v1.3', ''), at: clock.now() };
      asked.push(one);
      const { status, retryAfter, body = '[]' } = answer(one, asked.length);
      return new Promise((settle) =>
        clock.after(LATENCY_MS, () => {
          const seconds = Number(retryAfter);
          if (status === 429 && seconds > 0) pauses.push({ from: clock.now(), until: clock.now() + seconds * 1_000 });
          settle(ok({ status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter }, body }));
        }),
      );
    },
    download: () => Promise.reject(new Error('nothing to fetch')),
  };
  const channel = umnicoChannel({
    baseUrl: 'http://umnico.test/v1.3',
    token: () => 'token',
    http,
    clock,
    log: keptLog(),
    requestsPerSecond: 5,
    ...options,
  });
  /** As the outbox does: what was refused for a while is sent again when the while is over, and only then. */
  async function send(n: number): Promise<void> {
    const thread = { lead: String(n), source: '1', integration: String(7000 + (n % 3)) };
    for (;;) {
      const sent = await channel.send({ thread, text: 'x', customId: `bot:${String(n)}` }, '305');
      if (sent.ok) return;
      if (sent.fault.code !== 'tooManyRequests') throw new Error(sent.fault.code);
      const { retryAfterMs } = sent.fault;
      await new Promise<void>((settle) => clock.after(retryAfterMs, settle));
    }
  }
  const windowsAbove = (limit: number): number =>
    asked.filter(({ at }, index) => index >= limit && at - (asked[index - limit]?.at ?? 0) < 1_000).length;
  const insidePauses = (): number =>
    asked.filter(({ at }) => pauses.some(({ from, until }) => at > from && at < until)).length;
  return { clock, channel, asked, pauses, send, windowsAbove, insidePauses };
}
