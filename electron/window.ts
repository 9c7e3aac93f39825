import { BrowserWindow, screen } from 'electron';
import { APP_ORIGIN, APP_PAGE } from './scheme.ts';
import { backgroundColor, type WindowSetting, windowOptions } from './windowOptions.ts';
import { placeOf, type WindowState } from './windowState.ts';

/** ERR_ABORTED of Chromium: the page has not moved. */
const REFUSED_BY_GUARD = -3;
const AFTER_CRASH_MS = [0, 200, 1_000, 2_000] as const;

export interface MainWindow {
  readonly window: BrowserWindow;
  /** Brings it to the front. */
  raise(): void;
  setDark(dark: boolean): void;
  /** As it would be opened next time. */
  place(): Pick<WindowState, 'bounds' | 'maximized'>;
}

/** The only place where a window is made (reliability.md, E1). It shows the app's own page and nothing else. */
export function openWindow(setting: Omit<WindowSetting, 'bounds'>, state: WindowState): MainWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow(windowOptions({ ...setting, bounds: placeOf(state, screens) }));
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize();
    window.show();
  });
  comeBackAfterCrash(window);
  comeBackFromElsewhere(window);
  void window.loadURL(APP_PAGE);
  return {
    window,
    raise() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    setDark: (dark) => {
      window.setBackgroundColor(backgroundColor(dark));
    },
    place: () => ({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  };
}

/** The engine does not notice; the page reads everything from it again (reliability.md, E9). */
function comeBackAfterCrash(window: BrowserWindow): void {
  let crashes = 0;
  window.webContents.on('did-finish-load', () => {
    crashes = 0;
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const wait = AFTER_CRASH_MS[Math.min(crashes, AFTER_CRASH_MS.length - 1)];
    crashes += 1;
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, wait);
  });
}

/** Electron asks no guard about `about:` pages. Nothing there can call us, but the person would sit before an empty window. */
function comeBackFromElsewhere(window: BrowserWindow): void {
  const comeBack = (url: string): void => {
    if (!url.startsWith(`${APP_ORIGIN}/`)) void window.loadURL(APP_PAGE);
  };
  window.webContents.on('did-navigate', (_event, url) => {
    comeBack(url);
  });
  window.webContents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
    if (isMainFrame && code !== REFUSED_BY_GUARD) comeBack(url);
  });
}
