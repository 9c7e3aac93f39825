import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { screenshotPath } from '../../support/desktop.ts';
import { traversals } from '../../support/traversals.ts';
import { APP_PAGE, ask, type OpenedWindow, openWindow } from './openedWindow.ts';

let opened: OpenedWindow;
let page: Page;
/** A server that would let any page in: what does not arrive here was stopped inside the app. */
let outside: Server;
let outsideUrl = '';
const arrived: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('window.fromOutside = true');
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.1', done));
  outsideUrl = `http://127.0.0.1:${String((outside.address() as AddressInfo).port)}`;
  opened = await openWindow();
  page = opened.page;
});
afterAll(async () => {
  await opened.close();
  outside.close();
});

describe('the window', () => {
  test('shows the app’s own page, drawn without a complaint, and reaches the engine', async () => {
    expect(page.url()).toBe(APP_PAGE);
    expect(await ask(page, 'engine.status')).toMatchObject({ ok: true, value: { folder: opened.folder } });
    for (const section of await page
      .getByRole('navigation')
      .first()
      .getByRole('link')
      .or(page.getByRole('navigation').first().getByRole('button'))
      .all()) {
      await section.click();
    }
    await page.screenshot({ path: screenshotPath('window') });
    expect(opened.complaints).toEqual([]);
  });

  test('is as safe as it was asked to be, by what Electron says itself (E1)', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) =>
      // Electron has the call, its types don't.
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        (webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
      ),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    const reach = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    );
    expect(reach).toEqual([]);
    const named = await page.evaluate(() => Object.keys(window.dialogram!).sort());
    expect(named).toEqual([
      'chooseFolder',
      'editText',
      'onAct',
      'onOpenedFile',
      'onPush',
      'openExternal',
      'openFile',
      'platform',
      'request',
      'saveFile',
      'setLook',
      'setMenu',
      'setZoom',
      'takeOpenedFile',
    ]);
  });
});

describe('what the page can’t fetch (E2)', () => {
  const read = (url: string) =>
    page.evaluate(
      (target) =>
        fetch(target).then(
          (answer) => answer.text(),
          () => 'blocked',
        ),
      url,
    );

  test('a file of this computer', async () => {
    const secret = join(opened.folder, 'secret.txt');
    writeFileSync(secret, 'SECRET');
    for (const url of [
      `file://${secret}`,
      'file:///etc/passwd',
      'app://other/index.html',
      `app://dialogram/${secret}`,
    ]) {
      expect(['blocked', '']).toContain(await read(url));
    }
  });

  test('anything outside its own folder, however it is spelt', async () => {
    const own = await read(APP_PAGE);
    expect(own).toContain('<div id="root">');
    const answers = await page.evaluate(
      (targets) =>
        Promise.all(
          targets.map((target) =>
            fetch(`app://dialogram${target}`).then(
              async (answer) => [target, answer.status, await answer.text()] as const,
              () => [target, 404, ''] as const,
            ),
          ),
        ),
      traversals(),
    );
    for (const [target, status, body] of answers) {
      // Some are spelt so that the browser itself makes the page's own address of them.
      expect([target, body === own ? 404 : status]).toEqual([target, 404]);
    }
  });
});

describe('what the content security policy stops (E3)', () => {
  test('an inline script', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const image = document.createElement('div');
      image.innerHTML = '<img src="x" onerror="window.ranInline = true">';
      document.body.append(image);
      return new Promise((done) => {
        image.querySelector('img')!.addEventListener('error', () => setTimeout(() => done('ranInline' in window)));
      });
    });
    expect(ran).toBe(false);
  });

  test('eval', async () => {
    // In a timer of the page's own: what the test's own connection evaluates is let through.
    const said = await page.evaluate(
      () =>
        new Promise<string[]>((done) => {
          setTimeout(() => {
            const build = Reflect.get(window, 'Function') as unknown as (code: string) => () => unknown;
            const tries = [() => window.eval('1') as unknown, () => build('return 1')()];
            done(
              tries.map((attempt) => {
                try {
                  return String(attempt());
                } catch (error) {
                  return error instanceof Error ? error.name : 'other';
                }
              }),
            );
          });
        }),
    );
    expect(said).toEqual(['EvalError', 'EvalError']);
  });

  test('talking to anybody else: fetch, picture, script, style, socket, frame, beacon', async () => {
    const outcomes = await page.evaluate(async (url) => {
      const loads = (tag: 'img' | 'script' | 'iframe' | 'link', set: (element: HTMLElement) => void) =>
        new Promise<string>((done) => {
          const element = document.createElement(tag);
          document.addEventListener(
            'securitypolicyviolation',
            ({ blockedURI }) => blockedURI.startsWith(url) && done('blocked'),
            { once: true },
          );
          element.addEventListener('load', () => done(tag === 'iframe' ? 'blocked' : 'loaded'));
          element.addEventListener('error', () => done('blocked'));
          set(element);
          document.body.append(element);
        });
      const socket = new Promise<string>((done) => {
        try {
          const opened = new WebSocket(url.replace('http', 'ws'));
          opened.onopen = () => done('loaded');
          opened.onerror = () => done('blocked');
        } catch {
          done('blocked');
        }
      });
      navigator.sendBeacon(`${url}/beacon`, 'x');
      return Promise.all([
        fetch(`${url}/fetch`).then(
          () => 'loaded',
          () => 'blocked',
        ),
        loads('img', (element) => element.setAttribute('src', `${url}/img`)),
        loads('script', (element) => element.setAttribute('src', `${url}/script`)),
        loads('link', (element) => {
          element.setAttribute('rel', 'stylesheet');
          element.setAttribute('href', `${url}/style`);
        }),
        loads('iframe', (element) => element.setAttribute('src', `${url}/frame`)),
        socket,
      ]);
    }, outsideUrl);
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'blocked'));
    expect(arrived).toEqual([]);
    expect(await page.evaluate(() => 'fromOutside' in window)).toBe(false);
  });
});

test('50 tries to lead the window away leave it where it is, and open no other (E5)', async () => {
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  const urls = [
    'https://example.org/',
    `${outsideUrl}/navigated`,
    'file:///etc/passwd',
    'ftp://example.org/',
    'data:text/html,x',
    'javascript:document.title="led away"',
    'app://dialogram/index.html',
    'app://other/',
    'chrome://gpu',
    'ms-settings:',
  ];
  const ways = ['assign', 'click', 'clickBlank', 'submit', 'open'] as const;
  for (const url of urls) {
    for (const way of ways) {
      await page.evaluate(
        ([target, how]) => {
          const link = document.createElement('a');
          link.href = target;
          if (how === 'clickBlank') link.target = '_blank';
          const form = document.createElement('form');
          form.action = target;
          document.body.append(link, form);
          const act = {
            assign: () => location.assign(target),
            click: () => link.click(),
            clickBlank: () => link.click(),
            submit: () => form.submit(),
            open: () => window.open(target),
          };
          try {
            act[how]();
          } catch {
            // refused by the page's own rules already
          }
          link.remove();
          form.remove();
        },
        [url, way] as const,
      );
      await ask(page, 'engine.status'); // a round trip: what was begun has been decided
      expect([url, way, new URL(page.url()).pathname, opened.app.windows().length]).toEqual([
        url,
        way,
        '/index.html',
        1,
      ]);
    }
  }
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  expect(arrived).toEqual([]);
});

test.each(['about:blank', 'about:srcdoc'])(
  '%s, about which Electron asks no guard: the window comes back by itself (E5)',
  async (url) => {
    await page.evaluate((target) => {
      Object.assign(window, { beforeLeaving: true });
      setTimeout(() => location.assign(target));
    }, url);
    // Between two pages there is none to look at.
    const isBack = (): Promise<boolean> =>
      page.evaluate(() => window.dialogram !== undefined && !('beforeLeaving' in window)).catch(() => false);
    await vi.waitFor(async () => expect(await isBack()).toBe(true), { timeout: 20_000 });
    await page.getByRole('navigation').first().waitFor();
    expect(await ask(page, 'engine.status')).toMatchObject({ ok: true });
  },
);

test('the page is permitted nothing (E7)', async () => {
  const answers = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'screen-wake-lock',
    ];
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'unknown',
        ),
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const screen = await navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    );
    const place = await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        ({ code }) => done(code === 1 ? 'denied' : code),
      ),
    );
    return [...states, media, screen, place, await Notification.requestPermission()];
  });
  expect(answers.filter((answer) => answer !== 'denied')).toEqual([]);
});
