import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** Takes the right to write away until the test ends. Rights do not bind root: there the file system itself must refuse. */
export function makeReadOnly(folder: string): void {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    onTestFinished(() => {
      chmodSync(folder, 0o700);
    });
    return;
  }
  const run = (command: string, ...parts: string[]) => execFileSync(command, parts, { stdio: 'pipe' });
  try {
    run('mount', '--bind', folder, folder);
    onTestFinished(() => void run('umount', folder));
    run('mount', '-o', 'remount,bind,ro', folder);
  } catch {
    // A container without the right to mount.
    run('chattr', '+i', folder);
    onTestFinished(() => void run('chattr', '-i', folder));
  }
}
