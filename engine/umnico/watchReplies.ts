import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import { parseJson } from './client.ts';
import { describeShape } from './describeShape.ts';

/** What one endpoint was seen to answer: shapes and header names, never contents. */
export interface SeenEndpoint {
  /** Method and path, ids as `:id`. */
  readonly endpoint: string;
  readonly statuses: Readonly<Record<string, number>>;
  /** The first shape seen for each status. */
  readonly shapes: Readonly<Record<string, string>>;
}
export interface SeenReplies {
  readonly endpoints: readonly SeenEndpoint[];
  /** Largest difference of the service's clock (`Date`) to ours, ms; null = it never told. */
  readonly clockOffMs: number | null;
  /** Names of headers about limits that were met. */
  readonly limitHeaders: readonly string[];
  readonly tooMany: number;
  readonly retryAfter: boolean;
}

const LIMIT_HEADER = /rate-?limit|^retry-after$/;
/** Parts of a path that are words of the API; whatever else stands there is an id, and may be somebody's phone. */
const WORD = /^[a-z][a-z-]*$/;

/** An `Http` that keeps of every reply what is not personal. */
export function watchReplies(http: Http, clock: Clock, baseUrl: string): { http: Http; seen(): SeenReplies } {
  const endpoints = new Map<string, { statuses: Record<string, number>; shapes: Record<string, string> }>();
  const limitHeaders = new Set<string>();
  let clockOffMs: number | null = null;
  let tooMany = 0;
  return {
    http: {
      ...http,
      async send(request) {
        const reply = await http.send(request);
        if (!reply.ok) return reply;
        const { status, headers, body } = reply.value;
        const key = `${request.method} ${plainPath(request.url.slice(baseUrl.length))}`;
        const seen = endpoints.get(key) ?? { statuses: {}, shapes: {} };
        endpoints.set(key, seen);
        seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
        if (!(status in seen.shapes)) seen.shapes[status] = body === '' ? 'empty' : describeShape(parseJson(body));
        for (const name of Object.keys(headers)) if (LIMIT_HEADER.test(name)) limitHeaders.add(name);
        if (status === 429) tooMany += 1;
        const told = Date.parse(headers.date ?? '');
        if (!Number.isNaN(told)) {
          const off = told - clock.now();
          if (clockOffMs === null || Math.abs(off) > Math.abs(clockOffMs)) clockOffMs = off;
        }
        return reply;
      },
      download: (request) => http.download(request),
    },
    seen: () => ({
      endpoints: [...endpoints].map(([endpoint, { statuses, shapes }]) => ({ endpoint, statuses, shapes })),
      clockOffMs,
      limitHeaders: [...limitHeaders].sort(),
      tooMany,
      retryAfter: limitHeaders.has('retry-after'),
    }),
  };
}

function plainPath(path: string): string {
  const [plain = ''] = path.split('?');
  return plain
    .split('/')
    .map((part) => (part === '' || WORD.test(part) ? part : ':id'))
    .join('/');
}
