import { openStore } from '../../engine/store/openStore.ts';

/** `node pourChild.ts FOLDER`: makes commits of ten pages without end, and says the number of each that was acknowledged. */
const [folder = ''] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const opened = openStore({ folder, clock: { now: () => Date.now(), after: () => () => {} }, log: silent });
if (!opened.ok) process.exit(1);
for (let n = 0; ; n += 1) {
  const written = await opened.value.write((writer) =>
    writer.putSetting(`k${String(n % 50)}`, [n, String.fromCharCode(97 + (n % 26)).repeat(40_000)]),
  );
  if (written.ok) process.stdout.write(`${String(n)}\n`);
}
