import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program called `cloudflared` on the PATH that prints what the real one does, and carries what comes to its address. */
export interface FakeCloudflared {
  /** Where in this world its public address is found. */
  readonly at: (url: string) => string;
  /** How it was started last: arguments, and the token it was given by the environment. */
  lastStart(): { readonly args: readonly string[]; readonly token: string | null };
  /** Ends it, as a package manager does that updates it. */
  kill(): void;
  uninstall(): void;
}

/** `instead`: lines it prints to stderr before it exits with 1. */
export function installCloudflared(folder: string, instead: readonly string[] = []): FakeCloudflared {
  const bin = join(folder, 'bin');
  const fact = (name: string): string => join(folder, name);
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, 'cloudflared'),
    `#!${process.execPath}
const { createServer, connect } = require('node:net');
const { writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
writeFileSync(${JSON.stringify(fact('start'))}, JSON.stringify({ args, token: process.env.TUNNEL_TOKEN ?? null }));
writeFileSync(${JSON.stringify(fact('pid'))}, String(process.pid));
const say = (line) => process.stderr.write(\`2024-02-08T06:25:47Z \${line}\\n\`);
const instead = ${JSON.stringify(instead)};
if (instead.length > 0) {
  for (const line of instead) process.stderr.write(line + '\\n');
  process.exit(1);
}
const target = new URL(args[args.indexOf('--url') + 1]);
say('INF Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a quick way to experiment and try it out. See (https://www.cloudflare.com/website-terms/)');
say('INF Requesting new quick Tunnel on trycloudflare.com...');
const edge = createServer((outside) => {
  const inside = connect(Number(target.port), target.hostname);
  outside.on('error', () => inside.destroy());
  inside.on('error', () => outside.destroy());
  outside.pipe(inside);
  inside.pipe(outside);
});
edge.listen(0, '127.0.0.1', () => {
  writeFileSync(${JSON.stringify(fact('edge'))}, String(edge.address().port));
  if (!args.includes('run')) {
    say('INF +--------------------------------------------------------------------------------------------+');
    say('INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |');
    say('INF |  https://buffalo-marco-cardiff-motel.trycloudflare.com                                     |');
    say('INF +--------------------------------------------------------------------------------------------+');
  }
  say('INF Initial protocol quic');
  say('INF Registered tunnel connection connIndex=0 connection=830bf962-7674-4e02-b648-65177c832c67 event=0 ip=198.41.192.167 location=lax08 protocol=quic');
});
process.on('SIGTERM', () => {
  say('INF Initiating graceful shutdown due to signal terminated ...');
  process.exit(0);
});
`,
  );
  chmodSync(join(bin, 'cloudflared'), 0o755);
  const path = process.env['PATH'] ?? '';
  process.env['PATH'] = `${bin}${delimiter}${path}`;
  return {
    at: () => `http://127.0.0.1:${readFileSync(fact('edge'), 'utf8')}`,
    lastStart: () => JSON.parse(readFileSync(fact('start'), 'utf8')) as ReturnType<FakeCloudflared['lastStart']>,
    kill() {
      if (existsSync(fact('pid'))) process.kill(Number(readFileSync(fact('pid'), 'utf8')), 'SIGKILL');
    },
    uninstall() {
      process.env['PATH'] = path;
    },
  };
}
