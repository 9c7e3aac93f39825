import { openStore } from '../../engine/store/openStore.ts';

/** `node flushChild.ts FOLDER COMMITS`: makes that many commits one after the other, and says how many were acknowledged. */
const [folder = '', commits = '0'] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const opened = openStore({ folder, clock: { now: () => Date.now(), after: () => () => {} }, log: silent });
if (!opened.ok) {
  console.log(opened.fault.code);
  process.exit(1);
}
let done = 0;
for (let n = 0; n < Number(commits); n += 1) {
  const written = await opened.value.write((writer) => writer.putSetting(`k${String(n)}`, n));
  if (written.ok) done += 1;
}
console.log(`${String(done)} commits`);
// No orderly close: its checkpoint would add flushes of its own.
process.exit(0);
