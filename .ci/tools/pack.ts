// usage: node .ci/tools/pack.ts [--release]
// Without --release: an unpacked app of this machine's kind in out/, with the inspector left on for the desktop tests. The official
// Electron is used where it can be had; otherwise the test runtime of test/support/electronRuntime.mjs, and the line printed says so.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './targets.ts';

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);
const runtimeLink = join(ROOT, '.cache/electron-runtime');
const runtime = existsSync(runtimeLink) ? realpathSync(runtimeLink) : runtimeLink;

if (process.argv.includes('--release')) {
  process.exit(builder(['-c.npmRebuild=false']));
}

const official = join(ROOT, 'node_modules/electron/dist');
const flags = [`--${platformName()}`, 'dir', '-c.electronFuses.enableNodeCliInspectArguments=true'];
if (existsSync(official)) {
  process.exit(builder([...flags, `-c.electronDist=${official}`]));
}
if (!existsSync(join(runtime, 'electron'))) {
  console.error(
    'pack: no Electron here. Run `npm start` once with a network, or `node test/support/electronRuntime.mjs` for the test runtime.',
  );
  process.exit(1);
}
const dist = mkdtempSync(join(tmpdir(), 'electron-dist-'));
try {
  // Without the loader that makes `electron APP_DIR` work: the packed app brings its own resources.
  const loader = join(runtime, 'resources/app');
  cpSync(runtime, dist, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.startsWith(loader) });
  console.error(`Packing with the test runtime, Electron ${testRuntimeVersion()} (not for release)`);
  process.exitCode = builder([...flags, `-c.electronDist=${dist}`, `-c.electronVersion=${testRuntimeVersion()}`]);
} finally {
  rmSync(dist, { recursive: true, force: true });
}

function builder(args: readonly string[]): number {
  const run = spawnSync(bin('electron-builder'), [...args, '--publish', 'never'], { cwd: ROOT, stdio: 'inherit' });
  return run.status ?? 1;
}

function platformName(): string {
  return { darwin: 'mac', win32: 'win' }[process.platform as string] ?? 'linux';
}

/** The runtime has no version file; the script that brings it names the version once. */
function testRuntimeVersion(): string {
  const script = readFileSync(join(ROOT, 'test/support/electronRuntime.mjs'), 'utf8');
  const version = /Electron \((\d+\.\d+\.\d+)/.exec(script)?.[1];
  if (version === undefined)
    throw new Error('pack: test/support/electronRuntime.mjs no longer names its Electron version');
  return version;
}
