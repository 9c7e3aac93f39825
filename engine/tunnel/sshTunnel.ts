import { createHash } from 'node:crypto';
import { connect as connectLocal } from 'node:net';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { GiveUp, Tunnel, TunnelProvider } from '../ports/tunnel.ts';
import { printedAddress } from './printedAddress.ts';
import { sshLogin, type SshLogin } from './sshLogin.ts';
import { teller, type Teller } from './teller.ts';

export interface SshTunnelOptions extends SshLogin {
  readonly host: string;
  readonly port: number;
  readonly bindHost: string;
  /** 0 = the server chooses. */
  readonly remotePort: number;
  /** The public address for the port that was opened; null = the service prints the address it gives. */
  readonly addressOf: ((remotePort: number) => string) | null;
  /** Of this server, from the first time; null = it was never met. */
  readonly pinnedKey: string | null;
  /** Met for the first time: to be pinned. */
  readonly onFirstKey: (fingerprint: string) => void;
}

const CONNECT_MS = 20_000;
/** A router that forgot the connection is noticed within half a minute, and the connection is kept from being forgotten. */
const KEEPALIVE_MS = 10_000;
const KEEPALIVE_MISSES = 3;
const ADDRESS_MS = 20_000;
const GOODBYE_MS = 2_000;
/** Of what a service prints; a later address comes after it. */
const PRINTED_CHARACTERS = 16_384;

/** A reverse tunnel by SSH: own server, or a public service that prints the address it gives into its shell. */
export function sshTunnel(options: SshTunnelOptions): TunnelProvider {
  return {
    async start(localPort, signal) {
      const login = await sshLogin(options);
      if (!login.ok) return login;
      if (signal.aborted) return fail({ code: 'tunnelEnded', through: options.host });
      const client = new ssh2.Client();
      const news = teller();
      const closed = new Promise<void>((settle) => client.once('close', () => settle()));
      const close = async (): Promise<void> => {
        news.hush();
        client.end();
        const late = setTimeout(() => client.destroy(), GOODBYE_MS);
        await closed;
        clearTimeout(late);
      };
      client.on('tcp connection', (_details, accept) => carry(accept(), localPort));
      const opened = await handshake(client, options, login.value, signal);
      if (!opened.ok) {
        // Before the handshake is done there is nothing to say goodbye to.
        client.destroy();
        return opened;
      }
      client.once('close', () => news.end({ code: 'tunnelEnded', through: options.host }));
      const url = await forward(client, options, news, signal);
      if (!url.ok) {
        await close();
        return url;
      }
      return ok({ url: url.value, close, onNews: news.onNews } satisfies Tunnel);
    },
  };
}

/** The fingerprint as OpenSSH prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/u, '')}`;
}

function handshake(client: Client, options: SshTunnelOptions, login: object, signal: GiveUp): Promise<Result<void>> {
  const { host, port, pinnedKey } = options;
  let stranger: string | null = null;
  return new Promise((settle) => {
    const give = (fault: Fault): void => settle(fail(fault));
    signal.addEventListener('abort', () => give({ code: 'tunnelEnded', through: host }), { once: true });
    client.once('ready', () => {
      // Without it each small reply waits for the one before: 44 ms instead of 0.6 (stack.md, 8).
      client.setNoDelay(true);
      settle(ok(undefined));
    });
    client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
      finish(prompts.map(() => options.secret ?? '')),
    );
    // Stays: an error after the handshake is followed by `close`.
    client.on('error', (error) =>
      give(stranger === null ? faultOf(error, options) : { code: 'sshHostKeyChanged', host, now: stranger }),
    );
    client.once('close', () => give({ code: 'network', host }));
    const wanted = {
      ...login,
      host,
      port,
      readyTimeout: CONNECT_MS,
      keepaliveInterval: KEEPALIVE_MS,
      keepaliveCountMax: KEEPALIVE_MISSES,
      hostVerifier(key: Buffer) {
        const met = fingerprintOf(key);
        if (pinnedKey === null) options.onFirstKey(met);
        else if (met !== pinnedKey) stranger = met;
        return stranger === null;
      },
    };
    try {
      client.connect(wanted);
    } catch {
      // What ssh2 won't even try: no name, an agent that can't be.
      give({ code: 'sshRefused', host, user: options.user });
    }
  });
}

function faultOf(error: Error & { level?: string; code?: string }, { host, user }: SshTunnelOptions): Fault {
  if (error.level === 'client-authentication') return { code: 'sshRefused', host, user };
  if (error.level === 'agent') return { code: 'sshRefused', host, user };
  if (error.level === 'client-timeout') return { code: 'timeout', host };
  return { code: 'network', host };
}

/** Has the server listen. Value: the public address. Faults: `sshNoForward`, `tunnelNoAddress`, `tunnelEnded`. */
function forward(client: Client, options: SshTunnelOptions, news: Teller, signal: GiveUp): Promise<Result<string>> {
  const { host, bindHost, remotePort, addressOf } = options;
  return new Promise((settle) => {
    const give = (fault: Fault): void => {
      clearTimeout(late);
      settle(fail(fault));
    };
    const late = setTimeout(() => give({ code: 'tunnelNoAddress', through: host }), ADDRESS_MS);
    late.unref();
    client.once('close', () => give({ code: 'tunnelEnded', through: host }));
    signal.addEventListener('abort', () => give({ code: 'tunnelEnded', through: host }), { once: true });
    client.forwardIn(bindHost, remotePort, (refused, opened) => {
      if (refused) return give({ code: 'sshNoForward', host, port: remotePort });
      if (addressOf !== null) {
        clearTimeout(late);
        return settle(ok(addressOf(remotePort === 0 ? opened : remotePort).replace(/\/+$/u, '')));
      }
      client.shell(false, (failed, shell) => {
        if (failed) return give({ code: 'tunnelNoAddress', through: host });
        hearAddress(shell, (url, isFirst) => {
          clearTimeout(late);
          if (isFirst) settle(ok(url));
          else news.tell({ news: 'moved', url });
        });
      });
    });
  });
}

function hearAddress(shell: ClientChannel, onAddress: (url: string, isFirst: boolean) => void): void {
  let printed = '';
  let known: string | null = null;
  const hear = (chunk: Buffer): void => {
    printed = (printed + chunk.toString('utf8')).slice(-PRINTED_CHARACTERS);
    const url = printedAddress(printed);
    if (url === null || url === known) return;
    onAddress(url, known === null);
    known = url;
  };
  shell.on('data', hear);
  shell.stderr.on('data', hear);
  shell.on('error', () => undefined);
}

/** One connection from the outside, to the listener and back. */
function carry(far: ClientChannel, localPort: number): void {
  const near = connectLocal({ host: '127.0.0.1', port: localPort, noDelay: true });
  far.on('error', () => near.destroy());
  near.on('error', () => far.close());
  far.on('close', () => near.destroy());
  near.on('close', () => far.close());
  far.pipe(near);
  near.pipe(far);
}
