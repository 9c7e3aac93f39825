import { useEditor } from '../editor/store.ts';

interface Place {
  readonly flow: string;
  readonly node: string;
}

/** As many as anyone would walk back. */
const MOST = 50;

let visitedBot = '';
let here: Place | null = null;
let before: readonly Place[] = [];
let isGoingBack = false;

/** The keyboard came to a block: where it was before can be gone back to. */
export function rememberVisit(flow: string, node: string): void {
  const bot = useEditor.getState().bot.id;
  // The blocks of another bot have nothing to do with those of the last one.
  if (bot !== visitedBot) [visitedBot, here, before] = [bot, null, []];
  if (here?.flow === flow && here.node === node) return;
  if (here && !isGoingBack) before = [...before, here].slice(-MOST);
  isGoingBack = false;
  here = { flow, node };
}

/** Goes to the previous place that is still there (Alt+Home). False = there is none. */
export function goToPrevious(): boolean {
  const { bot, goTo } = useEditor.getState();
  for (let place = before.at(-1); place !== undefined; place = before.at(-1)) {
    before = before.slice(0, -1);
    const { flow, node } = place;
    if (!bot.flows.some((each) => each.id === flow && each.nodes.some((block) => block.id === node))) continue;
    isGoingBack = true;
    goTo(flow, node, { view: 'ifHidden' });
    return true;
  }
  return false;
}
