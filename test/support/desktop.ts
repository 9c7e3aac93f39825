import { join, resolve } from 'node:path';
import { _electron, errors, type ElectronApplication } from 'playwright-core';
import { electronExecutable } from '../../electron/findDesktop.ts';
import { patientPage } from './patientBrowser.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The packed app under test (`DIALOGRAM_APP=out/linux-unpacked/dialogram`), or none: then Electron runs this checkout. */
export const PACKED_APP = process.env['DIALOGRAM_APP'];

const START_MS = 60_000;

/**
 * Starts the real desktop app. `args` come after the app's own; `env` is laid over this process's environment. The engine host
 * runs under this Node (`ENGINE_NODE`), because the Electron of the tests may be too old for better-sqlite3. The caller closes it.
 */
export async function openDesktop(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ElectronApplication> {
  const executablePath = PACKED_APP === undefined ? electronExecutable(ROOT, process.env) : resolve(ROOT, PACKED_APP);
  if (executablePath === undefined) throw new Error('no Electron: run `node test/support/electronRuntime.mjs`');
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...inherited } = process.env;
  const start = () =>
    _electron.launch({
      executablePath,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(PACKED_APP === undefined ? [ROOT] : []),
        ...args,
      ],
      cwd: ROOT,
      env: { ...onlyStrings(inherited), ENGINE_NODE: process.execPath, ...env },
      timeout: START_MS,
    });
  try {
    return patientApp(await start());
  } catch (error) {
    // Now and then the driver and the app wait for each other for ever before the app's first line has run.
    if (!(error instanceof errors.TimeoutError)) throw error;
    return patientApp(await start());
  }
}

function patientApp(app: ElectronApplication): ElectronApplication {
  const firstWindow = app.firstWindow.bind(app);
  app.firstWindow = async () => patientPage(await firstWindow({ timeout: START_MS }));
  return app;
}

/** Where a test keeps its screenshots: `test/output/desktop/NAME.png`, or `packed/` for the packed app. */
export function screenshotPath(name: string): string {
  return join(ROOT, 'test/output', PACKED_APP === undefined ? 'desktop' : 'packed', `${name}.png`);
}

function onlyStrings(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
