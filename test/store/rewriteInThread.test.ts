import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { rewriteInThread } from '../../engine/store/rewriteInThread.ts';
import type { Rewritten } from '../../engine/store/rewriteThread.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** Copies the log to the database all the time, as the thread of `keepLog` does under load. */
async function copyWithoutEnd(path: string): Promise<void> {
  const copier = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads');
     const database = new (require('better-sqlite3'))(workerData);
     database.pragma('synchronous = FULL');
     const change = database.prepare('UPDATE t SET a = randomblob(50000)');
     const go = () => {
       change.run();
       database.pragma('wal_checkpoint(PASSIVE)');
       setTimeout(go, 1);
     };
     go();
     parentPort.on('message', () => process.exit());
     parentPort.postMessage('up');`,
    { eval: true, workerData: path },
  );
  onTestFinished(async () => {
    const gone = once(copier, 'exit');
    copier.postMessage('end');
    await gone;
  });
  await once(copier, 'message');
}

test('a database is written anew, and its log emptied, while another thread copies that log', async () => {
  const path = join(tempFolder(), 'a.sqlite');
  const database = new Database(path);
  onTestFinished(() => void database.close());
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a BLOB NOT NULL) STRICT');
  database.exec('INSERT INTO t VALUES (randomblob(50000))');
  await copyWithoutEnd(path);
  const files: Rewritten[] = [];
  for (let n = 0; n < 12; n += 1)
    await rewriteInThread({ database: path, copies: [], until: new Map() }, (file) => files.push(file));
  expect(files).toEqual(Array.from({ length: 12 }, () => ({ path, done: true })));
}, 180_000);
