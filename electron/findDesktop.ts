import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why there is no desktop window here, as the one line that `npm start` prints, in both languages. */
export interface NoDesktop {
  readonly found: false;
  readonly why: { readonly en: string; readonly ru: string };
}

export type Desktop = { readonly found: true; readonly executable: string } | NoDesktop;

const NO_DISPLAY: NoDesktop = {
  found: false,
  why: { en: 'no display (DISPLAY and WAYLAND_DISPLAY are empty)', ru: 'нет экрана (DISPLAY и WAYLAND_DISPLAY пусты)' },
};

const NO_ELECTRON: NoDesktop = {
  found: false,
  why: { en: 'the Electron binary can’t be downloaded', ru: 'программу Electron не удалось скачать' },
};

/** Only Linux is ever without a display: elsewhere a session always has one. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] ?? '') || Boolean(env['WAYLAND_DISPLAY'] ?? '');
}

/** The Electron of this checkout: the one the user points at, the official one, or the one brought for tests. */
export function electronExecutable(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const inDist = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  return [
    ...(override ? [join(override, inDist)] : []),
    join(root, 'node_modules/electron/dist', inDist),
    join(root, '.cache/electron-runtime/electron'),
  ].find((path) => existsSync(path));
}

/** `download` fetches the official binary and answers whether it is there now; it is asked only when a window could be shown. */
export async function findDesktop(
  root: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  download: () => Promise<boolean>,
): Promise<Desktop> {
  if (!hasDisplay(platform, env)) return NO_DISPLAY;
  const here = electronExecutable(root, env);
  if (here !== undefined) return { found: true, executable: here };
  const fetched = (await download()) ? electronExecutable(root, env) : undefined;
  return fetched === undefined ? NO_ELECTRON : { found: true, executable: fetched };
}

/** What Electron says on stderr when the machine, not the app, keeps it from showing a window. */
export function whyElectronFailed(stderr: string): NoDesktop['why'] | undefined {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(stderr)?.[1];
  if (library !== undefined) {
    return {
      en: `Electron needs the system library ${library}`,
      ru: `для Electron нужна системная библиотека ${library}`,
    };
  }
  if (/Missing X server|cannot open display|Unable to open X display/i.test(stderr)) {
    return { en: 'the display does not answer', ru: 'экран не отвечает' };
  }
  return undefined;
}
