import { create } from 'zustand';
import { navigate, useRoute } from '../app/route.ts';
import { type OpenMark, takeCrashMarks } from './crashMark.ts';

/** What stood open when a window crashed, until it is open again and the person has been told. */
export const useRecovery = create<{ readonly crashed: readonly OpenMark[] }>(() => ({ crashed: [] }));

/** At the start of a window: after a crash it shows the flow that stood open, unless the address asks for something. */
export async function recover(): Promise<void> {
  const isAsked = new URLSearchParams(window.location.search).has('at');
  const crashed = await takeCrashMarks();
  const [last] = crashed;
  if (last === undefined) return;
  useRecovery.setState({ crashed });
  if (!isAsked && useRoute.getState().route.screen === 'flows')
    navigate({ screen: 'flow', bot: last.bot, flow: last.flow }, 'replace');
}

export function forgetCrash(bot: string): void {
  useRecovery.setState(({ crashed }) => ({ crashed: crashed.filter((mark) => mark.bot !== bot) }));
}
