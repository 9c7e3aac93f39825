import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APP_PAGE, type OpenedWindow, openWindow } from './openedWindow.ts';

let opened: OpenedWindow;
beforeAll(async () => {
  opened = await openWindow();
});
afterAll(() => opened.close());

describe('who the main process answers (E4)', () => {
  /** Opens one more window with our preload script, as an intruder might, and calls every channel from it. */
  const intrude = (url: string): Promise<string[]> =>
    opened.app.evaluate(async (electron, target) => {
      const { session } = electron.BrowserWindow.getAllWindows()[0]!.webContents;
      const preload = `${electron.app.getAppPath()}/dist/electron/preload.cjs`;
      const window = new electron.BrowserWindow({ show: false, webPreferences: { preload, session, sandbox: true } });
      try {
        await window.loadURL(target);
        const calls = `[
          () => window.dialogram.request({ id: 1, method: 'engine.status', params: {} }),
          () => window.dialogram.openFile(),
          () => window.dialogram.chooseFolder(),
          () => window.dialogram.saveFile({ name: 'x.json', text: '{}' }),
          () => window.dialogram.openExternal('https://example.org'),
        ]`;
        const outcome = `Promise.all(${calls}.map((call) => call().then(() => 'answered', (error) => error.message)))`;
        return (await window.webContents.executeJavaScript(outcome)) as string[];
      } finally {
        window.destroy();
      }
    }, url);

  test.each([
    ['a foreign page', 'data:text/html,<h1>hello</h1>'],
    ['a second window with our page', APP_PAGE],
  ])('%s is refused on every channel', async (_, url) => {
    const answers = await intrude(url);
    expect(answers).toHaveLength(5);
    for (const answer of answers) expect(answer).toContain('not from the app’s own page');
  });

  test('our page is refused with arguments of another shape', async () => {
    const refusal = await opened.page.evaluate(() =>
      window.dialogram!.request({ nonsense: true } as never).then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    );
    expect(refusal).toContain('other arguments than in the contract');
  });
});

describe('a link to the outside (E6)', () => {
  /** Puts the far ends, the system's browser and the person at the dialog, in the test's hands. */
  const watch = (answer: 'open' | 'cancel') =>
    opened.app.evaluate(({ dialog, shell }, said) => {
      const seen = { asked: [] as string[], opened: [] as string[] };
      Object.assign(globalThis, { seen });
      dialog.showMessageBox = ((_window: unknown, options: { detail: string }) => {
        seen.asked.push(options.detail);
        return Promise.resolve({ response: said === 'open' ? 0 : 1, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      shell.openExternal = (url) => {
        seen.opened.push(url);
        return Promise.resolve();
      };
    }, answer);
  const seen = () =>
    opened.app.evaluate(() => (globalThis as unknown as { seen: { asked: string[]; opened: string[] } }).seen);
  const follow = (url: string) => opened.page.evaluate((target) => window.dialogram!.openExternal(target), url);

  test('over https is shown to the person first, and opened if they agree', async () => {
    await watch('cancel');
    expect(await follow('https://umnico.com/')).toBe(false);
    expect(await seen()).toEqual({ asked: ['https://umnico.com/'], opened: [] });
    await watch('open');
    expect(await follow('https://umnico.com/')).toBe(true);
    expect(await seen()).toEqual({ asked: ['https://umnico.com/'], opened: ['https://umnico.com/'] });
  });

  test('of any other kind is not opened, and nobody is asked', async () => {
    await watch('open');
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://a/b',
      'ms-msdt:/id',
      'http://example.org/',
      'http://127.0.0.1:1/',
      '',
    ]) {
      expect([url, await follow(url)]).toEqual([url, false]);
    }
    expect(await seen()).toEqual({ asked: [], opened: [] });
  });

  test('to the sandbox that the engine runs is opened at once', async () => {
    await watch('open');
    const connected = await opened.page.evaluate(() =>
      window.dialogram!.request({ id: 1, method: 'connection.sandbox', params: { language: 'ru' } }),
    );
    const { sandboxUrl } = (connected as { value: { connection: { sandboxUrl: string } } }).value.connection;
    expect(await follow(sandboxUrl)).toBe(true);
    expect(await seen()).toEqual({ asked: [], opened: [new URL(sandboxUrl).href] });
  });
});
