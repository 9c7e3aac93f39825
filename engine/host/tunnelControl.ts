import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { SecretKind, SecretName, Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { TunnelProvider } from '../ports/tunnel.ts';
import { type TunnelSettings, tunnelSettingsSchema, type TunnelView } from '../protocol/tunnelViews.ts';
import { createLookThrough } from './lookThrough.ts';
import type { ProbeWord } from './openDoor.ts';
import type { OpenTunnel } from './openTunnel.ts';
import type { Pace } from './pace.ts';
import { createTunnelKeeper } from './tunnelKeeper.ts';

/** What tunnels need of the world; a simulation that has none knows addresses of one's own alone, and does not look. */
export interface Tunnels {
  readonly open: OpenTunnel;
  readonly send: Http['send'];
}

export interface TunnelControlDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly pace: Pace;
  readonly secrets: Secrets;
  readonly tunnels: Tunnels | undefined;
  readonly localPort: number;
  readonly probe: () => ProbeWord;
  /** An address that was chosen before tunnels were a thing of their own. */
  readonly before: string | null;
  readonly onChange: () => void;
  readonly onWay: () => void;
}

export interface TunnelChoice {
  readonly settings: TunnelSettings | null;
  readonly secret?: string | undefined;
  readonly allowFile?: boolean | undefined;
  /** Fingerprint of the SSH server, to be trusted from here on. */
  readonly hostKey?: string | undefined;
}

/** How the outside reaches this engine: what was chosen, and the tunnel that is kept open for it. */
export interface TunnelControl {
  base(): string | null;
  view(): TunnelView;
  /** Chooses and opens. */
  choose(choice: TunnelChoice): Promise<Result<void>>;
  /** Opens what was chosen; what is open stays as it is. */
  start(): Promise<void>;
  look(): Promise<void>;
  settled(): Promise<void>;
  /** Pins the key that the server showed last. Fault: `notFound`. */
  trust(fingerprint: string): Promise<Result<void>>;
  /** Lets go of it until `start`; what was chosen is kept. */
  rest(): Promise<void>;
}

const CHOSEN = 'tunnel';
const HOST_KEYS = 'tunnelHostKeys';
const hostKeysSchema = z.record(z.string(), z.string());

export function createTunnelControl(deps: TunnelControlDeps): TunnelControl {
  const { store, secrets, tunnels } = deps;
  const saved = tunnelSettingsSchema.safeParse(store.read.setting(CHOSEN));
  let settings = saved.success ? saved.data : ownOf(deps.before);
  let secretKind: SecretKind | null = null;
  const keeper = createTunnelKeeper({
    ...deps,
    look:
      tunnels === undefined
        ? () => Promise.resolve(ok({ latencyMs: 0 }))
        : createLookThrough({ ...deps, send: tunnels.send }),
  });

  function pinned(): Readonly<Record<string, string>> {
    return hostKeysSchema.catch({}).parse(store.read.setting(HOST_KEYS));
  }

  function pin(place: string, fingerprint: string): Promise<Result<void>> {
    return store.write((writer) => writer.putSetting(HOST_KEYS, { ...pinned(), [place]: fingerprint }));
  }

  async function provider(chosen: TunnelSettings): Promise<TunnelProvider> {
    const name = secretOf(chosen);
    const kept = name === null ? { value: null, kind: null } : await secrets.get(name);
    secretKind = kept.kind;
    const place = placeOf(chosen);
    if (tunnels === undefined) return { start: () => Promise.resolve(fail({ code: 'noPublicAddress' })) };
    return tunnels.open({
      settings: chosen,
      secret: kept.value,
      pinnedKey: place === null ? null : (pinned()[place] ?? null),
      onFirstKey(fingerprint) {
        if (place !== null) void pin(place, fingerprint);
      },
    });
  }

  async function open(): Promise<void> {
    const chosen = settings;
    if (chosen === null) return keeper.rest();
    const own = chosen.kind === 'own' ? chosen.url.replace(/\/+$/u, '') : null;
    await keeper.open(() => provider(chosen), own);
  }

  /** Keeps a new secret, keeps the old one elsewhere, or forgets it. */
  async function keepSecret(name: SecretName, { secret, allowFile }: TunnelChoice): Promise<void> {
    if (secret === '') {
      await secrets.clear(name);
      secretKind = null;
      return;
    }
    const value = secret ?? (allowFile === true ? (await secrets.get(name)).value : null);
    if (value !== null) secretKind = (await secrets.set(name, value, allowFile === true)).kind ?? 'memory';
  }

  return {
    base: () => keeper.base(),
    view() {
      const place = settings === null ? null : placeOf(settings);
      return {
        ...keeper.view(),
        settings,
        localPort: deps.localPort,
        hostKey: place === null ? null : (pinned()[place] ?? null),
        secret: settings === null || secretOf(settings) === null ? null : secretKind,
      };
    },
    async choose(choice) {
      const before = settings;
      const done = await store.write((writer) => writer.putSetting(CHOSEN, choice.settings));
      if (!done.ok) return done;
      settings = choice.settings;
      secretKind = null;
      const name = secretOf(choice.settings);
      if (name !== null) await keepSecret(name, choice);
      const old = secretOf(before);
      if (choice.settings === null && old !== null) await secrets.clear(old);
      const place = choice.settings === null ? null : placeOf(choice.settings);
      if (choice.hostKey !== undefined && place !== null) await pin(place, choice.hostKey);
      await open();
      return ok(undefined);
    },
    start: () => (keeper.view().state === 'off' ? open() : Promise.resolve()),
    look: () => keeper.look(),
    settled: () => keeper.settled(),
    async trust(fingerprint) {
      const { fault } = keeper.view();
      const place = settings === null ? null : placeOf(settings);
      if (place === null || fault?.code !== 'sshHostKeyChanged' || fault.now !== fingerprint)
        return fail({ code: 'notFound', what: 'hostKey', id: fingerprint });
      const done = await pin(place, fingerprint);
      if (done.ok) await open();
      return done;
    },
    rest: () => keeper.rest(),
  };
}

function ownOf(url: string | null): TunnelSettings | null {
  return url === null ? null : { kind: 'own', url };
}

function placeOf(settings: TunnelSettings): string | null {
  return settings.kind === 'ssh' ? `${settings.host}:${String(settings.port)}` : null;
}

/** Which secret this way needs; null = none. */
function secretOf(settings: TunnelSettings | null): SecretName | null {
  if (settings === null || settings.kind === 'own') return null;
  if (settings.kind === 'ssh') return settings.auth === 'key' || settings.auth === 'password' ? 'ssh' : null;
  if (settings.kind === 'cloudflared') return settings.url === null ? null : 'cloudflared';
  return 'ngrok';
}
