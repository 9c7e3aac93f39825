import type { Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { SAFE_PREFERENCES, windowOptions, type WindowSetting } from '../../electron/windowOptions.ts';

const setting: WindowSetting = {
  preload: '/app/dist/electron/preload.cjs',
  session: {} as unknown as Session,
  devTools: false,
  bounds: { width: 1200, height: 800 },
  dark: false,
  icon: '/app/icon.png',
};

describe('what makes a window safe (E1)', () => {
  test('is on, or off, as it must be', () => {
    expect(windowOptions(setting).webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
    });
  });

  test('can’t be undone by who asks for a window', () => {
    const bold = { ...setting, sandbox: false, webPreferences: { nodeIntegration: true } };
    const preferences = windowOptions({ ...bold, session: { contextIsolation: false } as unknown as Session });
    expect(preferences.webPreferences).toMatchObject({ ...SAFE_PREFERENCES });
    expect(Object.keys(preferences.webPreferences ?? {}).sort()).toEqual(
      [...Object.keys(SAFE_PREFERENCES), 'devTools', 'preload', 'session'].sort(),
    );
  });

  test('can’t be changed afterwards', () => {
    const options = windowOptions(setting);
    expect(Object.isFrozen(options)).toBe(true);
    expect(Object.isFrozen(options.webPreferences)).toBe(true);
    expect(Object.isFrozen(SAFE_PREFERENCES)).toBe(true);
    expect(() => Object.assign(options.webPreferences ?? {}, { sandbox: false })).toThrow(TypeError);
  });
});

test('a window is never smaller than the design, and has the colour of its theme before the page is there', () => {
  expect(windowOptions(setting)).toMatchObject({ minWidth: 1024, minHeight: 700, backgroundColor: '#f5f6f8' });
  expect(windowOptions({ ...setting, dark: true }).backgroundColor).toBe('#14171c');
});
