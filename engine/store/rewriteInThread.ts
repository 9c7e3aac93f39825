import { Worker } from 'node:worker_threads';
import type { Rewritten, RewriteJob } from './rewriteThread.ts';

/**
 * Writes the database and its copies anew in a thread of its own. `onFile` hears of each file as soon as it is done with.
 * Never rejects; a file it never speaks of was not rewritten.
 */
export function rewriteInThread(job: RewriteJob, onFile: (file: Rewritten) => void): Promise<void> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(), { workerData: job });
    thread.on('message', onFile);
    // The end follows, which says the same.
    thread.once('error', () => undefined);
    thread.once('exit', () => resolve());
  });
}

/** Beside this file, in the sources as in a build; out of Electron's archive, which a thread does not read. */
function threadFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './rewriteThread.ts' : './rewriteThread.js';
  return new URL(new URL(file, import.meta.url).href.replace(/app\.asar\//u, 'app.asar.unpacked/'));
}
