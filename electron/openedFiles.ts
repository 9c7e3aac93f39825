import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { TextFile } from './contract.ts';
import { readBotFile } from './files.ts';

/** Files the system hands to the app: a double-click, an argument, a drop on the icon. They wait until the page asks. */
export interface OpenedFiles {
  add(path: string): void;
  /** The oldest that waits; null = none. */
  take(): Promise<TextFile | null>;
}

export interface OpenedFilesWorld {
  /** There is something to take. */
  readonly arrived: () => void;
  readonly cantRead: (name: string) => Promise<void>;
}

export function createOpenedFiles({ arrived, cantRead }: OpenedFilesWorld): OpenedFiles {
  const waiting: string[] = [];
  return {
    add(path) {
      waiting.push(path);
      arrived();
    },
    async take() {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const text = await readBotFile(path);
        if (text !== undefined) return { name: basename(path), text };
        await cantRead(basename(path));
      }
      return null;
    },
  };
}

/** The bot files among the arguments of a start. What else is there (switches, the folder of an unpacked app) is not for us. */
export async function filesIn(args: readonly string[], folder: string): Promise<readonly string[]> {
  const named = args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.json'));
  const paths = named.map((arg) => resolve(folder, arg));
  const isFile = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (found) => !found.isDirectory(),
        () => true, // not there: the person is told so
      ),
    ),
  );
  return paths.filter((_, index) => isFile[index]);
}
