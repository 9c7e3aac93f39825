import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { ReplyEnvelope } from '../../../engine/protocol.ts';
import { openDesktop } from '../../support/desktop.ts';

export const APP_PAGE = 'app://dialogram/index.html';

export interface OpenedWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The data folder, empty at the start. */
  readonly folder: string;
  /** What the page complained of from its start on: errors, and whatever the content security policy has refused. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const RUSSIAN = { LANGUAGE: 'ru', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' };

/** The real app on an empty data folder, its first screen drawn. */
export async function openWindow(language: 'ru' | 'system' = 'system'): Promise<OpenedWindow> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-window-'));
  const isRussian = language === 'ru';
  const app = await openDesktop(isRussian ? ['--lang=ru'] : [], { DIALOGRAM_DATA: folder, ...(isRussian && RUSSIAN) });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.getByRole('navigation').first().waitFor();
  return {
    app,
    page,
    folder,
    complaints,
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Asks the engine as the page does. */
export function ask(page: Page, method: string, params: unknown = {}): Promise<ReplyEnvelope> {
  return page.evaluate(
    ([name, given]) => window.dialogram!.request({ id: 1, method: name as string, params: given }),
    [method, params],
  ) as Promise<ReplyEnvelope>;
}
