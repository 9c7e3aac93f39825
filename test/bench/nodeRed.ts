import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { incoming } from './fakeAccount.ts';
import { requestRate } from './floor.ts';
import { installPeers } from './peers.ts';

const CONNECTIONS = 20;
const SECONDS = 10;

/** Turns a second of the same menu drawn in Node-RED, over HTTP, in a process of its own; null where it can't be installed. */
export async function nodeRedPace(): Promise<number | null> {
  const missing = installPeers();
  if (missing !== null) {
    process.stderr.write(`turn: without Node-RED, it can't be installed: ${missing}\n`);
    return null;
  }
  const script = join(import.meta.dirname, 'peers', 'nodeRed.mjs');
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`Node-RED ended with ${String(code)}`)));
  });
  const url = `http://127.0.0.1:${port}/turn`;
  const body = (): string => incoming(1, 1, '2');
  await requestRate(url, body, CONNECTIONS, 2);
  const rate = await requestRate(url, body, CONNECTIONS, SECONDS);
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  return rate;
}
