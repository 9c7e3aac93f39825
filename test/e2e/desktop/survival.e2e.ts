import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDesktop, screenshotPath } from '../../support/desktop.ts';
import { APP_PAGE, ask, type OpenedWindow, openWindow } from './openedWindow.ts';

const LIMIT = { timeout: 20_000, interval: 50 };

let opened: OpenedWindow;
beforeAll(async () => {
  opened = await openWindow();
});
afterAll(() => opened.close());

/** When this run of the engine began: another number is another run. */
async function startedAt(): Promise<number> {
  const reply = await ask(opened.page, 'engine.status');
  if (!reply.ok) throw new Error(reply.fault.code);
  return (reply.value as { startedAt: number }).startedAt;
}

describe('one part dies, the other lives (E9)', () => {
  test('the engine is killed: the page stays, and is answered again within seconds', async () => {
    const before = await startedAt();
    process.kill(enginePid(opened.app.process().pid ?? 0), 'SIGKILL');
    await vi.waitFor(async () => expect(await startedAt()).toBeGreaterThan(before), LIMIT);
    expect(opened.page.url()).toContain(APP_PAGE);
  });

  test('the page is killed: it is drawn again, and the engine has not noticed', async () => {
    const before = await startedAt();
    // By way of the main process: Playwright gives a page up once it has crashed.
    const reply = await opened.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      const drawnAgain = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
      contents.forcefullyCrashRenderer();
      await drawnAgain;
      return contents.executeJavaScript(
        `window.dialogram.request({ id: 1, method: 'engine.status', params: {} })`,
      ) as Promise<unknown>;
    });
    expect(reply).toMatchObject({ ok: true, value: { startedAt: before } });
  });
});

test('an engine that can’t start: the window opens all the same, and every request is answered with the reason', async () => {
  const taken = join(opened.folder, 'a-file');
  writeFileSync(taken, 'not a folder');
  const other = await openDesktop([], { DIALOGRAM_DATA: taken, XDG_CONFIG_HOME: join(opened.folder, 'config') });
  try {
    const window = await other.firstWindow();
    await window.getByRole('navigation').first().waitFor();
    for (const method of ['engine.status', 'bots.list']) {
      expect(await ask(window, method)).toMatchObject({ id: 1, ok: false, fault: { code: 'dataFolderUnusable' } });
    }
    await window
      .getByRole('alert')
      .filter({ hasText: /folder|папк/iu })
      .waitFor();
    await window.screenshot({ path: screenshotPath('engine-cannot-start') });
  } finally {
    await other.close();
  }
});

/** The engine's process, a child of the app's. */
function enginePid(parent: number): number {
  const isEngine = (pid: string): boolean => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const parentPid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      return parentPid === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine/host.js');
    } catch {
      return false; // it ended while we looked
    }
  };
  return Number(readdirSync('/proc').find((name) => /^\d+$/.test(name) && isEngine(name)));
}
