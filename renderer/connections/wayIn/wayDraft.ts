import { isPublicUrl, type TunnelSettings, tunnelSettingsSchema } from '../../../engine/protocol/tunnelViews.ts';

/** The ways as a person chooses among them: a free service is a tunnel by SSH too. */
export const WAYS = ['own', 'ssh', 'service', 'ngrok', 'cloudflared'] as const;
export type Way = (typeof WAYS)[number];
export const SERVICES = ['localhost.run', 'serveo', 'pinggy'] as const;
export type Service = (typeof SERVICES)[number];
export type SshAuth = 'key' | 'password' | 'agent';

/** What is in the fields, of all ways at once: looking at another way loses nothing. */
export interface WayDraft {
  readonly way: Way;
  readonly url: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly user: string;
  readonly auth: SshAuth;
  readonly keyFile: string;
  readonly remotePort: number | undefined;
  readonly publicUrl: string;
  readonly service: Service;
  readonly domain: string;
  readonly isNamed: boolean;
  readonly namedUrl: string;
  /** Typed now; empty = the one that is kept, if there is one. */
  readonly secret: string;
}
export type WrongField =
  'url' | 'host' | 'port' | 'user' | 'keyFile' | 'remotePort' | 'publicUrl' | 'domain' | 'secret';

type SshSettings = Extract<TunnelSettings, { kind: 'ssh' }>;
const PRESETS: Readonly<Record<Service, Pick<SshSettings, 'host' | 'port' | 'user' | 'remotePort'>>> = {
  'localhost.run': { host: 'localhost.run', port: 22, user: 'nokey', remotePort: 80 },
  serveo: { host: 'serveo.net', port: 22, user: 'dialogram', remotePort: 80 },
  pinggy: { host: 'a.pinggy.io', port: 443, user: 'free', remotePort: 0 },
};
const EMPTY: WayDraft = {
  way: 'own',
  url: '',
  host: '',
  port: 22,
  user: '',
  auth: 'key',
  keyFile: '~/.ssh/id_ed25519',
  remotePort: 18_420,
  publicUrl: '',
  service: 'localhost.run',
  domain: '',
  isNamed: false,
  namedUrl: '',
  secret: '',
};

/** The fields as they stand for what was chosen before. */
export function draftOf(settings: TunnelSettings | null): WayDraft {
  if (settings === null) return EMPTY;
  switch (settings.kind) {
    case 'own':
      return { ...EMPTY, url: settings.url };
    case 'ssh': {
      const service = SERVICES.find((name) => PRESETS[name].host === settings.host);
      if (settings.publicUrl === null && service !== undefined) return { ...EMPTY, way: 'service', service };
      const { host, port, user, keyFile, remotePort, publicUrl } = settings;
      const auth = settings.auth === 'none' ? 'password' : settings.auth;
      return { ...EMPTY, way: 'ssh', host, port, user, auth, keyFile, remotePort, publicUrl: publicUrl ?? '' };
    }
    case 'ngrok':
      return { ...EMPTY, way: 'ngrok', domain: settings.domain };
    case 'cloudflared':
      return { ...EMPTY, way: 'cloudflared', isNamed: settings.url !== null, namedUrl: settings.url ?? '' };
  }
}

/** Fields that keep this from being switched on. `hasSecret`: one is kept for this way. */
export function wrongFields(draft: WayDraft, hasSecret: boolean): ReadonlySet<WrongField> {
  const wrong = new Set<WrongField>();
  const must = (isRight: boolean, field: WrongField): void => {
    if (!isRight) wrong.add(field);
  };
  const secretGiven = draft.secret !== '' || hasSecret;
  switch (draft.way) {
    case 'own':
      must(isPublicUrl(draft.url), 'url');
      break;
    case 'ssh':
      must(/^[^\s/@]+$/u.test(draft.host), 'host');
      must(draft.port !== undefined, 'port');
      must(draft.user !== '', 'user');
      must(draft.remotePort !== undefined, 'remotePort');
      must(draft.auth !== 'key' || draft.keyFile !== '', 'keyFile');
      must(draft.auth !== 'password' || secretGiven, 'secret');
      must(isPublicUrl(draft.publicUrl.replaceAll('{port}', '1')), 'publicUrl');
      break;
    case 'ngrok':
      must(/^[\p{L}\p{N}.-]*$/u.test(draft.domain), 'domain');
      must(secretGiven, 'secret');
      break;
    case 'cloudflared':
      must(!draft.isNamed || isPublicUrl(draft.namedUrl), 'url');
      must(!draft.isNamed || secretGiven, 'secret');
      break;
    case 'service':
      break;
  }
  return wrong;
}

/** Null = the engine would not take it. */
export function settingsOf(draft: WayDraft): TunnelSettings | null {
  const read = tunnelSettingsSchema.safeParse(rawSettings(draft));
  return read.success ? read.data : null;
}

function rawSettings(draft: WayDraft): unknown {
  const { way, host, port, user, auth, keyFile, remotePort, publicUrl } = draft;
  if (way === 'own') return { kind: 'own', url: draft.url };
  if (way === 'ssh')
    return { kind: 'ssh', host, port, user, auth, keyFile, bindHost: '127.0.0.1', remotePort, publicUrl };
  if (way === 'service')
    return {
      kind: 'ssh',
      ...PRESETS[draft.service],
      auth: 'none',
      keyFile: '',
      bindHost: 'localhost',
      publicUrl: null,
    };
  if (way === 'ngrok') return { kind: 'ngrok', domain: draft.domain };
  return { kind: 'cloudflared', url: draft.isNamed ? draft.namedUrl : null };
}

/** Do both keep the same secret? Another way's secret says nothing of this one's. */
export function isSameSecret(draft: WayDraft, settings: TunnelSettings | null): boolean {
  const before = draftOf(settings);
  if (settings === null || before.way !== draft.way) return false;
  return draft.way === 'ssh' ? before.auth === draft.auth : draft.way !== 'cloudflared' || before.isNamed;
}
