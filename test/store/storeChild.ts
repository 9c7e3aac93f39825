import { writeSync } from 'node:fs';
import { openStore } from '../../engine/store/openStore.ts';

/**
 * A second engine, as a process of its own: `node storeChild.ts hold|write|fill FOLDER`. Tells the test line by line, without a
 * buffer that `kill -9` could swallow: `open`, the key of each row whose write was acknowledged, a fault's code.
 */
const [mode, folder = ''] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const clock = { now: () => Date.now(), after: () => () => {} };

const opened = openStore({ folder, clock, log: silent });
if (!opened.ok) {
  say(opened.fault.code);
  process.exit(1);
}
const store = opened.value;
say('open');

async function writeOne(key: string, text: string): Promise<boolean> {
  const row = { key, content: key, lead: key, event: { type: 'managerMessage', text } as const };
  const result = await store.write((writer) => writer.putInbox({ ...row, thread: null, at: 1, due: 1 }));
  say(result.ok ? key : result.fault.code);
  return result.ok;
}

if (mode === 'hold') {
  setInterval(() => {}, 1_000);
} else if (mode === 'write') {
  // Four at a time, so that commits are shared as they are in life.
  await Promise.all(
    [1, 2, 3, 4].map(async (lane) => {
      for (let n = 0; ; n++) await writeOne(`${process.pid}-${lane}-${n}`, 'слово '.repeat(40));
    }),
  );
} else {
  for (let n = 0; await writeOne(`row-${n}`, 'слово '.repeat(400)); n++);
  // The engine lives on: what was stored can still be read, and what comes next is refused as well.
  say(`waiting ${store.read.waitingLeads().length}`);
  await writeOne('row-after', 'слово '.repeat(400));
  await store.close();
  say('closed');
}
