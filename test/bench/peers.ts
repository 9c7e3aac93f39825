import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { round, type Figure } from './figure.ts';
import { median } from './pace.ts';

const FOLDER = join(import.meta.dirname, 'peers');
const OURS = 'ours';
/** Each is a file of the folder, written as the documentation of that engine would have it. */
const PEERS = ['xstate', 'grammyConversations', 'botbuilderText', 'botbuilderChoice', 'adaptive'];
const ROUNDS = 3;
const INSTALL_MINUTES = 5;

/**
 * The menu conversation of `peers.md` on the engines that a developer would pick instead, in the same run: 1,000 conversations
 * of 20 turns, the state through JSON every turn, each engine in a process of its own, one after the other, in three rounds.
 */
export function benchPeers(): Promise<readonly Figure[]> {
  const missing = installPeers();
  if (missing !== null)
    process.stderr.write(`peers: only our own figure, the packages can't be installed: ${missing}\n`);
  const names = missing === null ? [OURS, ...PEERS] : [OURS];
  const paces = new Map(names.map((name) => [name, [] as number[]]));
  for (let rounds = 0; rounds < ROUNDS; rounds += 1) for (const [name, list] of paces) list.push(paceOf(name));
  const medians = [...paces].map(([name, list]) => ({ name, value: median(list) }));
  const ours = medians.find(({ name }) => name === OURS)?.value ?? Number.NaN;
  return Promise.resolve([
    ...medians.map(({ name, value }) => ({ name: `peers.${name}`, value: Math.round(value), unit: '1/s' })),
    ...medians
      .filter(({ name }) => name !== OURS)
      .map(({ name, value }) => ({ name: `peers.ratio.${name}`, value: round(ours / value, 2), unit: '×' })),
  ]);
}

function paceOf(name: string): number {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'peerRun.ts'), name], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const value = Number.parseFloat(run.stdout);
  if (run.status !== 0 || Number.isNaN(value)) throw new Error(`peers: ${name} did not get through the conversation`);
  return value;
}

/** Why the packages are not there, null when they are. They have a lock file of their own: the app does not depend on them. */
export function installPeers(): string | null {
  if (isInstalled()) return null;
  process.stderr.write('peers: installing the other engines into test/bench/peers…\n');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  // `npm run` names the npm that it is; without it the one in the path is asked.
  const npm = process.env.npm_execpath;
  const options = { cwd: FOLDER, encoding: 'utf8', timeout: INSTALL_MINUTES * 60_000 } as const;
  const run =
    npm === undefined
      ? spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], options);
  if (run.status === 0 && isInstalled()) return null;
  const said = `${run.error?.message ?? ''}\n${run.stderr}`.split('\n').map((line) => line.trim());
  const [code, reason = ''] = said.filter((line) => line !== '');
  return code === undefined ? `npm ended with ${String(run.status)}` : `${code} ${reason}`;
}

/** Every package that the folder asks for, in its exact version. */
function isInstalled(): boolean {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
  const { dependencies } = manifest.parse(readJson(join(FOLDER, 'package.json')));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(FOLDER, 'node_modules', name, 'package.json');
    return existsSync(file) && z.object({ version: z.string() }).parse(readJson(file)).version === version;
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
