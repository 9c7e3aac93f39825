import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** The road between an engine and its account, which can be closed. Every request that comes to it is kept. */
export interface Gate {
  readonly through: (apiUrl: string) => Promise<string>;
  /** `METHOD path` of each request, passed or not. */
  readonly asked: string[];
  /** The same of those with the token of another account. */
  readonly askedAlso: string[];
  /** Nobody listens: connections are refused. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Every request that `matches` gets this status; null = all are passed on again. */
  answer(status: number | null, matches?: (line: string) => boolean): void;
  /** Requests are taken and never answered; `false` = those that come from now on are. */
  hold(isHeld: boolean, matches?: (line: string) => boolean): void;
  /** Requests that match wait where they are until what this returns is called, and are passed on then. */
  delay(matches: (line: string) => boolean): () => void;
  /** Requests with this token go to another account. */
  also(token: string, apiUrl: string): void;
  /** The next request that matches is passed on, and its answer is lost. */
  loseAnswer(matches: (line: string) => boolean): void;
}

export function gate(): Gate {
  let target = new URL('http://127.0.0.1');
  let port = 0;
  let status: number | null = null;
  let matching = (_line: string): boolean => true;
  let losing = (_line: string): boolean => false;
  let held = (_line: string): boolean => false;
  const asked: string[] = [];
  const askedAlso: string[] = [];
  const others = new Map<string, URL>();
  let delayed: { readonly matches: (line: string) => boolean; readonly ready: Promise<void> } | null = null;
  const server: Server = createServer((incoming, outgoing) => {
    const line = `${incoming.method ?? ''} ${incoming.url ?? ''}`;
    const other = others.get(incoming.headers.authorization ?? '');
    (other === undefined ? asked : askedAlso).push(line);
    if (held(line)) {
      incoming.resume();
      return;
    }
    if (status !== null && matching(line)) {
      incoming.resume();
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end('{}');
      return;
    }
    const { method, url, headers } = incoming;
    const lost = losing(line);
    if (lost) losing = () => false;
    const { hostname: host, port: its } = other ?? target;
    const pass = (): void => {
      const passed = request({ host, port: its, method, path: url, headers }, (reply) => {
        if (lost) return outgoing.destroy();
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      incoming.pipe(passed);
    };
    if (delayed?.matches(line) === true) void delayed.ready.then(pass);
    else pass();
  });
  const listen = (): Promise<void> => new Promise((done) => server.listen(port, '127.0.0.1', () => done()));
  const shut = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  onTestFinished(async () => {
    if (server.listening) await shut();
  });
  return {
    asked,
    askedAlso,
    delay(matches) {
      let pass = (): void => undefined;
      const ready = new Promise<void>((done) => (pass = done));
      delayed = { matches, ready };
      return () => {
        delayed = null;
        pass();
      };
    },
    also: (token, apiUrl) => void others.set(`Bearer ${token}`, new URL(apiUrl)),
    async through(apiUrl) {
      target = new URL(apiUrl);
      await listen();
      ({ port } = server.address() as AddressInfo);
      return `http://127.0.0.1:${String(port)}${target.pathname}`;
    },
    down: shut,
    up: listen,
    answer(code, matches = () => true) {
      status = code;
      matching = matches;
    },
    hold(isHeld, matches = () => true) {
      held = isHeld ? matches : () => false;
    },
    loseAnswer(matches) {
      losing = matches;
    },
  };
}
