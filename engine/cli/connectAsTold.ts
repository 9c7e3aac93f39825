import { UMNICO_URL } from '../host/connectionConfig.ts';
import type { Engine } from '../host/engine.ts';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { ServeOptions } from './serveOptions.ts';
import { wrongChoice } from './wrongChoice.ts';

/** Has it been told to stop, and when? Starting may take long where the network is not up yet. */
export interface End {
  readonly stop: { readonly asked: boolean };
  readonly stopping: Promise<void>;
}

/** What passes by itself: the account is asked again, by us or by the connection. */
const TRANSIENT = new Set<Fault['code']>(['network', 'timeout', 'upstreamDown', 'tooManyRequests']);
/** The account is there; how the outside reaches us is mended by itself or chosen in the window. */
const NO_WAY_IN = new Set<Fault['code']>(['noPublicAddress', 'tunnelDown']);
const AGAIN_MS = 5_000;
const LOOK_MS = 200;

/**
 * Connects the engine as the command line says. A folder that is connected so already is not asked for it again: the engine
 * has taken its connection up and mends it itself, and customers are served meanwhile. `tell` hears what is waited for.
 */
export async function connectAsTold(
  engine: Engine,
  options: ServeOptions,
  sandboxLanguage: 'ru' | 'en',
  end: End,
  tell: (fault: Fault) => void,
): Promise<Result<void> | { readonly wrong: string }> {
  const { connection } = engine;
  if (options.sandbox)
    return connection.config().kind === 'sandbox' && connection.view().state === 'on'
      ? ok(undefined)
      : connection.sandbox(sandboxLanguage);
  if (options.token === undefined || isAsTold(engine, options)) return ok(undefined);
  for (;;) {
    const found = await connection.checkToken(options.token, options.umnicoUrl);
    if (found.ok) {
      const { managers } = found.value;
      const wrong = wrongChoice(options, found.value);
      if (wrong !== null) return { wrong };
      const manager =
        options.manager === undefined
          ? (managers.find((known) => known.owner) ?? managers[0])
          : managers.find((known) => isCalled(known.login, options.manager));
      if (manager === undefined) return fail({ code: 'managerMissing', login: options.manager ?? '' });
      const connected = await connection.umnico({
        token: options.token,
        baseUrl: options.umnicoUrl,
        manager: manager.id,
        sources: options.sources ?? chosenBefore(engine, options),
        publicUrl: ownAddress(engine, options),
      });
      return !connected.ok && TRANSIENT.has(connected.fault.code)
        ? untilUp(engine, connected.fault, end, tell)
        : connected;
    }
    // A server may come up before its network: what passes is waited for.
    if (!TRANSIENT.has(found.fault.code) || end.stop.asked) return found;
    tell(found.fault);
    await Promise.race([pause(AGAIN_MS), end.stopping]);
  }
}

/** The account was there a moment ago and has what was chosen: the connection itself asks it again, at its own pace. */
async function untilUp(
  { connection }: Engine,
  first: Fault,
  end: End,
  tell: (fault: Fault) => void,
): Promise<Result<void>> {
  let told = first;
  tell(told);
  while (!end.stop.asked) {
    const { state, fault } = connection.view();
    if (state === 'on' || (fault !== null && NO_WAY_IN.has(fault.code))) return ok(undefined);
    if (fault !== null && !TRANSIENT.has(fault.code)) return fail(fault);
    if (fault !== null && fault.code !== told.code) tell((told = fault));
    await Promise.race([pause(LOOK_MS), end.stopping]);
  }
  return ok(undefined);
}

/** Is it connected as the command line says already, whether or not the account answers at the moment? */
function isAsTold(engine: Engine, options: ServeOptions): boolean {
  const { connection } = engine;
  const { kind, baseUrl, manager, account, sources } = connection.config();
  const { fault, managers, tunnel } = connection.view();
  if (kind !== 'umnico' || account === null || manager === null) return false;
  if (fault !== null && !TRANSIENT.has(fault.code) && !NO_WAY_IN.has(fault.code)) return false;
  if (baseUrl !== (options.umnicoUrl ?? UMNICO_URL)) return false;
  if (options.manager !== undefined) {
    const login = managers.find(({ id }) => id === manager)?.login;
    if (login === undefined || !isCalled(login, options.manager)) return false;
  }
  if (options.sources !== undefined && !isSame(options.sources, sources)) return false;
  const address = ownAddress(engine, options);
  return address === undefined || (tunnel.settings?.kind === 'own' && tunnel.settings.url === address);
}

/** What was chosen in the window holds; an administrator who publishes from the command line means all customers. */
function chosenBefore(engine: Engine, options: ServeOptions): readonly string[] | 'all' {
  const { kind, sources } = engine.connection.config();
  if (kind === 'umnico') return sources;
  return options.publish ? 'all' : [];
}

/** Under which address of one's own the outside comes in; undefined = a tunnel, or as it was chosen before. */
function ownAddress(engine: Engine, options: ServeOptions): string | undefined {
  if (options.tunnel !== null) return undefined;
  return options.publicUrl ?? localAddress(options.umnicoUrl, engine.webhook.port);
}

/** An account on this very machine reaches the listener without a tunnel. */
function localAddress(umnicoUrl: string | undefined, port: number): string | undefined {
  if (umnicoUrl === undefined) return undefined;
  const { hostname } = new URL(umnicoUrl);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
    ? `http://127.0.0.1:${String(port)}`
    : undefined;
}

function isCalled(login: string, name: string | undefined): boolean {
  return login.toLowerCase() === name?.toLowerCase();
}

function isSame(asked: readonly string[] | 'all', chosen: readonly string[] | 'all'): boolean {
  if (asked === 'all' || chosen === 'all') return asked === chosen;
  return asked.length === chosen.length && asked.every((id) => chosen.includes(id));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
