// `npm start`: builds what is stale, then opens the desktop window, or says in one line why not and serves the same app headless.
// npm start -- --headless    never the window. Everything else after `--` is handed on.
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { findDesktop, type NoDesktop, whyElectronFailed } from './findDesktop.ts';

const ROOT = resolve(import.meta.dirname, '..');
const DOWNLOAD_LIMIT_MS = 10 * 60_000; // about 110 MB on a slow line; without a network it fails within seconds by itself
const STDERR_KEPT = 4_000;

const args = process.argv.slice(2);
const handedOn = args.filter((argument) => argument !== '--headless');
let running: ChildProcess | undefined;
const stop = { asked: false };

// Ctrl+C reaches the child as well (same terminal): we only wait for it to finish. A signal to us alone is passed on.
process.on('SIGINT', () => {
  stop.asked = true;
});
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop.asked = true;
    running?.kill(signal);
  });
}

process.exitCode = await start();

/** A function, so that the compiler does not take the answer for constant between two waits. */
function stopped(): boolean {
  return stop.asked;
}

async function start(): Promise<number> {
  const built = await run(process.execPath, ['.ci/tools/build.ts', '--stale'], 'inherit');
  if (built.code !== 0 || stopped()) return built.code;
  if (args.includes('--headless')) return headless();

  const desktop = await findDesktop(ROOT, process.platform, process.env, download);
  if (stopped()) return 130;
  if (!desktop.found) return withoutWindow(desktop.why);

  const window = await run(desktop.executable, [...sandboxFlags(), ROOT, ...handedOn], 'watch');
  const why = window.code === 0 || stopped() ? undefined : whyElectronFailed(window.stderr);
  return why === undefined ? window.code : withoutWindow(why);
}

function withoutWindow(why: NoDesktop['why']): Promise<number> {
  console.error(`No desktop window: ${why.en}; starting in the browser mode (Без окна: ${why.ru}; запуск в браузере).`);
  return headless();
}

async function headless(): Promise<number> {
  const served = await run(process.execPath, ['engine/cli/main.ts', 'serve', '--sandbox', ...handedOn], 'inherit');
  return served.code;
}

/** Chromium's own sandbox can't be set up by root: only there is it switched off. */
function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function download(): Promise<boolean> {
  console.error('Fetching Electron, about 110 MB, once (Скачивается Electron, один раз)…');
  const fetched = await run(process.execPath, ['node_modules/electron/install.js'], 'silent', DOWNLOAD_LIMIT_MS);
  return fetched.code === 0;
}

interface Outcome {
  readonly code: number;
  /** The last of what the child wrote to stderr; only collected when watched. */
  readonly stderr: string;
}

/** `watch` shows the child's stderr and keeps its end; `silent` shows nothing. */
function run(
  program: string,
  argv: readonly string[],
  output: 'inherit' | 'watch' | 'silent',
  limitMs?: number,
): Promise<Outcome> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = process.env; // would turn the window into a plain Node
  const child = spawn(program, argv, {
    cwd: ROOT,
    // The engine host runs under this Node: the Electron at hand may be too old for better-sqlite3.
    env: { ...rest, ENGINE_NODE: rest['ENGINE_NODE'] ?? process.execPath },
    stdio:
      output === 'inherit'
        ? 'inherit'
        : ['inherit', output === 'watch' ? 'inherit' : 'ignore', output === 'watch' ? 'pipe' : 'ignore'],
    ...(limitMs === undefined ? {} : { timeout: limitMs }),
  });
  running = child;
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    process.stderr.write(chunk);
    stderr = (stderr + chunk).slice(-STDERR_KEPT);
  });
  return new Promise((done) => {
    child.once('error', (error) => {
      done({ code: 1, stderr: error.message });
    });
    child.once('close', (code) => {
      done({ code: code ?? (stopped() ? 130 : 1), stderr });
    });
  });
}
