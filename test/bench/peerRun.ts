// usage: node test/bench/peerRun.ts NAME    one engine's pace in the menu conversation, turns a second, as a line
import { MENU_TALK, MENU_WORDS, playMenuTalks, type MenuTurn, type MenuWords } from './menuTalk.ts';
import { pace } from './pace.ts';

const CONVERSATIONS = 1_000;
const WARM_UP = 100;

const [name = ''] = process.argv.slice(2);
const turn = await open();
let lead = 1;
await pace(() => talks(WARM_UP));
await pace(() => talks(WARM_UP));
process.stdout.write(`${String(await pace(() => talks(CONVERSATIONS)))}\n`);

/** One engine is loaded and no other: what else has run in a process changes how its memory is laid out, up to twofold. */
async function open(): Promise<MenuTurn> {
  if (name === 'ours') return (await import('./menuTurn.ts')).openMenuTurn();
  const peer = (await import(`./peers/${name}.mjs`)) as { open: (words: MenuWords) => MenuTurn };
  return peer.open(MENU_WORDS);
}

async function talks(conversations: number): Promise<number> {
  await playMenuTalks(turn, lead, conversations);
  lead += conversations;
  return conversations * MENU_TALK.length;
}
