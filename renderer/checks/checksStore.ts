import { create } from 'zustand';
import { useEditor } from '../editor/store.ts';
import { sameProgram } from '../simulator/sameProgram.ts';
import { type AllChecks, runAllChecks } from './runAllChecks.ts';

export type ChecksDialogName = 'save' | 'list';

interface ChecksState {
  /** Which dialog about checks is open: they are called from the chat, from the palette and from the canvas. */
  readonly open: ChecksDialogName | null;
  /** Checks done of a run under way. */
  readonly running: number | null;
  /** The last run. Null = none, or the bot was changed since: a verdict on another bot than the one on screen is none. */
  readonly last: AllChecks | null;
  /** Does the canvas show what the checks go through? */
  readonly painted: boolean;
}

const NOTHING: ChecksState = { open: null, running: null, last: null, painted: false };

export const useChecks = create<ChecksState>(() => NOTHING);
let run: AbortController | null = null;

export function openChecks(open: ChecksDialogName | null): void {
  useChecks.setState({ open });
}

/** Runs all checks of the bot on screen; a run under way is given up for it. */
export async function startChecks(): Promise<void> {
  run?.abort();
  const mine = new AbortController();
  run = mine;
  useChecks.setState({ running: 0 });
  const { bot } = useEditor.getState();
  const last = await runAllChecks(bot, (running) => useChecks.setState({ running }), mine.signal);
  if (last !== null && run === mine) useChecks.setState({ last: isOfBot(last) ? last : null, running: null });
}

function isOfBot({ bot }: AllChecks): boolean {
  const now = useEditor.getState().bot;
  return bot.checks === now.checks && sameProgram(bot, now);
}

useEditor.subscribe((state, before) => {
  const { last } = useChecks.getState();
  if (state.bot !== before.bot && last !== null && !isOfBot(last)) useChecks.setState({ last: null });
});

export function stopChecks(): void {
  run?.abort();
  run = null;
  useChecks.setState({ running: null });
}

/** Paints the canvas by the checks, running them first where that was not done for the bot as it is drawn. */
export async function paintCoverage(painted: boolean): Promise<void> {
  useChecks.setState({ painted });
  if (painted && useChecks.getState().last === null) await startChecks();
}

/** Another bot was opened: nothing known holds for it. */
export function forgetChecks(): void {
  stopChecks();
  useChecks.setState(NOTHING);
}
