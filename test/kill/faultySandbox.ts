import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Address, Report } from './sandboxProcess.ts';

/** The fault-injecting Umnico, next door. */
export interface FaultySandbox extends Address {
  report(): Promise<Report>;
  calm(): void;
  close(): Promise<void>;
}

export async function faultySandbox(seed: number): Promise<FaultySandbox> {
  const child = fork(join(import.meta.dirname, 'sandboxProcess.ts'), [String(seed)]);
  const [address] = (await once(child, 'message')) as [Address];
  return {
    ...address,
    async report() {
      child.send({ ask: 'report' });
      const [found] = (await once(child, 'message')) as [Report];
      return found;
    },
    calm: () => void child.send({ ask: 'calm' }),
    async close() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
