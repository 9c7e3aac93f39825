import type { BrowserWindowConstructorOptions, Rectangle, Session } from 'electron';

/** reliability.md, E1. Nothing that makes a window can change one of these. */
export const SAFE_PREFERENCES = Object.freeze({
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  plugins: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  disableBlinkFeatures: 'Auxclick', // a middle click would open a window
  spellcheck: false, // its dictionaries come from a server of Google
});

export const SMALLEST = { width: 1024, height: 700 } as const;

export interface WindowSetting {
  readonly preload: string;
  readonly session: Session;
  readonly devTools: boolean;
  readonly bounds: Partial<Rectangle>;
  readonly dark: boolean;
  readonly icon: string;
}

/** The whole of a window's options, frozen; what is safe comes last, so a setting can't undo it. */
export function windowOptions(setting: WindowSetting): Readonly<BrowserWindowConstructorOptions> {
  const { preload, session, devTools, bounds, dark, icon } = setting;
  return Object.freeze({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Dialogram',
    icon,
    show: false, // until the first frame is drawn
    backgroundColor: backgroundColor(dark),
    webPreferences: Object.freeze({ preload, session, devTools, ...SAFE_PREFERENCES }),
  });
}

/** `--bg-app` of renderer/ui/tokens.css: what is seen before the page, and beside it while the window is resized. */
export function backgroundColor(dark: boolean): string {
  return dark ? '#14171c' : '#f5f6f8';
}
