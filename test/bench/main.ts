import { benchAttack } from './attack.ts';
import { benchCanvas } from './canvas.ts';
import { benchCheck } from './check.ts';
import { benchColdStart } from './coldStart.ts';
import { benchDurableTurn } from './durableTurn.ts';
import type { Figure } from './figure.ts';
import { benchErase } from './erase.ts';
import { benchExplore } from './explore.ts';
import { benchFirstReply } from './firstReply.ts';
import { benchManySessions } from './manySessions.ts';
import { benchMemory } from './memory.ts';
import { benchNlu } from './nlu.ts';
import { benchPeers } from './peers.ts';
import { benchReadBack } from './readBack.ts';
import { benchReplay } from './replay.ts';
import { benchSoak } from './soak.ts';
import { benchStep } from './step.ts';

/** `npm run bench [-- NAME…]`: one JSON line a figure. Not a test: nothing fails for being slow. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  step: benchStep,
  peers: benchPeers,
  replay: benchReplay,
  check: benchCheck,
  turn: benchDurableTurn,
  memory: benchMemory,
  sessions: benchManySessions,
  soak: benchSoak,
  erase: benchErase,
  attack: benchAttack,
  start: benchColdStart,
  explore: benchExplore,
  canvas: benchCanvas,
  chat: benchFirstReply,
  nlu: benchNlu,
  readback: benchReadBack,
};

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
for (const name of wanted.length === 0 ? Object.keys(BENCHES) : wanted) {
  const bench = BENCHES[name];
  if (bench === undefined) {
    process.stderr.write(`There is no benchmark "${name}". Known: ${Object.keys(BENCHES).join(', ')}\n`);
    process.exitCode = 2;
    continue;
  }
  for (const figure of await bench()) process.stdout.write(`${JSON.stringify(figure)}\n`);
}
