import { createServer, type AddressInfo, type Server as NetServer } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public tunnel service on loopback: whoever comes gets a port, and reads its address in the shell. */
export interface PublicService {
  readonly port: number;
  /** Addresses it has given so far. */
  readonly given: readonly string[];
  /** Gives everybody another address on the same connection, as services do with free ones. */
  move(): Promise<void>;
  /** Ends all sessions. */
  cut(): void;
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Null = lets anybody in. */
  readonly password?: string;
  /** What its shell prints for an address; the default is how localhost.run says it. */
  readonly says?: (url: string) => string;
}

export async function startPublicService(folder: string, options: ServiceOptions = {}): Promise<PublicService> {
  const says = options.says ?? ((url: string) => `abc.lhr.life tunneled with tls termination, ${url}\r\n`);
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'service')]);
  const clients = new Set<Connection>();
  const movers = new Set<() => Promise<void>>();
  const given: string[] = [];

  const server = new ssh2.Server({ hostKeys: [readFileSync(join(folder, 'service'))] }, (client) => {
    clients.add(client);
    const doors: NetServer[] = [];
    client.on('error', () => undefined);
    client.on('close', () => {
      clients.delete(client);
      for (const door of doors) door.close();
    });
    client.on('authentication', (context) => {
      const { password } = options;
      const isRight = password === undefined || (context.method === 'password' && context.password === password);
      if (isRight) context.accept();
      else context.reject(['password']);
    });
    async function give(bindAddr: string, bindPort: number): Promise<string> {
      const door = createServer((outside) => {
        outside.on('error', () => undefined);
        outside.setNoDelay(true);
        client.forwardOut(bindAddr, bindPort, '127.0.0.1', 1, (failed, channel) => {
          if (failed !== undefined) return outside.destroy();
          channel.on('error', () => outside.destroy());
          outside.pipe(channel);
          channel.pipe(outside);
          channel.on('close', () => outside.destroy());
          return undefined;
        });
      });
      await new Promise<void>((settle) => door.listen(0, '127.0.0.1', () => settle()));
      doors.push(door);
      const url = `http://127.0.0.1:${String((door.address() as AddressInfo).port)}`;
      given.push(url);
      return url;
    }
    let wanted: { readonly bindAddr: string; readonly bindPort: number } | null = null;
    client.on('request', (accept, reject, name, info) => {
      if (name !== 'tcpip-forward') return reject?.();
      wanted = { bindAddr: info.bindAddr, bindPort: info.bindPort === 0 ? 4_321 : info.bindPort };
      return accept?.(info.bindPort === 0 ? wanted.bindPort : undefined);
    });
    client.on('session', (acceptSession) => {
      acceptSession().on('shell', (acceptShell) => {
        const shell = acceptShell();
        const tell = async (): Promise<void> => {
          if (wanted !== null) shell.write(says(await give(wanted.bindAddr, wanted.bindPort)));
        };
        shell.write('\u001b[1mWelcome!\u001b[0m Follow your favourite reverse tunnel at https://example.org/news.\r\n');
        movers.add(tell);
        client.on('close', () => movers.delete(tell));
        void tell();
      });
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', () => settle()));
  return {
    port: (server.address() as AddressInfo).port,
    given,
    async move() {
      for (const tell of movers) await tell();
    },
    cut() {
      for (const client of clients) client.end();
    },
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        for (const client of clients) client.end();
      }),
  };
}
