import { limits } from './limits.ts';

/** A call to the imitated API, for tests and for people who look for what happened. */
export interface RecordedRequest {
  readonly n: number;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** HTTP status; 0 = the connection was dropped without an answer. */
  readonly status: number;
  readonly ms: number;
  /** The fault switch that decided the outcome, if one did. */
  readonly fault: string | null;
}

export interface RequestLog {
  readonly add: (request: Omit<RecordedRequest, 'n'>) => void;
  readonly since: (n: number) => RecordedRequest[];
  readonly clear: () => void;
}

export function createRequestLog(): RequestLog {
  const all: RecordedRequest[] = [];
  let count = 0;
  return {
    add(request) {
      count += 1;
      all.push({ n: count, ...request });
      if (all.length > limits.requestLog) all.shift();
    },
    since: (n) => all.filter((r) => r.n >= n),
    clear: () => all.splice(0),
  };
}
