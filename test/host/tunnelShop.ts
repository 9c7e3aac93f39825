import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TunnelSettings } from '../../engine/protocol/tunnelViews.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { type Sshd, startSshd } from '../tunnel/sshd.ts';
import { echoBot } from './echoBot.ts';
import { openShop, type Shop, type ShopOptions, until } from './liveShop.ts';

/** Patience of a test: everything of the tunnel at once. The sweep is not made shorter, so it can't stand in for the rest. */
export const QUICK = { tunnelRetryMs: [50, 100], probeAgainMs: 50, probeFirstMs: [20, 50, 100, 200, 400] };

/** A shop that customers reach through one's own SSH server. */
export interface TunnelShop {
  readonly shop: Shop;
  readonly sshd: Sshd;
  readonly folder: string;
  /** The way through that server; the port is any, so the address is another one each time. */
  readonly settings: Extract<TunnelSettings, { kind: 'ssh' }>;
}

export async function openTunnelShop(options: ShopOptions = {}): Promise<TunnelShop> {
  const folder = tempFolder();
  const sshd = await startSshd(join(folder, 'sshd'));
  onTestFinished(() => sshd.kill());
  const data = join(folder, 'data');
  const shop = await openShop(data, echoBot(), { ...options, pace: { ...QUICK, ...options.pace } });
  onTestFinished(() => shop.close());
  return { shop, sshd, folder: data, settings: throughSshd(sshd) };
}

export function throughSshd({ port, user, keyFile }: Sshd): TunnelShop['settings'] {
  return {
    kind: 'ssh',
    host: '127.0.0.1',
    port,
    user,
    auth: 'key',
    keyFile,
    bindHost: '127.0.0.1',
    remotePort: 0,
    publicUrl: 'http://127.0.0.1:{port}',
  };
}

/** Waits until the tunnel is proven and its address is the one that Umnico has. Value: the address. */
export function registered({ engine, sandbox }: Shop, otherThan = ''): Promise<string> {
  return until(
    `an address other than «${otherThan}» is registered`,
    () => {
      const { tunnel, webhook } = engine.connection.view();
      const [hook, ...more] = [...sandbox.world.webhooks.values()];
      const isOurs =
        hook?.url === `${tunnel.url ?? ''}${engine.webhook.path}` && hook.status === 1 && more.length === 0;
      return tunnel.state === 'up' &&
        webhook.state === 'on' &&
        isOurs &&
        tunnel.url !== otherThan &&
        tunnel.url !== null
        ? tunnel.url
        : undefined;
    },
    60_000,
  );
}

/** Waits until this customer has heard exactly these answers of the echo, each once and in order. */
export async function heardAll(
  customer: { hears(): Promise<readonly string[]> },
  said: readonly string[],
): Promise<string[]> {
  const echoes = async (): Promise<string[]> =>
    (await customer.hears()).flatMap((line) => /^Вы сказали: (.*)\.$/u.exec(line)?.[1] ?? []);
  await until(`${String(said.length)} answers`, async () => (await echoes()).length >= said.length, 60_000);
  return echoes();
}
