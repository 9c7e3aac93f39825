import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, nativeTheme, protocol, safeStorage, session, shell } from 'electron';
import { CHANNELS, type Look, type MenuGroup } from './contract.ts';
import { startEngineChild } from './engineChild.ts';
import { createEngineProcess, type EngineProcess } from './engineProcess.ts';
import { externalLink } from './externalLink.ts';
import { chooseFolder, openBotFile, saveBotFile, tellUnread } from './files.ts';
import { foldersOf } from './folders.ts';
import { blockOutside, denyPermissions, guardNavigation, isOurPage } from './guards.ts';
import { answerCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { createOpenedFiles, filesIn } from './openedFiles.ts';
import { APP_SCHEME, serveApp } from './scheme.ts';
import { createSecrets, openKeychain } from './secrets.ts';
import { sandboxPage } from './sandboxPage.ts';
import { type MainWindow, openWindow } from './window.ts';
import { readWindowState, writeWindowState } from './windowState.ts';
import { WORDS } from './words.ts';

/** Of the bundle: dist/electron/main.js. */
const DIST = join(import.meta.dirname, '..');
const ICON = join(DIST, '../electron/icons/256x256.png');
const FOLDERS = foldersOf(process.env['DIALOGRAM_DATA'], app.getPath('userData'));

app.setPath('userData', FOLDERS.profile);
if (!hasGraphicsDevice(process.platform)) app.disableHardwareAcceleration();
// Chromium itself refuses to be sandboxed under root; `--no-sandbox` is then given by the one who starts it (start.ts).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
guardNavigation(app);

/** macOS hands over the file that started the app before the app is ready. */
const early: string[] = [];
let openPath = (path: string): void => void early.push(path);
app.on('open-file', (event, path) => {
  event.preventDefault();
  openPath(path);
});

// Two engines on one folder would answer a customer twice; the second start brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is ready only after this module has been evaluated.
  void app.whenReady().then(run);
} else {
  app.quit();
}

function run(): void {
  const state = readWindowState(FOLDERS.profile);
  let look: Look = state.look ?? { theme: 'system', language: languageOf(app.getLocale()) };
  nativeTheme.themeSource = look.theme;

  const own = session.fromPartition('persist:dialogram');
  for (const each of [own, session.defaultSession]) {
    denyPermissions(each);
    blockOutside(each);
  }
  serveApp(own.protocol, join(DIST, 'renderer'));

  const engine = createEngineProcess({
    start: () =>
      startEngineChild({
        file: join(DIST, 'engine/host.js'),
        data: FOLDERS.data,
        node: process.env['ENGINE_NODE'] || undefined,
      }),
    answerSecret: createSecrets(join(FOLDERS.profile, 'secrets'), () => openKeychain(safeStorage, process.platform)),
    tell: (line) => {
      console.error(`dialogram: ${line}`);
    },
  });
  stopWithApp(engine);

  const devTools = !app.isPackaged;
  const preload = join(DIST, 'electron/preload.cjs');
  let main: MainWindow | undefined;
  let groups: readonly MenuGroup[] = [];

  function open(): void {
    const dark = nativeTheme.shouldUseDarkColors;
    const opened = openWindow({ preload, session: own, devTools, dark, icon: ICON }, readWindowState(FOLDERS.profile));
    main = opened;
    opened.window.on('close', keep);
    opened.window.on('closed', () => {
      main = undefined;
    });
  }

  function keep(): void {
    if (main !== undefined) writeWindowState(FOLDERS.profile, { ...main.place(), look });
  }

  function showMenu(): void {
    const template = menuTemplate({
      words: WORDS[look.language],
      platform: process.platform,
      version: app.getVersion(),
      devTools,
      groups,
      act: (id) => main?.window.webContents.send(CHANNELS.act, id),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  function windowNow(): MainWindow {
    if (main === undefined) throw new Error('a call without a window');
    return main;
  }

  async function openExternal(url: string): Promise<boolean> {
    const link = externalLink(url, url.startsWith('http:') ? await sandboxPage(engine) : null);
    if (link === undefined) return false;
    if (!link.ours) {
      const words = WORDS[look.language];
      const { response } = await dialog.showMessageBox(windowNow().window, {
        type: 'question',
        message: words.openLink,
        detail: link.href,
        buttons: [words.open, words.cancel],
        defaultId: 0,
        cancelId: 1,
      });
      if (response !== 0) return false;
    }
    return shell.openExternal(link.href).then(
      () => true,
      () => false, // no browser on this computer
    );
  }

  const opened = createOpenedFiles({
    arrived: () => main?.window.webContents.send(CHANNELS.opened),
    cantRead: (name) => tellUnread(dialog, windowNow().window, WORDS[look.language], name),
  });
  openPath = (path) => {
    opened.add(path);
    if (main === undefined) open();
    else main.raise();
  };
  for (const path of early) opened.add(path);
  const openArguments = async (args: readonly string[], folder: string): Promise<void> => {
    for (const path of await filesIn(args.slice(1), folder)) opened.add(path);
  };
  void openArguments(process.argv, process.cwd());

  answerCalls(ipcMain, (event) => isOurPage(event.senderFrame, main?.window.webContents.mainFrame), {
    request: (envelope) => engine.request(envelope),
    openFile: () => openBotFile(dialog, windowNow().window, WORDS[look.language]),
    chooseFolder: () => chooseFolder(dialog, windowNow().window, WORDS[look.language]),
    takeOpenedFile: () => opened.take(),
    saveFile: (file) => saveBotFile(dialog, windowNow().window, WORDS[look.language], file),
    openExternal,
    setLook(wanted) {
      look = wanted;
      nativeTheme.themeSource = look.theme;
      showMenu();
      keep();
    },
    editText: (how) => windowNow().window.webContents[how](),
    setMenu(wanted) {
      groups = wanted;
      showMenu();
    },
  });
  engine.onPush((push) => main?.window.webContents.send(CHANNELS.push, push));
  engine.onHealed(() => main?.window.webContents.reload());
  nativeTheme.on('updated', () => main?.setDark(nativeTheme.shouldUseDarkColors));
  app.on('second-instance', (_event, args, folder) => {
    void openArguments(args, folder);
    if (main === undefined) open();
    else main.raise();
  });
  app.on('activate', () => {
    if (main === undefined) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  showMenu();
  open();
}

/** Quitting waits for the engine: what it has begun to send is finished and marked. */
function stopWithApp(engine: EngineProcess): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });
}

/** The languages whose speakers are more at home in Russian than in English, as the page decides it too. */
function languageOf(locale: string): Look['language'] {
  return /^(ru|be|kk|ky)\b/i.test(locale) ? 'ru' : 'en';
}

/**
 * Without one (a container, a virtual machine) Chromium's graphics process fails at its start, and a page that is being opened at that
 * very moment waits for it for ever (4 of 60 starts under Xvfb, none when it is not tried).
 */
function hasGraphicsDevice(platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || ['/dev/dri', '/dev/nvidiactl'].some((device) => existsSync(device));
}
