import { fail, ok } from '../model/result.ts';
import type { Fault } from '../model/fault.ts';
import type { GiveUp, Tunnel, TunnelProvider } from '../ports/tunnel.ts';
import { teller } from './teller.ts';

/** What is used of `@ngrok/ngrok`; the shapes of its version 1.7. */
export interface NgrokModule {
  forward(config: {
    readonly addr: number;
    readonly authtoken: string;
    readonly domain?: string;
    /** «closed»: the connection is lost, the library mends it; «connected»: it has. */
    readonly onStatusChange: (status: string) => void;
  }): Promise<{ url(): string | null; close(): Promise<void> }>;
}

export interface NgrokOptions {
  readonly authtoken: string | null;
  /** Reserved in the account; empty = any. */
  readonly domain: string;
  /** The package is optional: its native part is not there on every system. */
  readonly load?: () => Promise<NgrokModule>;
}

const THROUGH = 'ngrok';
const START_MS = 30_000;

/** ngrok by its own library with the user's own token. It reconnects by itself. */
export function ngrokTunnel({ authtoken, domain, load = loadNgrok }: NgrokOptions): TunnelProvider {
  return {
    async start(localPort, signal) {
      let ngrok: NgrokModule;
      try {
        ngrok = await load();
      } catch {
        return fail({ code: 'tunnelProgramMissing', program: THROUGH });
      }
      const news = teller();
      const opening = ngrok.forward({
        addr: localPort,
        authtoken: authtoken ?? '',
        ...(domain === '' ? {} : { domain }),
        onStatusChange: () => news.tell({ news: 'shaky' }),
      });
      // What comes after we gave up is let go of: an account has few sessions.
      const drop = (): void => void opening.then((listener) => listener.close()).catch(() => undefined);
      try {
        const listener = await unlessLate(opening, signal);
        if (listener === null) {
          drop();
          return fail(signal.aborted ? { code: 'tunnelEnded', through: THROUGH } : { code: 'timeout', host: 'ngrok' });
        }
        const url = listener.url();
        let closing: Promise<void> | null = null;
        const close = (): Promise<void> => {
          news.hush();
          return (closing ??= listener.close().catch(() => undefined));
        };
        if (url !== null) return ok({ url, close, onNews: news.onNews } satisfies Tunnel);
        await close();
        return fail({ code: 'tunnelNoAddress', through: THROUGH });
      } catch (error) {
        return fail(faultOf(error));
      }
    },
  };
}

async function loadNgrok(): Promise<NgrokModule> {
  const loaded = (await import('@ngrok/ngrok')) as unknown as NgrokModule & { readonly default?: NgrokModule };
  return loaded.default ?? loaded;
}

/** Null = it took too long, or nobody wants it any more. */
async function unlessLate<T>(opening: Promise<T>, signal: GiveUp): Promise<T | null> {
  return Promise.race([
    opening,
    new Promise<null>((settle) => {
      if (signal.aborted) settle(null);
      signal.addEventListener('abort', () => settle(null), { once: true });
      AbortSignal.timeout(START_MS).addEventListener('abort', () => settle(null), { once: true });
    }),
  ]);
}

/** A refusal carries ngrok's own number; without one it was not reached. */
function faultOf(error: unknown): Fault {
  const told = error instanceof Error ? error.message : String(error);
  const reason = /ERR_NGROK_\d+/u.exec(told)?.[0];
  return reason === undefined
    ? { code: 'network', host: 'ngrok' }
    : { code: 'tunnelRefused', through: THROUGH, reason };
}
