import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { type ReplyEnvelope, type RequestEnvelope, requestSchema } from '../engine/protocol.ts';
import { CHANNELS, type Look, type MenuGroup, type TextFile } from './contract.ts';

export interface Calls {
  request(envelope: RequestEnvelope): Promise<ReplyEnvelope>;
  openFile(): Promise<TextFile | null>;
  chooseFolder(): Promise<string | null>;
  takeOpenedFile(): Promise<TextFile | null>;
  saveFile(file: TextFile): Promise<boolean>;
  openExternal(url: string): Promise<boolean>;
  setLook(look: Look): void;
  setMenu(groups: readonly MenuGroup[]): void;
  editText(how: 'undo' | 'redo'): void;
}

const textFile = z.strictObject({ name: z.string().max(255), text: z.string() });
const look = z.strictObject({ theme: z.enum(['system', 'light', 'dark']), language: z.enum(['ru', 'en']) });
const menuEntry = z.strictObject({
  id: z.string().max(100),
  label: z.string().max(200),
  keys: z.string().max(100).nullable(),
  enabled: z.boolean(),
});
const menuGroup = z.strictObject({
  id: z.enum(['app', 'go', 'edit', 'blocks', 'view', 'test', 'help']),
  label: z.string().max(200),
  entries: z.array(menuEntry).max(100),
});

/**
 * The main process's side of contract.ts. A call from anybody but our own page, or with other arguments than the contract's, is
 * refused before anything happens (reliability.md, E4): the promise in the page rejects.
 */
export function answerCalls(
  ipc: Pick<IpcMain, 'handle'>,
  isOurs: (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean,
  calls: Calls,
): void {
  function on<A extends unknown[]>(channel: string, shape: z.ZodType<A>, run: (...args: A) => unknown): void {
    ipc.handle(channel, async (event, ...given: unknown[]) => {
      if (!isOurs(event)) throw new Error(`${channel}: not from the app’s own page`);
      const args = shape.safeParse(given);
      if (!args.success) throw new TypeError(`${channel}: other arguments than in the contract`);
      return await run(...args.data);
    });
  }

  on(CHANNELS.request, z.tuple([requestSchema]), (envelope) => calls.request(envelope));
  on(CHANNELS.openFile, z.tuple([]), () => calls.openFile());
  on(CHANNELS.chooseFolder, z.tuple([]), () => calls.chooseFolder());
  on(CHANNELS.takeOpened, z.tuple([]), () => calls.takeOpenedFile());
  on(CHANNELS.saveFile, z.tuple([textFile]), (file) => calls.saveFile(file));
  on(CHANNELS.openExternal, z.tuple([z.string()]), (url) => calls.openExternal(url));
  on(CHANNELS.setLook, z.tuple([look]), (wanted) => calls.setLook(wanted));
  on(CHANNELS.setMenu, z.tuple([z.array(menuGroup).max(20)]), (groups) => calls.setMenu(groups));
  on(CHANNELS.editText, z.tuple([z.enum(['undo', 'redo'])]), (how) => calls.editText(how));
}
