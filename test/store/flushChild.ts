import { openDatabase } from '../../engine/store/openDatabase.ts';
import { mkdirSync } from 'node:fs';

/** `node flushChild.ts FOLDER COMMITS`: makes that many commits one after the other, and says what SQLite does at each. */
const [folder = '', commits = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const opened = openDatabase(folder, 1);
if (!opened.ok) {
  console.log(opened.fault.code);
  process.exit(1);
}
const database = opened.value;
const put = database.prepare<[string]>(`INSERT INTO setting (key, json) VALUES (?, '1')`);
for (let n = 0; n < Number(commits); n += 1) put.run(`k${String(n)}`);
console.log(`synchronous ${String(database.pragma('synchronous', { simple: true }))}, ${commits} commits`);
// No orderly close: its checkpoint would add flushes of its own.
process.exit(0);
