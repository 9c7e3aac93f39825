import { describe, expect, test } from 'vitest';
import { readCloudflaredLine } from '../../engine/tunnel/cloudflaredLog.ts';
import { printedAddress } from '../../engine/tunnel/printedAddress.ts';

describe('what a service prints into its shell', () => {
  test.each([
    [
      'localhost.run',
      `===============================================================================
Welcome to localhost.run!

Follow your favourite reverse tunnel at [https://twitter.com/localhost_run].

To set up and manage custom domains go to https://admin.localhost.run/

More details on custom domains (and how to enable subdomains of your custom
domain) at https://localhost.run/docs/custom-domains
===============================================================================

** your connection id is 0b6d3b6d-8b62-4d6a-9d5b-3b9a0c0b7d55, please mention it if you send me a message about an issue. **

authenticated as anonymous user
9b7d1a0c1f2e3d.lhr.life tunneled with tls termination, https://9b7d1a0c1f2e3d.lhr.life
create an account and add your key for a longer lasting domain name. see https://localhost.run/docs/forever-free/ for more information.
`,
      'https://9b7d1a0c1f2e3d.lhr.life',
    ],
    [
      'serveo',
      '\u001b[32mForwarding HTTP traffic from https://f1a2b3.serveousercontent.com\u001b[0m\r\n',
      'https://f1a2b3.serveousercontent.com',
    ],
    [
      'pinggy without a terminal',
      'You are not authenticated.\r\nYour tunnel will expire in 60 minutes. Upgrade to Pinggy Pro to get unrestricted tunnels. https://dashboard.pinggy.io\r\n\r\nhttp://rnabc-203-0-113-7.a.free.pinggy.link\r\nhttps://rnabc-203-0-113-7.a.free.pinggy.link\r\n',
      'https://rnabc-203-0-113-7.a.free.pinggy.link',
    ],
    ['a line whose end is still on its way', 'x.lhr.life tunneled with tls termination, https://x.lhr.li', null],
    ['plain http to somewhere else', 'http://example.org\n', null],
    ['an address with a path', 'https://example.org/news\n', null],
    ['nothing', '', null],
  ])('%s', (_name, text, url) => {
    expect(printedAddress(text)).toBe(url);
  });

  test('of two addresses the later one holds', () => {
    const line = (name: string): string => `${name}.lhr.life tunneled with tls termination, https://${name}.lhr.life\n`;
    expect(printedAddress(line('one') + line('two'))).toBe('https://two.lhr.life');
  });
});

describe('lines of cloudflared’s log', () => {
  test.each([
    [
      '2023-04-18T14:06:49Z INF |  https://buffalo-marco-cardiff-motel.trycloudflare.com                                     |',
      { said: 'address', url: 'https://buffalo-marco-cardiff-motel.trycloudflare.com' },
    ],
    [
      '2024-02-08T06:25:48Z INF Registered tunnel connection connIndex=0 connection=830bf962-7674-4e02-b648-65177c832c67 event=0 ip=198.41.192.167 location=lax08 protocol=quic',
      { said: 'connected' },
    ],
    [
      '2022-06-01T16:23:12Z INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD',
      { said: 'connected' },
    ],
    ['2024-11-27T11:12:57Z INF Lost connection with the edge connIndex=1', { said: 'lost' }],
    [
      '2024-11-27T11:12:57Z WRN Serve tunnel error error="connection with edge closed" connIndex=1 event=0 ip=198.41.192.57',
      { said: 'lost' },
    ],
    ['2024-02-08T06:25:54Z INF Retrying connection in up to 2s connIndex=2 event=0 ip=198.41.192.57', { said: 'lost' }],
    [
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host',
      { said: 'unreachable' },
    ],
    ['failed to parse quick Tunnel ID: invalid UUID length: 0', { said: 'unreachable' }],
    ['Provided Tunnel token is not valid.', { said: 'refused' }],
    [
      '2026-02-03T13:19:49Z INF Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a quick way to experiment and try it out. However, be aware that these account-less Tunnels have no uptime guarantee, are subject to the Cloudflare Online Services Terms of Use (https://www.cloudflare.com/website-terms/)',
      null,
    ],
    ['2022-01-29T09:49:15Z INF Requesting new quick Tunnel on trycloudflare.com...', null],
    ['2024-02-08T06:25:47Z INF Starting metrics server on 127.0.0.1:33575/metrics', null],
    ['', null],
  ])('%s', (line, read) => {
    expect(readCloudflaredLine(line)).toEqual(read);
  });
});
