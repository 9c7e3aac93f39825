import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { electronExecutable, findDesktop, hasDisplay, whyElectronFailed } from '../../electron/findDesktop.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'checkout-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, text = ''): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const never = (): Promise<boolean> => Promise.reject(new Error('nothing to download'));

describe('which Electron is started', () => {
  test('the one brought for tests, when there is no other', () => {
    const runtime = put('.cache/electron-runtime/electron');
    expect(electronExecutable(root, {})).toBe(runtime);
  });

  test('the official one comes before it, the one the user points at before both', () => {
    put('.cache/electron-runtime/electron');
    put('node_modules/electron/path.txt', 'electron');
    const official = put('node_modules/electron/dist/electron');
    expect(electronExecutable(root, {})).toBe(official);
    const own = put('own/electron');
    expect(electronExecutable(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') })).toBe(own);
  });

  test('on a Mac it lies deeper', () => {
    put('node_modules/electron/path.txt', 'Electron.app/Contents/MacOS/Electron');
    const official = put('node_modules/electron/dist/Electron.app/Contents/MacOS/Electron');
    expect(electronExecutable(root, {})).toBe(official);
  });

  test('none in a fresh clone', () => {
    expect(electronExecutable(root, {})).toBeUndefined();
  });
});

describe('whether a window can be shown', () => {
  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('%s with %o: %s', (platform, env, shown) => {
    expect(hasDisplay(platform, env)).toBe(shown);
  });

  test('without a display nothing is downloaded', async () => {
    const desktop = await findDesktop(root, 'linux', {}, never);
    expect(desktop).toMatchObject({ found: false, why: { en: expect.stringContaining('display') as string } });
  });

  test('with Electron at hand nothing is downloaded', async () => {
    const runtime = put('.cache/electron-runtime/electron');
    expect(await findDesktop(root, 'linux', { DISPLAY: ':0' }, never)).toEqual({ found: true, executable: runtime });
  });

  test('a download that works is used, one that fails is told', async () => {
    const offline = await findDesktop(root, 'linux', { DISPLAY: ':0' }, () => Promise.resolve(false));
    expect(offline).toMatchObject({ found: false, why: { en: expect.stringContaining('Electron') as string } });
    const online = await findDesktop(root, 'linux', { DISPLAY: ':0' }, () => {
      put('node_modules/electron/path.txt', 'electron');
      put('node_modules/electron/dist/electron');
      return Promise.resolve(true);
    });
    expect(online).toEqual({ found: true, executable: join(root, 'node_modules/electron/dist/electron') });
  });
});

describe('what kept Electron from a window', () => {
  test('a missing system library is named', () => {
    const stderr = 'electron: error while loading shared libraries: libgbm.so.1: cannot open shared object file';
    expect(whyElectronFailed(stderr)?.en).toContain('libgbm.so.1');
  });
  test('a display that does not answer', () => {
    expect(whyElectronFailed('[1:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY')).toBeDefined();
  });
  test('the app’s own failure is not the machine’s', () => {
    expect(whyElectronFailed('Error: the data folder is locked')).toBeUndefined();
  });
});
