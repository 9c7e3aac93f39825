import type { Bot } from '../../engine/flow/botSchema.ts';
import { useEngine } from '../app/engine.ts';
import { pointAt } from '../app/pointing.ts';
import { navigate } from '../app/route.ts';
import { useEditor } from '../editor/store.ts';
import { createBot } from '../flows/botActions.ts';
import { showDockTab, showTest } from '../inspector/dockStore.ts';
import { openPublish } from '../publish/publishState.ts';
import { changeFirstSteps, type Step, useFirstSteps } from './firstSteps.ts';

/** Each line of the list opens the place where it is done. */
export async function openStep(step: Step): Promise<void> {
  await OPEN[step]();
}

const OPEN: Readonly<Record<Step, () => Promise<void> | void>> = {
  example: openSample,
  async edit() {
    const bot = await openOwn();
    const place = bot && firstMenu(bot);
    if (!place) return;
    showDockTab('block');
    useEditor.getState().goTo(place.flow, place.node);
    useEditor.getState().inspect();
  },
  sandbox() {
    navigate({ screen: 'connections' });
    pointAt('sandbox');
  },
  umnico() {
    navigate({ screen: 'connections' });
    pointAt('umnico');
  },
  async publish() {
    const bot = await openOwn();
    if (bot) openPublish(bot.id);
  },
  handoff: () => navigate({ screen: 'live' }),
};

/** The example with the test chat beside it; made anew when it is gone. */
export async function openSample(): Promise<void> {
  const kept = presentSample();
  showTest();
  if (kept !== null) {
    navigate({ screen: 'flow', bot: kept });
    return;
  }
  const made = await createBot('flowers');
  if (made !== null) changeFirstSteps({ sample: made, welcomed: true });
}

function presentSample(): string | null {
  const { sample } = useFirstSteps.getState();
  return useEngine.getState().bots?.find((bot) => bot.id === sample && bot.broken === null)?.id ?? null;
}

/** The bot that was worked on last, in the editor; the example when there is none. Null = it could not be opened. */
async function openOwn(): Promise<Bot | null> {
  const last = useEngine.getState().bots?.find((bot) => bot.broken === null);
  if (last) navigate({ screen: 'flow', bot: last.id });
  else await openSample();
  const wanted = last?.id ?? useFirstSteps.getState().sample;
  return wanted === null ? null : whenOpen(wanted);
}

/** Waits for the editor to have this bot; a bot that can't be opened says so itself, and then nobody waits for ever. */
function whenOpen(id: string): Promise<Bot | null> {
  return new Promise((resolve) => {
    const look = ({ bot, isOpen } = useEditor.getState()): boolean => {
      if (!isOpen || bot.id !== id) return false;
      resolve(bot);
      return true;
    };
    if (look()) return;
    const stop = useEditor.subscribe((state) => {
      if (look(state)) stop();
    });
    setTimeout(() => {
      stop();
      resolve(null);
    }, PATIENCE_MS);
  });
}
const PATIENCE_MS = 20_000;

function firstMenu(bot: Bot): { readonly flow: string; readonly node: string } | null {
  for (const flow of bot.flows) {
    const menu = flow.nodes.find((node) => node.kind === 'menu');
    if (menu) return { flow: flow.id, node: menu.id };
  }
  return null;
}
