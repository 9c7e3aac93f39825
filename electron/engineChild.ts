import { utilityProcess } from 'electron';
import type { EngineChild } from './engineProcess.ts';
import { engineEnv, nodeChild } from './nodeChild.ts';

export interface EngineCommand {
  /** `dist/engine/host.js`. */
  readonly file: string;
  /** The data folder. */
  readonly data: string;
  /** A Node to run it, for when the Electron at hand is too old for better-sqlite3. */
  readonly node: string | undefined;
}

/** Starts the engine host: as a utility process of Electron, or under the Node that `ENGINE_NODE` names. */
export function startEngineChild({ file, data, node }: EngineCommand): EngineChild {
  const args = ['--data', data];
  return node === undefined ? utilityChild(file, args) : nodeChild(node, outsideAsar(file), args);
}

function utilityChild(file: string, args: string[]): EngineChild {
  const child = utilityProcess.fork(file, args, {
    env: engineEnv(process.env),
    execArgv: [],
    serviceName: 'Dialogram engine',
    stdio: 'inherit',
  });
  return {
    send: (message) => {
      child.postMessage(message);
    },
    onMessage: (hear) => void child.on('message', hear),
    onExit: (run) => void child.once('exit', run),
    kill: () => void child.kill(),
  };
}

/** A plain Node can't read inside the archive; electron-builder keeps the engine beside it (`asarUnpack`). */
function outsideAsar(file: string): string {
  return file.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1');
}
