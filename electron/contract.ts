import type { RequestEnvelope } from '../engine/protocol.ts';

/** The wire between the preload script and the main process of the desktop; the window knows it as types only. */
export const CHANNELS = {
  request: 'dialogram:request',
  push: 'dialogram:push',
  openFile: 'dialogram:open-file',
  chooseFolder: 'dialogram:choose-folder',
  saveFile: 'dialogram:save-file',
  openExternal: 'dialogram:open-external',
  setLook: 'dialogram:set-look',
  setMenu: 'dialogram:set-menu',
  editText: 'dialogram:edit-text',
  act: 'dialogram:act',
  takeOpened: 'dialogram:take-opened',
  opened: 'dialogram:opened',
} as const;

/** A bot file as text; `name` is the last part of its path. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What the native parts (menu bar, window frame, dialogs) take from the person's settings. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'ru' | 'en';
}

/** One thing the page can do, as the menu bar shows it. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** As the page writes shortcuts, «Mod+Shift+Z»; null = none. */
  readonly keys: string | null;
  readonly enabled: boolean;
}

export interface MenuGroup {
  readonly id: 'app' | 'go' | 'edit' | 'blocks' | 'view' | 'test' | 'help';
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** `window.dialogram`: all that a page of the desktop can reach outside itself. */
export interface DesktopApi {
  /** Node's `process.platform`. */
  readonly platform: string;
  /** Resolves to a `ReplyEnvelope` of engine/protocol.ts; while the engine is down its fault is `engineGone`. */
  request(envelope: RequestEnvelope): Promise<unknown>;
  /** Each is a `Push` of engine/protocol.ts. Value: stops listening. */
  onPush(listener: (push: unknown) => void): () => void;
  /** Asks the person for a bot file. Null = they changed their mind, or were told why the file can't be read. */
  openFile(): Promise<TextFile | null>;
  /** Asks the person for a folder. Value: its whole path; null = they changed their mind. */
  chooseFolder(): Promise<string | null>;
  /** A file the system handed to the app (double-click, argument), oldest first; null = none waits. */
  takeOpenedFile(): Promise<TextFile | null>;
  /** Something waits to be taken. Value: stops listening. */
  onOpenedFile(listener: () => void): () => void;
  /** Asks the person where to. True = written there. */
  saveFile(file: TextFile): Promise<boolean>;
  /** `https:` after the person has agreed, the engine's own sandbox page at once, nothing else. True = handed to the browser. */
  openExternal(url: string): Promise<boolean>;
  /** 1 = 100 %. */
  setZoom(factor: number): void;
  setLook(look: Look): void;
  /** What the menu bar offers, in the language of the page. */
  setMenu(groups: readonly MenuGroup[]): void;
  /** The field with the focus takes its last change back, or does it again. */
  editText(how: 'undo' | 'redo'): void;
  /** An entry of the menu bar was chosen. Value: stops listening. */
  onAct(listener: (id: string) => void): () => void;
}
