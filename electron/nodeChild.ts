import { fork } from 'node:child_process';
import type { EngineChild } from './engineProcess.ts';

/** The engine host under a plain Node, over the IPC channel of `child_process`. */
export function nodeChild(node: string, file: string, args: readonly string[]): EngineChild {
  const child = fork(file, args, {
    execPath: node,
    execArgv: [], // else the child would be given Electron's own, e.g. --inspect
    serialization: 'advanced',
    env: engineEnv(process.env),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    // A child that is on its way out refuses messages; its exit is what is reported.
    send: (message) => void child.send(message as object, () => {}),
    onMessage: (hear) => void child.on('message', hear),
    onExit(run) {
      child.once('exit', run);
      child.once('error', () => {
        if (child.pid === undefined) run(null); // it could not be started at all
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Without what would turn the child into something else than the engine. */
export function engineEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ENGINE_NODE: _node, ...rest } = env;
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
