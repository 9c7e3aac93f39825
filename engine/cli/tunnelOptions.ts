import { readFileSync } from 'node:fs';
import type { SecretName } from '../ports/secrets.ts';
import { type TunnelSettings, tunnelSettingsSchema } from '../protocol/tunnelViews.ts';
import { inWords } from './output.ts';

export interface TunnelOption {
  readonly settings: TunnelSettings;
  /** Fingerprint of the SSH server that is to be trusted, whatever was met before. */
  readonly hostKey: string | undefined;
}
export type TunnelSecrets = Readonly<Partial<Record<SecretName, string>>>;
interface Wrong {
  readonly wrong: string;
}

/** Arguments of `serve` about the way in; secrets are none of them. */
export const TUNNEL_ARGUMENTS = {
  tunnel: { type: 'string' },
  ssh: { type: 'string' },
  'ssh-key-file': { type: 'string' },
  'ssh-remote-port': { type: 'string' },
  'ssh-bind': { type: 'string' },
  'ssh-host-key': { type: 'string' },
  'ngrok-domain': { type: 'string' },
  'tunnel-secret-file': { type: 'string' },
} as const;
type Values = Readonly<Partial<Record<keyof typeof TUNNEL_ARGUMENTS | 'public-url', string | undefined>>>;

/** Public services, which let anybody in and print the address they give. */
const SERVICES: Readonly<Record<string, { readonly port: number; readonly remotePort: number }>> = {
  'localhost.run': { port: 22, remotePort: 80 },
  'serveo.net': { port: 22, remotePort: 80 },
  'a.pinggy.io': { port: 443, remotePort: 0 },
  'free.pinggy.io': { port: 443, remotePort: 0 },
};

/** Null = as it was chosen in the window, or not at all. */
export function tunnelOption(values: Values): TunnelOption | null | Wrong {
  const { tunnel: kind } = values;
  if (kind === undefined) {
    const alone = (['ssh', 'ssh-key-file', 'ssh-remote-port', 'ssh-bind', 'ngrok-domain'] as const).find(
      (name) => values[name] !== undefined,
    );
    return alone === undefined ? null : wrong(`--${alone}: нужен --tunnel`, `--${alone} needs --tunnel`);
  }
  const raw = rawSettings(kind, values);
  if ('wrong' in raw) return raw;
  const read = tunnelSettingsSchema.safeParse(raw);
  if (read.success) return { settings: read.data, hostKey: values['ssh-host-key'] };
  const at = String(read.error.issues[0]?.path[0] ?? '');
  return wrong(`--tunnel ${kind}: не годится ${at}`, `--tunnel ${kind}: ${at} is not valid`);
}

/** Of tunnels, from the environment or a file: `SSH_PASSWORD` (also a key's passphrase), `NGROK_AUTHTOKEN`, `TUNNEL_TOKEN`. */
export function tunnelSecrets(values: Values): TunnelSecrets | Wrong {
  const { SSH_PASSWORD, NGROK_AUTHTOKEN, TUNNEL_TOKEN } = process.env;
  const found: Partial<Record<SecretName, string>> = {};
  if (SSH_PASSWORD) found.ssh = SSH_PASSWORD;
  if (NGROK_AUTHTOKEN) found.ngrok = NGROK_AUTHTOKEN.trim();
  if (TUNNEL_TOKEN) found.cloudflared = TUNNEL_TOKEN.trim();
  const file = values['tunnel-secret-file'];
  const { tunnel } = values;
  if (file === undefined) return found;
  if (tunnel !== 'ssh' && tunnel !== 'ngrok' && tunnel !== 'cloudflared')
    return wrong('--tunnel-secret-file: нужен --tunnel', '--tunnel-secret-file needs --tunnel');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    return secret === '' ? wrong(`${file}: файл пуст`, `${file}: the file is empty`) : { ...found, [tunnel]: secret };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return wrong(`${file}: файл не читается (${reason})`, `${file}: cannot read the file (${reason})`);
  }
}

function rawSettings(kind: string, values: Values): object | Wrong {
  const url = values['public-url'] ?? null;
  switch (kind) {
    case 'own':
      return url === null
        ? wrong('--tunnel own: укажите адрес: --public-url URL', '--tunnel own needs --public-url URL')
        : { kind, url };
    case 'ssh':
      return sshSettings(values, url);
    case 'ngrok':
      return { kind, domain: values['ngrok-domain'] ?? '' };
    case 'cloudflared':
      return { kind, url };
    default:
      return wrong(
        `--tunnel ${kind}: бывает own, ssh, ngrok, cloudflared`,
        `--tunnel ${kind}: one of own, ssh, ngrok, cloudflared`,
      );
  }
}

function sshSettings(values: Values, publicUrl: string | null): object | Wrong {
  const at = /^(?:([^@\s]+)@)?([^@\s:/]+|\[[^\]]+\])(?::(\d+))?$/u.exec(values.ssh ?? '');
  const host = at?.[2]?.replace(/^\[|\]$/gu, '');
  if (host === undefined)
    return wrong(
      '--tunnel ssh: укажите сервер: --ssh ПОЛЬЗОВАТЕЛЬ@СЕРВЕР[:ПОРТ]',
      '--tunnel ssh needs --ssh USER@HOST[:PORT]',
    );
  const service = SERVICES[host];
  const isPrinted = publicUrl === null;
  const asked = values['ssh-remote-port'];
  if (!isPrinted && asked === undefined && !publicUrl.includes('{port}'))
    return wrong(
      '--tunnel ssh: укажите порт на сервере (--ssh-remote-port N) или {port} в --public-url',
      '--tunnel ssh needs --ssh-remote-port N, or {port} in --public-url',
    );
  const user = at?.[1] ?? (service === undefined ? '' : 'nokey');
  if (user === '') return wrong(`--ssh ${host}: укажите пользователя`, `--ssh ${host}: a user is needed`);
  return {
    kind: 'ssh',
    host,
    port: at?.[3] === undefined ? (service?.port ?? 22) : Number(at[3]),
    user,
    auth: authOf(values, service !== undefined),
    keyFile: values['ssh-key-file'] ?? '',
    bindHost: values['ssh-bind'] ?? (isPrinted ? 'localhost' : '127.0.0.1'),
    remotePort: asked === undefined ? (isPrinted ? (service?.remotePort ?? 80) : 0) : Number(asked),
    publicUrl,
  };
}

/** What was brought along says how to log in. */
function authOf(values: Values, isService: boolean): 'key' | 'password' | 'agent' | 'none' {
  if (values['ssh-key-file'] !== undefined) return 'key';
  if (process.env.SSH_PASSWORD || values['tunnel-secret-file'] !== undefined) return 'password';
  return isService || process.env.SSH_AUTH_SOCK === undefined ? 'none' : 'agent';
}

function wrong(ru: string, en: string): Wrong {
  return { wrong: inWords({ ru, en }) };
}
