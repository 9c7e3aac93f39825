import { useEffect } from 'react';
import { type EngineState, useEngine } from '../app/engine.ts';
import { changeFirstSteps, loadFirstSteps, type Step, tick, useFirstSteps } from './firstSteps.ts';

/** Ticks what the engine tells of: connected, published, handed over and given back. */
export function useEngineSteps(): void {
  const link = useEngine((state) => state.link);
  const loaded = useFirstSteps((state) => state.loaded);

  useEffect(() => {
    if (link === 'open') void loadFirstSteps();
  }, [link]);

  useEffect(() => {
    if (!loaded) return undefined;
    const look = (state: EngineState): void => {
      for (const [step, isDone] of Object.entries(DONE) as [Step, (state: EngineState) => boolean][])
        if (isDone(state)) tick(step);
      // Whoever has a bot is no newcomer, also when it is deleted one day.
      if ((state.bots?.length ?? 0) > 0 && !useFirstSteps.getState().welcomed) changeFirstSteps({ welcomed: true });
    };
    look(useEngine.getState());
    return useEngine.subscribe(look);
  }, [loaded]);
}

const DONE: Partial<Readonly<Record<Step, (state: EngineState) => boolean>>> = {
  // It may run by itself from the first start: somebody has to have been there (`openSandbox` ticks too).
  sandbox: ({ status, sessionsTotal }) => status?.connection.kind === 'sandbox' && sessionsTotal > 0,
  umnico: ({ status }) => status?.connection.kind === 'umnico' && status.connection.state === 'on',
  publish: ({ bots }) => bots?.some((bot) => bot.published > 0) ?? false,
  // A bot that has a conversation for one of these reasons got it back from a person.
  handoff: ({ sessions }) => sessions?.some(({ owner, reason }) => owner === 'bot' && GIVEN_BACK.has(reason)) ?? false,
};
const GIVEN_BACK: ReadonlySet<string> = new Set(['status', 'app', 'resumeWord', 'silence', 'pauseOver']);
