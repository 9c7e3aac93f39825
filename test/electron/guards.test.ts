import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test } from 'vitest';
import { blockOutside, denyPermissions, guardNavigation, isOurPage, isOurRequest } from '../../electron/guards.ts';
import { APP_ORIGIN } from '../../electron/scheme.ts';

/** As much of Electron as a guard is hung on; the real one is in test/e2e/desktop/window.e2e.ts. */
function guardedContents() {
  const app = new EventEmitter();
  guardNavigation(app as unknown as App);
  let onOpen: (details: { url: string }) => unknown = () => 'no handler';
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof onOpen) => (onOpen = handler),
  });
  app.emit('web-contents-created', {}, contents);
  return { contents, open: (url: string) => onOpen({ url }) };
}

describe('a page stays where it is (E5)', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('%s', (event) => {
    const { contents } = guardedContents();
    let prevented = false;
    const heard = contents.emit(event, { preventDefault: () => (prevented = true) }, `${APP_ORIGIN}/index.html`);
    expect([heard, prevented]).toEqual([true, true]);
  });

  test('and opens no window, not even of its own', () => {
    const { open } = guardedContents();
    for (const url of ['https://example.org', `${APP_ORIGIN}/index.html`, 'about:blank', 'javascript:1']) {
      expect(open(url)).toEqual({ action: 'deny' });
    }
  });
});

const PERMISSIONS = [
  'accessibility-events',
  'ambient-light-sensor',
  'background-sync',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'payment-handler',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
  'not-invented-yet',
];

describe('a page is allowed nothing (E7)', () => {
  function guardedSession() {
    const handlers: Record<string, (...args: unknown[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: unknown[]) => unknown) => (handlers[name] = handler);
    const downloads = new EventEmitter();
    denyPermissions({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
      on: downloads.on.bind(downloads),
    } as unknown as Session);
    return { handlers, downloads };
  }

  test.each(PERMISSIONS)('%s', (permission) => {
    const { handlers } = guardedSession();
    let decided: unknown;
    handlers['request']?.({}, permission, (allowed: unknown) => (decided = allowed), {});
    expect(decided).toBe(false);
    expect(handlers['check']?.({}, permission, APP_ORIGIN, {})).toBe(false);
    expect(handlers['device']?.({ deviceType: permission, origin: APP_ORIGIN })).toBe(false);
  });

  test('no screen to record, no file written unasked', () => {
    const { handlers, downloads } = guardedSession();
    let screens: unknown;
    handlers['display']?.({}, (given: unknown) => (screens = given));
    expect(screens).toEqual({});
    let prevented = false;
    downloads.emit('will-download', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
  });
});

describe('what leaves the process', () => {
  test.each([
    [`${APP_ORIGIN}/index.html`, true],
    ['data:image/png;base64,AA==', true],
    ['devtools://devtools/bundled/x.js', true],
    ['https://example.org/', false],
    ['http://127.0.0.1:1/', false],
    ['ws://127.0.0.1:1/', false],
    ['file:///etc/passwd', false],
    [`${APP_ORIGIN}.evil/index.html`, false],
    ['app://other/index.html', false],
    ['ftp://example.org', false],
  ])('%s: %s', (url, ours) => {
    expect(isOurRequest(url)).toBe(ours);
    let cancelled: unknown;
    const listen = (listener: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) =>
      listener({ url }, ({ cancel }) => (cancelled = cancel));
    blockOutside({ webRequest: { onBeforeRequest: listen } } as unknown as Session);
    expect(cancelled).toBe(!ours);
  });
});

describe('who may call the main process (E4)', () => {
  const main = { origin: APP_ORIGIN, parent: null };

  test('the top frame of our window, showing our page', () => {
    expect(isOurPage(main, main)).toBe(true);
  });

  test('nobody else', () => {
    const foreign = { origin: 'https://evil.example', parent: null };
    const iframe = { origin: APP_ORIGIN, parent: main };
    expect(isOurPage(foreign, foreign)).toBe(false); // our window, led away
    expect(isOurPage(iframe, main)).toBe(false);
    expect(isOurPage(iframe, iframe)).toBe(false);
    expect(isOurPage({ ...main }, main)).toBe(false); // another window with the same page
    expect(isOurPage({ ...main, origin: 'null' }, main)).toBe(false);
    expect(isOurPage(null, main)).toBe(false); // it navigated or was destroyed meanwhile
    expect(isOurPage(main, undefined)).toBe(false); // our window is closed
    for (const origin of ['app://dialogram.evil', 'app://', 'APP://DIALOGRAM', '', 'file://', 'app://dialogram/']) {
      const other = { origin, parent: null };
      expect(isOurPage(other, other)).toBe(false);
    }
  });
});
