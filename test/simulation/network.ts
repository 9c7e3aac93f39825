import { fail, ok, type Result } from '../../engine/model/result.ts';
import type { Http, HttpReply, HttpRequest, RequestRunner } from '../../engine/ports/http.ts';
import type { Chronicle } from './chronicle.ts';
import type { Random } from './random.ts';
import type { ApiReply, ApiRequest } from './simApi.ts';
import type { Life, VirtualTime } from './virtualTime.ts';
import type { Weather } from './weather.ts';

/** When the engine began a request: its place in the order of things, and the time. */
export interface Called {
  readonly order: number;
  readonly at: number;
}
export interface NetworkDeps {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: Weather;
  readonly seen: Chronicle;
  readonly answer: (request: ApiRequest, called: Called) => ApiReply;
  /** Until when the account wants to be left alone, epoch ms; a new process does not know of it. */
  readonly pause: { until: number };
}

export const API_HOST = 'umnico.sim';
export const API_URL = `https://${API_HOST}/v1.3`;
const FARTHEST_MS = 40;

/** The road from one engine to the account: slow, lossy, and what is on it arrives although the engine ends. */
export function network(deps: NetworkDeps, life: Life): Http {
  const { time, random, weather, seen } = deps;
  deps.pause.until = 0;

  function send(request: HttpRequest): Promise<Result<HttpReply>> {
    const called = { order: seen.tick(), at: time.now() };
    const path = request.url.slice(API_URL.length);
    seen.note(`ask ${request.method} ${path}`);
    if (time.now() < deps.pause.until) seen.broken.push(`inside Retry-After: ${request.method} ${path}`);
    return new Promise((resolve) => {
      const there = random.int(1, FARTHEST_MS);
      const back = random.int(1, FARTHEST_MS);
      const later = (ms: number, result: Result<HttpReply>): void => {
        time.after(ms, () => resolve(result), life);
      };
      if (weather.cut || weather.apiDown) return later(1, hit('cut', fail({ code: 'network', host: API_HOST })));
      if (random.chance(weather.lostRequests)) return later(there, hit('lostRequest', lost()));
      if (random.chance(weather.tooManyRequests)) return later(there, hit('429', pause(there)));
      if (random.chance(weather.serverErrors)) return later(there + back, hit('500', reply(500)));
      const isAnswerLost = random.chance(weather.lostAnswers);
      const isError = random.chance(0.5);
      time.after(
        there,
        () => {
          if (weather.cut) return later(back, hit('cutUnderWay', lost()));
          const got = deps.answer({ method: request.method, path, body: bodyOf(request) }, called);
          seen.note(`did ${request.method} ${path} ${String(got.status)}`);
          if (!isAnswerLost)
            return later(
              back,
              ok({
                status: got.status,
                headers: { date: new Date(time.now()).toUTCString() },
                body: JSON.stringify(got.body),
              }),
            );
          later(back, isError ? hit('500AfterDoing', reply(500)) : hit('lostAnswer', lost()));
        },
        null,
      );
    });
  }

  function hit<T>(kind: string, result: T): T {
    seen.fault(kind);
    seen.note(`fault ${kind}`);
    return result;
  }

  /** The pause counts from when the answer is there. */
  function pause(there: number): Result<HttpReply> {
    const seconds = random.pick([1, 2, 3, 20]);
    const until = time.now() + there + seconds * 1_000;
    time.after(there, () => (deps.pause.until = Math.max(deps.pause.until, until)), life);
    return ok({ status: 429, headers: { 'retry-after': String(seconds) }, body: '{}' });
  }

  return { send, download: () => Promise.resolve(fail({ code: 'network', host: API_HOST })) };
}

/** Servers of authors: they answer `{"n": …}` or are in trouble, and know a request again by its key. */
export function authorServer(deps: Omit<NetworkDeps, 'answer' | 'pause'>, life: Life): RequestRunner {
  const { time, random, weather, seen } = deps;
  return {
    run: (request) =>
      new Promise((resolve) => {
        seen.note(`author ${request.method} ${request.url}`);
        const isBad = random.chance(weather.serverErrors);
        if (isBad) seen.fault('authorServer');
        const answer = isBad
          ? fail({ code: 'timeout', host: 'shop.example' } as const)
          : ok({ status: 200, body: '{"n":7}' });
        time.after(random.int(5, 300), () => resolve(answer), life);
      }),
    stop: () => Promise.resolve(),
  };
}

const reply = (status: number): Result<HttpReply> => ok({ status, headers: {}, body: '{}' });
const lost = (): Result<HttpReply> => fail({ code: 'timeout', host: API_HOST });

function bodyOf(request: HttpRequest): Record<string, unknown> {
  return typeof request.body === 'string' ? (JSON.parse(request.body) as Record<string, unknown>) : {};
}
