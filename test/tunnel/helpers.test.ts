import { expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../engine/model/fault.ts';
import type { Result } from '../../engine/model/result.ts';
import type { Tunnel, TunnelNews, TunnelProvider } from '../../engine/ports/tunnel.ts';
import { cloudflaredTunnel } from '../../engine/tunnel/cloudflaredTunnel.ts';
import { ngrokTunnel } from '../../engine/tunnel/ngrokTunnel.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { installCloudflared } from './fakeCloudflared.ts';
import { playedNgrok } from './playedNgrok.ts';

async function start(provider: TunnelProvider): Promise<Result<Tunnel>> {
  const tunnel = await provider.start(8_080, new AbortController().signal);
  if (tunnel.ok) onTestFinished(() => tunnel.value.close());
  return tunnel;
}
async function faultOf(provider: TunnelProvider): Promise<Fault | null> {
  const tunnel = await start(provider);
  return tunnel.ok ? null : tunnel.fault;
}

test('cloudflared that is not installed is said as such', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = tempFolder();
  onTestFinished(() => {
    process.env['PATH'] = path;
  });
  expect(await faultOf(cloudflaredTunnel({ named: null }))).toEqual({
    code: 'tunnelProgramMissing',
    program: 'cloudflared',
  });
});

test('a quick tunnel points to the listener alone; a named one has its token by the environment, not as an argument', async () => {
  const program = installCloudflared(tempFolder());
  onTestFinished(program.uninstall);
  await start(cloudflaredTunnel({ named: null }));
  expect(program.lastStart()).toEqual({
    args: ['tunnel', '--no-autoupdate', '--url', 'http://127.0.0.1:8080'],
    token: null,
  });
  const named = await start(cloudflaredTunnel({ named: { url: 'https://bot.example.com', token: 'secret-token' } }));
  expect(named).toMatchObject({ ok: true, value: { url: 'https://bot.example.com' } });
  expect(program.lastStart()).toEqual({
    args: ['tunnel', '--no-autoupdate', 'run', '--url', 'http://127.0.0.1:8080'],
    token: 'secret-token',
  });
});

test.each([
  [
    'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host',
    { code: 'network', host: 'trycloudflare.com' },
  ],
  ['Provided Tunnel token is not valid.', { code: 'tunnelRefused', through: 'cloudflared', reason: '' }],
  ['flag provided but not defined: -url', { code: 'tunnelEnded', through: 'cloudflared' }],
])('cloudflared that ends with «%s»', async (line, fault) => {
  const program = installCloudflared(tempFolder(), [line]);
  onTestFinished(program.uninstall);
  expect(await faultOf(cloudflaredTunnel({ named: null }))).toEqual(fault);
});

test('ngrok is asked for the reserved domain with the user’s token, and what it says of its connection is worth a look', async () => {
  const ngrok = playedNgrok();
  const load = (): Promise<typeof ngrok.module> => Promise.resolve(ngrok.module);
  const tunnel = await start(ngrokTunnel({ authtoken: ngrok.token, domain: 'shop.ngrok.app', load }));
  if (!tunnel.ok) throw new Error(tunnel.fault.code);
  expect(tunnel.value.url).toBe('https://shop.ngrok.app');
  expect(ngrok.asked).toMatchObject([{ addr: 8_080, authtoken: ngrok.token, domain: 'shop.ngrok.app' }]);
  const news: TunnelNews[] = [];
  tunnel.value.onNews((one) => news.push(one));
  ngrok.says('closed');
  ngrok.says('connected');
  expect(news).toEqual([{ news: 'shaky' }, { news: 'shaky' }]);
});

test('ngrok’s refusal carries its number, its silence is the network’s', async () => {
  const ngrok = playedNgrok();
  const load = (): Promise<typeof ngrok.module> => Promise.resolve(ngrok.module);
  expect(await faultOf(ngrokTunnel({ authtoken: 'another', domain: '', load }))).toEqual({
    code: 'tunnelRefused',
    through: 'ngrok',
    reason: 'ERR_NGROK_107',
  });
  const silent = { forward: () => Promise.reject(new Error('failed to establish tcp connection')) };
  expect(await faultOf(ngrokTunnel({ authtoken: 'x', domain: '', load: () => Promise.resolve(silent) }))).toEqual({
    code: 'network',
    host: 'ngrok',
  });
});

test('a package that is not there is said as such; the installed one has the shape we use', async () => {
  const missing = (): Promise<never> => Promise.reject(new Error("Cannot find package '@ngrok/ngrok'"));
  expect(await faultOf(ngrokTunnel({ authtoken: 'x', domain: '', load: missing }))).toEqual({
    code: 'tunnelProgramMissing',
    program: 'ngrok',
  });
  expect((await import('@ngrok/ngrok')).forward).toBeTypeOf('function');
});
